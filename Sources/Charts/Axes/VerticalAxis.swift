/// The labels of an upright axis, to the left of a plot.
package struct VerticalAxis: Mark {
  package var scale: any Scale
  package var ticks: [Tick]
  /// The left edge of the plot; labels end 8 px before it.
  package var x: Double

  package init(scale: any Scale, ticks: [Tick], x: Double) {
    (self.scale, self.ticks, self.x) = (scale, ticks, x)
  }

  /// The room the labels need, the 8 px before the plot included, in px.
  package static func width(of ticks: [Tick]) -> Double {
    (ticks.map { TextMetrics.width($0.label, .tick) }.max() ?? 0) + 8
  }

  package var elements: [SVGElement] { labels.flatMap(\.elements) }

  package var textBoxes: [Box] { labels.flatMap(\.textBoxes) }

  private var labels: [TextMark] {
    ticks.compactMap { tick in
      scale.position(tick.value).map { y in
        TextMark(
          tick.label,
          .tick,
          .ink3,
          x: x - 8,
          baseline: y + TextStyle.tick.baselineDrop,
          anchor: .end
        )
      }
    }
  }
}
