import ReleaseDiff
import StudyModel

/// The estimates that stand for the pairs, those that moved most first.
struct DiffEstimatesModel {
  let changes: ReleaseChanges
  let words: DiffWords

  func value() throws -> TemplateValue {
    let own = changes.changes.filter { $0.aspect == .estimate && $0.counts }
    let primary = Set(own.filter(isPrimary).compactMap(\.pair))
    let moved = changes.pairs.filter { primary.contains($0.id) }
      .sorted { (abs($1.shift ?? .infinity), $0.id) < (abs($0.shift ?? .infinity), $1.id) }
    return try DiffRows(
      moved,
      others: own.count - own.count(where: isPrimary),
      isAttributed: changes.isAttributed
    ).value { pair in
      .object([
        "pair": .text(try words.pair(pair.traitName, pair.direction)),
        "measure": words.measure(pair.new ?? pair.old), "old": words.estimate(pair.old),
        "new": words.estimate(pair.new), "shift": shift(pair.shift), "software": shift(pair.softwareShift),
        "data": shift(pair.dataShift),
      ])
    }
  }

  /// Whether the change is of the estimate that stands for its pair.
  private func isPrimary(_ change: Change) -> Bool {
    guard let pair = change.pair.flatMap({ byID[$0] }) else { return false }
    return [pair.old?.method?.rawValue, pair.new?.method?.rawValue].contains(change.subject)
  }

  private let byID: [PairID: PairComparison]

  init(changes: ReleaseChanges, words: DiffWords) {
    self.changes = changes
    self.words = words
    byID = Dictionary(changes.pairs.map { ($0.id, $0) }) { first, _ in first }
  }

  private func shift(_ shift: Double?) -> TemplateValue {
    shift.map { .text(($0 > 0 ? "+" : "") + NumberStyle.fixed($0, decimals: 2)) } ?? .absent
  }
}
