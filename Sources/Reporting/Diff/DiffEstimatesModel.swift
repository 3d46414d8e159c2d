import ReleaseDiff
import StudyModel

/// The estimates that stand for the pairs, those that moved most first.
struct DiffEstimatesModel {
  let changes: ReleaseChanges
  let digest: ChangeDigest
  let words: DiffWords

  func value() throws -> TemplateValue {
    var moved = Capped<PairComparison>()
    changes.pairs.filter { digest.primaryEstimates.contains($0.id) }
      .sorted { (abs($1.shift ?? .infinity), $0.id) < (abs($0.shift ?? .infinity), $1.id) }
      .forEach { moved.append($0) }
    return try DiffRows(moved, others: digest.otherEstimates, isAttributed: changes.isAttributed).value {
      pair in
      .object([
        "pair": .text(try words.pair(pair.traitName, pair.direction)),
        "measure": words.measure(pair.new ?? pair.old), "old": words.estimate(pair.old, beside: pair.new),
        "new": words.estimate(pair.new, beside: pair.old), "shift": shift(pair.shift),
        "software": shift(pair.softwareShift),
        "data": shift(pair.dataShift),
      ])
    }
  }

  private func shift(_ shift: Double?) -> TemplateValue {
    shift.map { .text(($0 > 0 ? "+" : "") + NumberStyle.fixed($0, decimals: 2)) } ?? .absent
  }
}
