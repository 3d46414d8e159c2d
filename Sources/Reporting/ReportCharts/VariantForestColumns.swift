import Charts

/// Where the columns of a variant forest stand.
struct VariantForestColumns {
  let medium: PanelForestLayout.Medium
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

  var isNarrow: Bool { medium == .narrow }

  init(_ figure: VariantForestFigure, _ medium: PanelForestLayout.Medium) {
    let isNarrow = medium == .narrow
    let isDense = figure.rows.count > 20
    let style = TextStyle(isDense ? (medium == .print ? .tick : .dense) : .body)
    let names = figure.rows.map { TextMetrics.width($0.name, style.bolded()) }
    let last = TextMetrics.width(figure.pooledName, TextStyle(.body, bold: true))
    let widths: (whole: Double, name: Double) =
      switch medium {
      case .wide: (1120, 200)
      case .narrow: (ReportFigure.narrowWidth, 104)
      case .print: (ReportFigure.printWidth, 130)
      }
    let gap = medium == .wide ? 28.0 : 24.0
    let name = min((names + [last]).max() ?? 0, widths.name)
    let bar = medium == .print ? 40.0 : 70
    let hasWeights = !isNarrow && figure.hasWeights
    let start = name + gap + (hasWeights ? bar + 40 : 0)
    let notes =
      isNarrow ? 0 : figure.rows.map { TextMetrics.width($0.note, Self.noteStyle(style)) }.max() ?? 0
    let note = min(notes, medium == .print ? 190 : 220)
    let room = widths.whole - start - (note > 0 ? note + gap : 0) - gap / 2
    let share = figure.hasLeftOut ? (room - gap) * (isNarrow ? 0.54 : 0.58) : room
    self.medium = medium
    width = widths.whole
    self.gap = gap
    nameStyle = style
    rowHeight = isDense ? (medium == .print ? 12.6 : 13.5) : 20
    nameWidth = name
    weights = hasWeights ? (name + gap, bar) : nil
    alone = (start, start + share)
    noteWidth = note
    noteEdge = start + share + (note > 0 ? gap / 2 + note : 0)
    leftOut = figure.hasLeftOut ? (noteEdge + gap, widths.whole - gap / 2) : nil
  }

  /// The lines of a row's name and note and the height they need.
  func lines(_ row: VariantForestFigure.Row) -> (name: [[TextSpan]], notes: [[TextSpan]], height: Double) {
    let isMarked = row.isRinged || !row.note.isEmpty
    let name = TextMetrics.lines([TextSpan(row.name, nameStyle.bolded(isMarked))], limit: nameWidth)
    let note = [TextSpan(row.note, Self.noteStyle(nameStyle))]
    let hasNote = !isNarrow && !row.note.isEmpty
    let notes = hasNote ? TextMetrics.lines(note, limit: max(noteWidth, 20) + 0.5) : []
    let count = max(name.count, notes.count)
    let height = count > 1 ? Double(count) * nameStyle.lineHeight + 2 : 0
    return (name, notes, max(rowHeight, height))
  }

  static func noteStyle(_ nameStyle: TextStyle) -> TextStyle {
    TextStyle(nameStyle.size == .body ? .tick : nameStyle.size, bold: true)
  }

  /// Whether rows are so many that they stand close together.
  var isDense: Bool { nameStyle.size != .body }
}
