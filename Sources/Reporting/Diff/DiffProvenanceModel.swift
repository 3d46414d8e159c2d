import ReleaseDiff
import StudyModel

/// Files, settings, versions, and which traits and pairs there are.
struct DiffProvenanceModel {
  let digest: ChangeDigest
  let words: DiffWords

  func value() throws -> TemplateValue {
    let any = digest.inputs.count + digest.provenance.count + digest.otherProvenance > 0
    return .object([
      "any": .flag(any),
      "inputs": try DiffRows(digest.inputs).value { change in
        [
          "file": .optional(change.subject), "kind": .text(try words.kind(change)),
          "old": checksum(change.old), "new": checksum(change.new),
          "old_rows": rows(change.numbers.first?.old), "new_rows": rows(change.numbers.first?.new),
        ]
      },
      "others": try DiffRows(digest.provenance, others: digest.otherProvenance).value { change in
        [
          "what": .text(try words.aspect(change)), "kind": .text(try words.kind(change)),
          "subject": .optional(change.subject ?? change.pair?.rawValue),
          "old": .optional(change.old.map(shortened)), "new": .optional(change.new.map(shortened)),
          "likely_rename": .flag(change.aspect == .likelyRename),
        ]
      },
    ])
  }

  /// Enough of a checksum to tell two apart at a glance; diff.json has all of it.
  private func checksum(_ text: String?) -> TemplateValue {
    text.map { .text("\($0.prefix(8))…\($0.suffix(4))") } ?? .absent
  }

  private func rows(_ number: Double?) -> TemplateValue { .optional(number.map { NumberStyle.count($0) }) }

  private static let longest = 60

  private func shortened(_ text: String) -> String {
    text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
  }
}

/// Each pair's estimate over several releases.
struct DiffHistoryModel {
  let changes: ReleaseChanges
  let words: DiffWords

  func value() throws -> TemplateValue {
    guard let history = changes.history else { return .absent }
    var pairs = Capped<History.PairHistory>(most: Self.mostPairs)
    history.pairs.forEach { pairs.append($0) }
    return .object([
      "releases": .list(
        history.releases.map { release in
          ["date": .text(release.date), "cases": .optional(release.cases.map(NumberStyle.count))]
        }
      ),
      "pairs": try DiffRows(pairs).value { pair in
        [
          "pair": .text(try words.pair(pair.traitName, pair.direction)),
          "estimates": .list(
            history.releases.indices.map { release in
              ["text": words.estimate(pair.standings.first { $0.release == release }?.standing)]
            }
          ),
        ]
      },
    ])
  }

  /// More do not fit into what a pull request takes.
  private static let mostPairs = 100
}
