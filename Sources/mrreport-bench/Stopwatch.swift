import Foundation

/// A moment on the clock and in this process's processor time.
struct Moment {
  private let clock = ContinuousClock.now
  private let processor = Self.processorSeconds()

  /// Since another moment, in seconds.
  func since(_ start: Moment) -> (wall: Double, processor: Double) {
    let elapsed = start.clock.duration(to: clock).components
    let wall = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    return (wall, processor - start.processor)
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// How long something takes on one thread, over repeated runs; seconds.
struct Timing {
  private var wall: [Double] = []
  private var processor: [Double] = []
  private(set) var total = 0.0

  static let fewestRuns = 3
  static let leastSeconds = 0.5
  /// What is shorter is repeated within a run, so that looking at the clock does not count.
  static let shortestRun = 1e-3

  init() {}

  /// One run to warm up, then runs until there are three and they took half a second together.
  init(_ work: () throws -> Void) rethrows {
    try work()
    let start = Moment()
    try work()
    let once = Moment().since(start).wall
    let repeats = max(1, Int((Self.shortestRun / max(once, 1e-9)).rounded(.up)))
    while wall.count < Self.fewestRuns || total < Self.leastSeconds {
      let start = Moment()
      for _ in 0..<repeats { try work() }
      append(Moment().since(start), repeats: repeats)
    }
  }

  mutating func append(_ run: (wall: Double, processor: Double), repeats: Int = 1) {
    wall.append(run.wall / Double(repeats))
    processor.append(run.processor / Double(repeats))
    total += run.wall
  }

  var median: Double { wall.isEmpty ? .nan : wall.sorted()[wall.count / 2] }

  /// The shortest processor time: what the work itself takes, whatever else the machine did meanwhile.
  var leastProcessor: Double { processor.min() ?? .nan }
}

/// Takes a result, so that the compiler cannot leave out the work that made it.
@inline(never) func keep<Result>(_ result: Result) {
  withExtendedLifetime(result) {}
}
