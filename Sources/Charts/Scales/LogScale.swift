/// A scale on which equal ratios are equal distances.
package struct LogScale: Scale {
  package let domain: ClosedRange<Double>
  package let start: Double
  package let end: Double

  private let straight: LinearScale

  /// - Parameter domain: two positive finite values; anything else becomes 0.1...10, and one point is widened
  ///   to half and double.
  package init(domain: ClosedRange<Double>, start: Double, end: Double) {
    self.domain = Self.usable(domain)
    self.start = start
    self.end = end
    straight = LinearScale(
      domain: NaturalLogarithm.of(self.domain.lowerBound)...NaturalLogarithm.of(self.domain.upperBound),
      start: start,
      end: end
    )
  }

  package func position(_ value: Double) -> Double? {
    guard value > 0, value.isFinite else { return nil }
    return straight.position(NaturalLogarithm.of(value))
  }

  /// Prefers 1, 2 and 5 of each decade; where that gives fewer than four it takes finer values (1, 1.5, 2, 3
  /// …, then even steps), where it does not fit it takes coarser ones (1 and 3, then powers of ten).
  package func ticks(atMost count: Int, minimumGap: (Tick, Tick) -> Double) -> [Tick] {
    var best: [Tick] = []
    func isEnough(_ ticks: [Tick]) -> Bool {
      guard ticks.count > best.count, ticks.count <= max(count, 1), fits(ticks, minimumGap) else {
        return false
      }
      best = ticks
      return best.count >= 4
    }
    for tenths in Self.tenths where isEnough(multiples(tenths)) { return best }
    let span = domain.upperBound - domain.lowerBound
    let steps = domain.upperBound / domain.lowerBound < 4 ? RoundStep.descending(from: span) : []
    for step in steps.reversed() where isEnough(step.multiples(in: domain)) { return best }
    for decades in 1...60 where best.count < 2 && isEnough(multiples([10], every: decades)) { return best }
    return best
  }

  private static let tenths: [[Double]] = [
    [10, 20, 50], [10, 12.5, 15, 20, 30, 40, 50, 70], [10, 15, 20, 30, 50, 70], [10, 20, 30, 50], [10, 30],
  ]

  /// 1, 1.5, 2, 3, 4, 5 and 7 of each decade.
  package var fineTicks: [Tick] { multiples([10, 15, 20, 30, 40, 50, 70]) }

  /// The given tenths of each decade that lie in the domain.
  private func multiples(_ tenths: [Double], every step: Int = 1) -> [Tick] {
    let low = DecimalNumber.exponent(of: domain.lowerBound)
    let high = DecimalNumber.exponent(of: domain.upperBound)
    guard high - low < 640 else { return [] }
    return (low...high).filter { $0 % step == 0 }.flatMap { exponent in
      tenths.compactMap { tenth in
        let number = DecimalNumber(mantissa: Int(tenth * 10), exponent: exponent - 2)
        let slack = number.value * 1e-9
        let inside = number.value >= domain.lowerBound - slack && number.value <= domain.upperBound + slack
        return inside ? Tick(value: number.value, label: number.label) : nil
      }
    }
  }

  private static func usable(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    guard low > 0, low.isFinite, high.isFinite else { return 0.1...10 }
    return high / low < 1 + 1e-9 ? (low / 2)...(high * 2) : domain
  }
}
