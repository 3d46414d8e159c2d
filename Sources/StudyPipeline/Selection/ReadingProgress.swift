import Foundation
import ParallelWork

/// How far the reading of several files has come, all together.
package final class ReadingProgress: Sendable {
  private let stage: String
  private let sizes: [Int]
  private let report: @Sendable (PipelineProgress) -> Void
  private let state: Locked<State>

  private struct State {
    var positions: [Int]
    var rows: [Int]
  }

  package init(stage: String, files: [String], _ report: @escaping @Sendable (PipelineProgress) -> Void) {
    self.stage = stage
    self.report = report
    sizes = files.map { path in
      ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    }
    let none = [Int](repeating: 0, count: files.count)
    state = Locked(State(positions: none, rows: none))
  }

  /// The part of one file; may be told from any thread.
  package struct File: Sendable {
    fileprivate let all: ReadingProgress
    fileprivate let index: Int

    /// The place in the file as it lies on the disk.
    package func position(_ bytes: Int) { all.update { $0.positions[index] = bytes } }

    /// Rows so far.
    package func rows(_ count: Int) { all.state.withLock { $0.rows[index] = count } }

    /// The file is done with, read or taken from what is known of it.
    func finish() { position(all.sizes[index]) }
  }

  package func file(_ index: Int) -> File { File(all: self, index: index) }

  private func update(_ change: (inout State) -> Void) {
    let (position, rows) = state.withLock { state in
      change(&state)
      return (state.positions.reduce(0, +), state.rows.reduce(0, +))
    }
    report(PipelineProgress(stage: stage, done: position, total: sizes.reduce(0, +), rows: rows))
  }
}
