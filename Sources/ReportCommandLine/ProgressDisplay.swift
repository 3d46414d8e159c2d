import StudyPipeline
import Synchronization

/// Shows on the standard error stream how far a command is, once it has taken a second: a bar on a terminal, a line
/// now and then elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    var shownStage: String?
    var shownAt: ContinuousClock.Instant
    var barIsUp = false
  }

  private let isTerminal: Bool
  private let isQuiet: Bool
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(isQuiet: Bool, isTerminal: Bool = Console.isTerminal) {
    self.isQuiet = isQuiet
    self.isTerminal = isTerminal
    state = Mutex(State(shownAt: start))
  }

  /// May be called from any task.
  func update(_ progress: PipelineProgress) {
    let now = ContinuousClock.now
    guard !isQuiet, now - start >= .seconds(1) else { return }
    state.withLock { state in
      let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
      guard state.shownStage != progress.stage || now - state.shownAt >= pause else { return }
      state.shownStage = progress.stage
      state.shownAt = now
      state.barIsUp = isTerminal
      Console.errorText(isTerminal ? "\r\u{1B}[K" + Self.bar(progress) : Self.line(progress) + "\n")
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { state in
      if state.barIsUp { Console.errorText("\r\u{1B}[K") }
      state.barIsUp = false
    }
  }

  private static func line(_ progress: PipelineProgress) -> String {
    progress.total > 0 ? "\(progress.stage): \(progress.done) of \(progress.total)" : progress.stage
  }

  private static func bar(_ progress: PipelineProgress) -> String {
    let width = 24
    let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
    let filled = Int((min(max(share, 0), 1) * Double(width)).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    return "[\(bar)] \(line(progress))"
  }
}
