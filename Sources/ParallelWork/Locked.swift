import Foundation

/// A value that one thread at a time may see and change.
///
/// Foundation's lock instead of the standard library's `Mutex`: the thread sanitizer knows what it orders, so that what
/// it reports of the code around is true.
package final class Locked<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  package init(_ value: Value) { self.value = value }

  /// - Returns: what the body returns, with the value as no other thread was seeing it meanwhile.
  package func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
