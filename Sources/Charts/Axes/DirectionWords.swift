/// What the two sides of the null mean, in words either side of it: "← lower odds   higher odds →".
package struct DirectionWords: Mark {
  package var marks: [TextMark]

  /// The words are moved along so that they stay between `bounds`; where both do not fit side by side they
  /// stand one above the other, and words wider than the bounds go on to more lines. A side that the axis
  /// does not show has no words.
  package init(
    lower: String,
    higher: String,
    scale: any Scale,
    null: Double,
    baseline: Double,
    bounds: ClosedRange<Double>
  ) {
    let left = scale.domain.lowerBound < null ? "← \(lower)" : ""
    let right = scale.domain.upperBound > null ? "\(higher) →" : ""
    let style = TextStyle(.head)
    let widths = (TextMetrics.width(left, style), TextMetrics.width(right, style))
    let gap = left.isEmpty || right.isEmpty ? 0 : 18.0
    let centre = scale.clampedPosition(null) ?? (scale.start + scale.end) / 2
    let total = widths.0 + gap + widths.1
    guard total <= bounds.upperBound - bounds.lowerBound else {
      marks = Self.stacked([left, right], style, baseline, bounds)
      return
    }
    let wish = left.isEmpty ? centre : centre - widths.0 - gap / 2
    let start = min(max(wish, bounds.lowerBound), max(bounds.upperBound - total, bounds.lowerBound))
    marks = [
      TextMark(left, style, .ink2, x: start, baseline: baseline),
      TextMark(right, style, .ink2, x: start + widths.0 + gap, baseline: baseline),
    ]
  }

  private static func stacked(
    _ texts: [String],
    _ style: TextStyle,
    _ baseline: Double,
    _ bounds: ClosedRange<Double>
  ) -> [TextMark] {
    let room = bounds.upperBound - bounds.lowerBound
    let lines = texts.filter { !$0.isEmpty }.flatMap {
      TextMetrics.lines([TextSpan($0, style, .ink2)], limit: room)
    }
    return lines.enumerated().map { index, line in
      TextMark(line, x: bounds.lowerBound, baseline: baseline + Double(index) * style.lineHeight)
    }
  }

  /// The bottom of the words, in px.
  package var bottom: Double { marks.filter { !$0.textBoxes.isEmpty }.map(\.box.maxY).max() ?? 0 }

  package var elements: [SVGElement] { marks.flatMap(\.elements) }

  package var textBoxes: [Box] { marks.flatMap(\.textBoxes) }
}
