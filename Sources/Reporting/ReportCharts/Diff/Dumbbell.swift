import Charts

/// An estimate before, open and grey above, and after, filled and blue below, joined.
struct Dumbbell {
  let old: PlottedEstimate?
  let new: PlottedEstimate?
  /// How far either lies from the middle of the row, in px.
  var offset = 5.0

  func marks(y: Double, scale: any Scale) -> [any Mark] {
    let places = (place(old, scale), place(new, scale))
    var marks = [interval(old, y - offset, scale, Stroke(.ink3, 1.5))].compactMap { $0 }
    marks += [interval(new, y + offset, scale, Stroke(.blue, 2))].compactMap { $0 }
    if let before = places.0, let after = places.1 {
      marks.append(RuleMark(Point(before, y - offset), Point(after, y + offset), Stroke(.ink, 1.3)))
    }
    if let x = places.0 { marks.append(Self.before(x: x, y: y - offset)) }
    if let x = places.1 { marks.append(Self.after(x: x, y: y + offset)) }
    return marks
  }

  static func before(x: Double, y: Double) -> any Mark {
    CircleMark(x: x, y: y, radius: 3.8, Paint(fill: .paper, stroke: Stroke(.ink3, 1.5)))
  }

  static func after(x: Double, y: Double) -> any Mark {
    CircleMark(x: x, y: y, radius: 4, Paint(fill: .blue))
  }

  private func interval(_ plotted: PlottedEstimate?, _ y: Double, _ scale: any Scale, _ stroke: Stroke)
    -> (any Mark)?
  {
    plotted.map { IntervalMark(low: $0.low, high: $0.high, y: y, scale: scale, stroke) }
  }

  private func place(_ plotted: PlottedEstimate?, _ scale: any Scale) -> Double? {
    plotted.flatMap { scale.contains($0.estimate) ? scale.position($0.estimate) : nil }
  }
}

extension MovementFigure {
  /// The legend, its glyphs as they are drawn.
  var legend: FigureLegend {
    func swatch(_ text: String, _ paint: Paint) -> FigureLegend.Item {
      FigureLegend.Item(width: 11, text: text) { left, middle in
        [RectangleMark.square(x: left + 5.5, y: middle, half: 5, paint)]
      }
    }
    let releases = [
      FigureLegend.Item(width: 22, text: words.old) { left, middle in
        [
          RuleMark.horizontal(y: middle, left, left + 22, Stroke(.ink3, 1.5)),
          Dumbbell.before(x: left + 11, y: middle),
        ]
      },
      FigureLegend.Item(width: 22, text: words.new) { left, middle in
        [
          RuleMark.horizontal(y: middle, left, left + 22, Stroke(.blue, 2)),
          Dumbbell.after(x: left + 11, y: middle),
        ]
      },
    ]
    let causes =
      isAttributed
      ? [
        swatch(words.data, Paint(fill: .blue)),
        swatch(words.software, Paint(fill: .orange, stroke: Stroke(.ink, 0.8))),
        FigureLegend.Item(width: 4, text: words.total) { left, middle in
          [RuleMark.vertical(x: left + 2, middle - 7, middle + 7, Stroke(.ink, 2))]
        },
      ] : []
    return FigureLegend(items: releases + causes)
  }
}
