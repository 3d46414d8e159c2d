import Foundation
import StudyModel

/// Runs work on every core at once.
package enum SideBySide {
  /// One result an item, in their order, whichever is done first.
  ///
  /// - Throws: the problems of every item that threw, in the items' order.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @escaping @Sendable (Int, Item) throws(InputError) -> Result
  ) throws(InputError) -> [Result] {
    let outcomes = Locked<[Int: Swift.Result<Result, InputError>]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let outcome: Swift.Result<Result, InputError>
      do throws(InputError) {
        outcome = .success(try body(index, items[index]))
      } catch {
        outcome = .failure(error)
      }
      outcomes.withLock { $0[index] = outcome }
    }
    let all = outcomes.withLock { $0 }
    var results: [Result] = []
    var problems: [InputProblem] = []
    for index in items.indices {
      switch all[index] {
      case .success(let result): results.append(result)
      case .failure(let error): problems += error.problems
      case nil: break
      }
    }
    guard problems.isEmpty else { throw InputError(problems) }
    return results
  }

  /// One result an item, in their order, whichever is done first.
  ///
  /// - Throws: what the first item that threw, in the items' order, did.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ body: @Sendable (Item) throws -> Result
  ) throws -> [Result] {
    let outcomes = Locked<[Int: Swift.Result<Result, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      let outcome = Swift.Result { try body(items[index]) }
      outcomes.withLock { $0[index] = outcome }
    }
    let all = outcomes.withLock { $0 }
    return try items.indices.compactMap { try all[$0]?.get() }
  }
}
