import Charts

/// The ground of a plot with two axes: grid, axis labels and titles about a box.
struct PlotFrame {
  var box: Box
  var x: any Scale
  var y: any Scale
  var xTicks: [Tick]
  var yTicks: [Tick]
  var xTitle: String
  var yTitle: String

  /// The room at the left that an upright title and these tick labels need.
  static func leftMargin(_ ticks: [Tick]) -> Double { VerticalAxis.width(of: ticks) + 26 }

  /// Grid and the line of the null on either axis, where asked for and in sight.
  func ground(nullX: Double?, nullY: Double?) -> [any Mark] {
    let upright = xTicks.compactMap { x.position($0.value) }
    let level = yTicks.compactMap { y.position($0.value) }
    var marks: [any Mark] = upright.map { RuleMark.vertical(x: $0, box.minY, box.maxY, Stroke(.grid)) }
    marks += level.map { RuleMark.horizontal(y: $0, box.minX, box.maxX, Stroke(.grid)) }
    if let nullX, x.contains(nullX), let place = x.position(nullX) {
      marks.append(RuleMark.vertical(x: place, box.minY, box.maxY, Stroke(.ink3)))
    }
    if let nullY, y.contains(nullY), let place = y.position(nullY) {
      marks.append(RuleMark.horizontal(y: place, box.minX, box.maxX, Stroke(.ink3)))
    }
    return marks
  }

  /// Axis labels and titles, and where they end at the foot.
  func axes(width: Double) -> (marks: [any Mark], bottom: Double) {
    var marks: [any Mark] = [
      VerticalAxis(scale: y, ticks: yTicks, x: box.minX),
      HorizontalAxis(scale: x, ticks: xTicks, y: box.maxY, bounds: 0...width),
    ]
    let step = TextStyle.head.lineHeight
    let title = TextMetrics.lines([TextSpan(xTitle, TextStyle(.head), .ink2)], limit: width)
    var baseline = box.maxY + HorizontalAxis.depth + 16
    for line in title {
      let half = TextMetrics.width(line) / 2
      let middle = min(max((box.minX + box.maxX) / 2, half), width - half)
      marks.append(TextMark(line, x: middle, baseline: baseline, anchor: .middle))
      baseline += step
    }
    let side = TextMetrics.lines([TextSpan(yTitle, TextStyle(.head), .ink2)], limit: box.height + 30)
    for (index, line) in side.enumerated() {
      let x = 11 + Double(index) * step
      let middle = (box.minY + box.maxY) / 2
      marks.append(TextMark(line, x: x, baseline: middle, anchor: .middle, upright: true))
    }
    return (marks, baseline - step + 6)
  }

  /// How many lines the upright title takes.
  static func titleLines(_ title: String, height: Double) -> Int {
    TextMetrics.lines([TextSpan(title, TextStyle(.head), .ink2)], limit: height + 30).count
  }
}
