/// A scale on which equal differences are equal distances.
package struct LinearScale: Scale {
  package let domain: ClosedRange<Double>
  package let start: Double
  package let end: Double

  /// - Parameter domain: two finite values; anything else becomes 0...1, and one point is widened about
  ///   itself.
  package init(domain: ClosedRange<Double>, start: Double, end: Double) {
    self.domain = Self.usable(domain)
    self.start = start
    self.end = end
  }

  package func position(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    let place = start + share * (end - start)
    return place.isFinite ? place : nil
  }

  package func ticks(atMost count: Int, minimumGap: (Tick, Tick) -> Double) -> [Tick] {
    var last: [Tick] = []
    for step in RoundStep.descending(from: domain.upperBound - domain.lowerBound) {
      let ticks = step.multiples(in: domain)
      guard ticks.count <= max(count, 1), fits(ticks, minimumGap) else { return last }
      if !ticks.isEmpty { last = ticks }
    }
    return last
  }

  private static func usable(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    guard low.isFinite, high.isFinite, (high - low).isFinite else { return 0...1 }
    let smallest = max(abs(low), abs(high)) * 1e-9
    guard high - low <= smallest else { return domain }
    let half = low == 0 ? 1 : abs(low) / 2
    return (low - half)...(high + half)
  }
}
