import Charts

/// The upright axis of a volcano plot: −log₁₀ p, labelled by p.
struct VolcanoScale {
  let scale: LinearScale
  let ticks: [Tick]

  /// It reaches over every point up to four times the upper line, or twice what nine points in ten do not
  /// exceed; what lies beyond is shown by an arrow at the top.
  init(_ figure: VolcanoFigure, top: Double, bottom: Double) {
    let values = figure.points.map(\.negativeLog10P).filter(\.isFinite).sorted()
    let most = values.isEmpty ? 0 : values[Int(Double(values.count - 1) * 0.9)]
    let line = figure.lines.map(\.height).max() ?? 1
    let cap = max(4 * line, 2 * most)
    let reach = min(max(min(values.last ?? 0, cap), line, 0.5), 1e6)
    scale = LinearScale(domain: 0...(reach * 1.08), start: bottom, end: top)
    ticks = Self.ticks(scale)
  }

  /// 1, 0.1, 0.01 …, or every so many powers of ten, 24 px apart or more.
  private static func ticks(_ scale: LinearScale) -> [Tick] {
    let top = scale.domain.upperBound
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000] {
      guard top / Double(step) < 40 else { continue }
      let ticks = stride(from: 0, through: Int(top), by: step).map { power in
        Tick(value: Double(power), label: label(power))
      }
      let gap = abs((scale.position(Double(step)) ?? 0) - (scale.position(0) ?? 0))
      if gap >= 24 { return ticks }
    }
    return [Tick(value: 0, label: "1")]
  }

  /// 0.001 in full, smaller ones as a power of ten.
  private static func label(_ power: Int) -> String {
    power <= 3
      ? DecimalNumber(mantissa: 1, exponent: -power).label : DecimalNumber.powerOfTen(-power)
  }
}

extension VolcanoFigure {
  /// The dotted lines: the level, and the level over the tests.
  var lines: [(height: Double, label: String)] {
    guard level > 0, level < 1 else { return [] }
    let height = -NaturalLogarithm.of(level) / NaturalLogarithm.of(10)
    let own = (height, "p = \(levelText)")
    guard tests > 1 else { return [own] }
    let more = NaturalLogarithm.of(Double(tests)) / NaturalLogarithm.of(10)
    let number = DecimalNumber(mantissa: tests, exponent: 0).label
    let label = words(FigurePhrase.familyLine, ["level": levelText, "count": number])
    return [own, (height + more, label)]
  }
}
