import Charts

/// The rows of a variant forest that are drawn: all of them up to a limit; beyond it the marked ones
/// (outliers, and those with a note), then those of largest weight, in the order of the page.
struct VariantSelection {
  let rows: [VariantForestFigure.Row]
  /// What is left out, in a sentence; empty where nothing is.
  let note: String

  init(
    _ all: [VariantForestFigure.Row],
    _ words: Wordbook,
    limit: Int = VariantForestFigure.rowLimit
  ) {
    guard all.count > limit else {
      (rows, note) = (all, "")
      return
    }
    let ranked = all.indices.sorted { left, right in
      let (first, second) = (Self.rank(all[left]), Self.rank(all[right]))
      return first == second ? left < right : first > second
    }
    let chosen = ranked.prefix(limit).sorted()
    rows = chosen.map { all[$0] }
    let marked = all.filter(Self.isMarked).count
    let shown = rows.filter(Self.isMarked).count
    let phrase: FigureSentence =
      shown == limit ? .drawnMarked : marked == 0 ? .drawnHeaviest : .drawnBoth
    let kinds = words(phrase, ["marked": Self.count(marked), "rest": Self.count(limit - shown)])
    note = words(
      FigureSentence.drawn,
      ["limit": Self.count(limit), "all": Self.count(all.count), "kinds": kinds]
    )
  }

  private static func isMarked(_ row: VariantForestFigure.Row) -> Bool { row.isRinged || !row.note.isEmpty }

  /// Marked before unmarked, heavy before light; what is no number is lightest.
  private static func rank(_ row: VariantForestFigure.Row) -> Double {
    let weight = row.weight.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil } ?? -1
    return (row.isRinged ? 4 : 0) + (row.note.isEmpty ? 0 : 4) + weight
  }

  private static func count(_ number: Int) -> String { DecimalNumber(mantissa: number, exponent: 0).label }
}
