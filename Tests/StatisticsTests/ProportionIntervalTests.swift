import Statistics
import Testing

@Suite struct ProportionIntervalTests {
  /// Both ends solve (p̂ − p)² = z²p(1 − p)/n.
  @Test(arguments: [(0, 20), (1, 20), (10, 20), (19, 20), (20, 20), (952, 1000)])
  func theEndsSolveTheScoreEquation(_ count: Int, _ total: Int) {
    let interval = ProportionInterval(count: count, of: total)
    let p = Double(count) / Double(total)
    for end in [interval.lower, interval.upper] where end > 0 && end < 1 {
      let z = (p - end) * (p - end) * Double(total) / (end * (1 - end))
      #expect(abs(z - 3.841458820694124) < 1e-9)
    }
    #expect(interval.contains(p))
  }
}
