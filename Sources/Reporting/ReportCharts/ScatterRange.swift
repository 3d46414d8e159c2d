import Charts

/// How far the axes of a scatter plot reach: x from 0 over every point, y over every point, most standard
/// errors, 0 and the ends of the lines unless a line runs far beyond the points.
struct ScatterRange {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  private let titles: (x: String, y: String)

  init(_ figure: ScatterFigure) {
    titles = (figure.xTitle, figure.yTitle)
    let right = figure.points.map(\.x).max() ?? 1
    let reach =
      max(right, Self.most(figure.points.map { $0.x + Self.bar($0.xError) }, cap: right * 1.25)) * 1.04
    x = 0...(reach > 0 ? reach : 1)
    let values = figure.points.map(\.y) + [0]
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let span = max(high - low, 1e-300)
    let lows = figure.points.map { -($0.y - Self.bar($0.yError)) }
    let highs = figure.points.map { $0.y + Self.bar($0.yError) }
    var bottom = min(low, -Self.most(lows, cap: -(low - span)))
    var top = max(high, Self.most(highs, cap: high + span))
    for line in figure.lines {
      for end in [line.intercept, line.intercept + line.slope * x.upperBound]
      where end > bottom - span && end < top + span {
        (bottom, top) = (min(bottom, end), max(top, end))
      }
    }
    let pad = (top - bottom) * 0.03
    y = top > bottom ? (bottom - pad)...(top + pad) : -1...1
  }

  func frame(width: Double, top: Double, height: Double, right: Double) -> PlotFrame {
    let upright = LinearScale(domain: y, start: top + height, end: top)
    let yTicks = upright.ticksUpright(atMost: 9)
    let extra = Double(PlotFrame.titleLines(titles.y, height: height) - 1) * TextStyle.head.lineHeight
    let left = PlotFrame.leftMargin(yTicks) + extra
    let along = LinearScale(domain: x, start: left, end: max(width - right, left + 60))
    return PlotFrame(
      box: Box(minX: left, minY: top, maxX: along.end, maxY: top + height),
      x: along,
      y: upright,
      xTicks: along.ticksAlong(atMost: 7),
      yTicks: yTicks,
      xTitle: titles.x,
      yTitle: titles.y
    )
  }

  private static func bar(_ error: Double) -> Double { error.isFinite && error > 0 ? error : 0 }

  /// The value that nine in ten do not exceed, but no more than the cap.
  private static func most(_ values: [Double], cap: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return cap }
    return min(sorted[Int((Double(sorted.count - 1) * 0.9).rounded(.up))], cap)
  }
}
