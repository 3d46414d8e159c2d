import ParallelWork
import StudyPipeline

/// Shows on the standard error stream how far a command is, once it has taken a second: a bar on a terminal, a line
/// now and then elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    var shownStage: String?
    var shownAt: ContinuousClock.Instant
    var barIsUp = false
    /// The stage that the run is in, and when it began.
    var stage: String?
    var stageStart: ContinuousClock.Instant
  }

  private let isTerminal: Bool
  private let isQuiet: Bool
  private let start = ContinuousClock.now
  private let state: Locked<State>

  init(isQuiet: Bool, isTerminal: Bool = Console.isTerminal) {
    self.isQuiet = isQuiet
    self.isTerminal = isTerminal
    state = Locked(State(shownAt: start, stageStart: start))
  }

  /// May be called from any task.
  func update(_ progress: PipelineProgress) {
    let now = ContinuousClock.now
    guard !isQuiet else { return }
    state.withLock { state in
      if state.stage != progress.stage { (state.stage, state.stageStart) = (progress.stage, now) }
      guard now - start >= .seconds(1) else { return }
      let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
      guard state.shownStage != progress.stage || now - state.shownAt >= pause else { return }
      state.shownStage = progress.stage
      state.shownAt = now
      state.barIsUp = isTerminal
      let elapsed = now - state.stageStart
      Console.errorText(
        isTerminal ? "\r\u{1B}[K" + Self.bar(progress, elapsed) : Self.line(progress, elapsed) + "\n"
      )
    }
  }

  /// Takes the bar away.
  func finish() {
    state.withLock { state in
      if state.barIsUp { Console.errorText("\r\u{1B}[K") }
      state.barIsUp = false
    }
  }

  private static func line(_ progress: PipelineProgress, _ elapsed: Duration) -> String {
    if let rows = progress.rows { return line(progress, rows: rows, elapsed) }
    return progress.total > 0 ? "\(progress.stage): \(progress.done) of \(progress.total)" : progress.stage
  }

  /// Rows so far, how fast they come, and how long the rest will take.
  static func line(_ progress: PipelineProgress, rows: Int, _ elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let millions = { (count: Double) in String(format: "%.1f million", count / 1e6) }
    var parts = ["\(progress.stage): \(millions(Double(rows))) rows"]
    if seconds >= 1 { parts.append("\(millions(Double(rows) / seconds)) a second") }
    if seconds >= 2, progress.done > 0, progress.total >= progress.done {
      let left = seconds * Double(progress.total - progress.done) / Double(progress.done)
      parts.append("\(Int(left.rounded(.up))) s left")
    }
    return parts.joined(separator: ", ")
  }

  private static func bar(_ progress: PipelineProgress, _ elapsed: Duration) -> String {
    let width = 24
    let share = progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0
    let filled = Int((min(max(share, 0), 1) * Double(width)).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled)
    return "[\(bar)] \(line(progress, elapsed))"
  }
}
