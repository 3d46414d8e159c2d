import ReleaseDiff
import StudyModel

/// Instruments that came, went, or are told otherwise.
struct DiffInstrumentsModel {
  let changes: ReleaseChanges
  let words: DiffWords

  private static let turnover: Set<Change.Kind> = [.gained, .lost]

  func value() throws -> TemplateValue {
    let all = changes.changes.filter { $0.category == .instruments && $0.counts }
    let turnover = all.filter { $0.aspect == .instrument && Self.turnover.contains($0.kind) }
    let told = all.filter { [.alleles, .proxy, .variantName, .alignment].contains($0.aspect) }
    return .object([
      "any": .flag(!all.isEmpty),
      "gained": .number(turnover.count { $0.kind == .gained }),
      "lost": .number(turnover.count { $0.kind == .lost }),
      "turnover": try DiffRows(turnover, isAttributed: changes.isAttributed).value { change in
        [
          "pair": try words.pair(change), "variant": .optional(change.subject),
          "old": .text(try words.fate(change.old)), "new": .text(try words.fate(change.new)),
          "origin": try words.origin(change),
        ]
      },
      "told": try DiffRows(told).value { change in
        [
          "pair": try words.pair(change), "variant": .optional(change.subject),
          "what": .text(try words.aspect(change)), "kind": .text(try words.kind(change)),
          "old": try words.code(change, change.old), "new": try words.code(change, change.new),
        ]
      },
      "moved": count { $0.aspect == .instrument && $0.kind == .moved },
      "candidates": count { $0.aspect == .candidate },
      "fates": try DiffRows(changes.fates.filter { $0.old != $0.new }).value { fate in
        [
          "old": .text(try words.fate(fate.old)), "new": .text(try words.fate(fate.new)),
          "variants": .number(fate.variants),
        ]
      },
    ])
  }

  private func count(_ isMeant: (Change) -> Bool) -> TemplateValue {
    let count = changes.changes.count { $0.counts && isMeant($0) }
    return count == 0 ? .absent : .number(count)
  }
}
