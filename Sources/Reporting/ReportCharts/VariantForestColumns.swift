import Charts

/// Where the columns of a variant forest stand.
struct VariantForestColumns {
  let isNarrow: Bool
  let width: Double
  /// Between columns, in px.
  let gap: Double
  let nameStyle: TextStyle
  let rowHeight: Double
  let nameWidth: Double
  /// The left edge and the longest length of the weight bars; nil without them.
  let weights: (start: Double, length: Double)?
  /// The two ends of the left plot, in px.
  let alone: (start: Double, end: Double)
  /// The two ends of the right plot, in px; nil where nothing was left out.
  let leftOut: (start: Double, end: Double)?
  /// Notes wider than this go on to another line.
  let noteWidth: Double
  /// The right edge of the notes.
  let noteEdge: Double

  init(_ figure: VariantForestFigure, isNarrow: Bool) {
    let isDense = figure.rows.count > 20
    let names = figure.rows.map {
      TextMetrics.width($0.name, TextStyle(isDense ? .dense : .body, bold: true))
    }
    let last = TextMetrics.width(figure.pooledName, TextStyle(.body, bold: true))
    let width = isNarrow ? ReportFigure.narrowWidth : 1120
    let gap = isNarrow ? 24.0 : 28.0
    let name = min((names + [last]).max() ?? 0, isNarrow ? 104 : 200)
    let hasWeights = !isNarrow && figure.rows.contains { ($0.weight ?? 0) > 0 }
    let start = name + gap + (hasWeights ? 70 + 40 : 0)
    let notes =
      isNarrow ? 0 : figure.rows.map { TextMetrics.width($0.note, Self.noteStyle(isDense)) }.max() ?? 0
    let note = min(notes, 220)
    let room = width - start - (note > 0 ? note + gap : 0) - gap / 2
    let share = figure.hasLeftOut ? (room - gap) * (isNarrow ? 0.54 : 0.58) : room
    self.isNarrow = isNarrow
    self.width = width
    self.gap = gap
    nameStyle = TextStyle(isDense ? .dense : .body)
    rowHeight = isDense ? 13.5 : 20
    nameWidth = name
    weights = hasWeights ? (name + gap, 70) : nil
    alone = (start, start + share)
    noteWidth = note
    noteEdge = start + share + (note > 0 ? gap / 2 + note : 0)
    leftOut = figure.hasLeftOut ? (noteEdge + gap, width - gap / 2) : nil
  }

  static func noteStyle(_ isDense: Bool) -> TextStyle { TextStyle(isDense ? .dense : .tick, bold: true) }
}
