import Charts
import Testing

private func labels(_ scale: any Scale, _ count: Int = 9) -> [String] {
  scale.ticksAlong(atMost: count).map(\.label)
}

@Test func linearTicksAreRound() {
  #expect(labels(LinearScale(domain: -0.06...0.06, start: 0, end: 200), 4) == ["−0.05", "0", "0.05"])
  #expect(
    labels(LinearScale(domain: 0...1000, start: 0, end: 600), 5) == ["0", "250", "500", "750", "1,000"]
  )
  #expect(
    labels(LinearScale(domain: 0...3e-9, start: 0, end: 600), 4) == ["0", "10⁻⁹", "2 × 10⁻⁹", "3 × 10⁻⁹"]
  )
}

@Test func logTicksPreferOneTwoFive() {
  let wide = LogScale(domain: 0.1...10, start: 0, end: 400)
  #expect(labels(wide) == ["0.1", "0.2", "0.5", "1", "2", "5", "10"])
  let narrow = LogScale(domain: 0.95...2.3, start: 0, end: 160)
  #expect(labels(narrow) == ["1", "1.25", "1.5", "2"])
  let slim = LogScale(domain: 0.1...10, start: 0, end: 130)
  #expect(labels(slim) == ["0.1", "0.3", "1", "3", "10"])
  let even = LogScale(domain: 1.36...1.82, start: 0, end: 250)
  #expect(labels(even, 6) == ["1.4", "1.5", "1.6", "1.7", "1.8"])
}

@Test(arguments: [1e-300...1e300, 1e-12...1e12, 0.999...1.001, 5...5, 0.1...0.1000001])
func ticksOfAnyDomainFitAndLieInside(domain: ClosedRange<Double>) {
  let scales: [any Scale] = [
    LogScale(domain: domain, start: 0, end: 300), LinearScale(domain: domain, start: 0, end: 300),
  ]
  for scale in scales {
    let ticks = scale.ticksAlong(atMost: 9)
    #expect(ticks.count <= 9)
    for tick in ticks { #expect((scale.position(tick.value) ?? -1) > -0.1) }
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      let gap = (scale.position(right.value) ?? 0) - (scale.position(left.value) ?? 0)
      let need = TextMetrics.width(left.label, .tick) / 2 + TextMetrics.width(right.label, .tick) / 2
      #expect(gap > need)
    }
  }
}

@Test func whatCannotBePlacedHasNoPosition() {
  let log = LogScale(domain: 0.1...10, start: 0, end: 100)
  #expect(log.position(0) == nil)
  #expect(log.position(-1) == nil)
  #expect(log.position(.nan) == nil)
  #expect(log.clampedPosition(.infinity) == 100)
  #expect(abs((log.position(1) ?? 0) - 50) < 1e-9)
  let linear = LinearScale(domain: 3...3, start: 0, end: 100)
  #expect(linear.domain == 1.5...4.5)
  #expect(linear.position(.infinity) == nil)
}

@Test func numbersOfTicksPrintExactly() {
  #expect(DecimalNumber(mantissa: -25, exponent: -3).label == "−0.025")
  #expect(DecimalNumber(mantissa: 30, exponent: -1).label == "3")
  #expect(DecimalNumber(mantissa: 5, exponent: 4).label == "50,000")
  #expect(DecimalNumber(mantissa: 12, exponent: 9).label == "1.2 × 10¹⁰")
}
