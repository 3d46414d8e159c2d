import ReleaseDiff
import StudyModel

/// changes.tsv: every change, one line for each number of it that moved, and one for a change without such numbers.
enum ChangesTable {
  private static let header = [
    "severity", "category", "aspect", "kind", "pair", "subject", "old", "new", "field", "old_number",
    "new_number", "tolerance", "software_part", "data_part", "shift_in_old_standard_errors", "origin",
    "ignored_because",
  ]

  /// The line of the columns' names.
  static let beginning = TabSeparated(header: header).text

  static func lines(_ changes: [Change]) -> String {
    var table = TabSeparated()
    for change in changes {
      let moved = change.numbers.filter(\.hasMoved)
      if moved.isEmpty { table.add(cells(change, nil)) }
      for number in moved { table.add(cells(change, number)) }
    }
    return table.text
  }

  private static func cells(_ change: Change, _ number: ComparedNumber?) -> [TabSeparated.Cell] {
    [
      .words(change.severity.rawValue), .words(change.category.rawValue), .words(change.aspect.rawValue),
      .words(change.kind.rawValue), .words(change.pair?.rawValue), .words(change.subject),
      .words(change.old), .words(change.new), .words(number?.field), .exact(number?.old),
      .exact(number?.new), .exact(number?.tolerance), .exact(number?.softwarePart), .exact(number?.dataPart),
      .exact(change.shift), .words(change.origin?.rawValue), .words(change.ignoredBecause),
    ]
  }
}

extension ComparedNumber {
  /// What software and settings add to the difference; nil where that was not computed.
  var softwarePart: Double? { difference(middle, old) }

  /// What the data add to the difference.
  var dataPart: Double? { difference(new, middle) }

  private func difference(_ later: Double?, _ earlier: Double?) -> Double? {
    later.flatMap { later in earlier.map { later - $0 } }
  }
}
