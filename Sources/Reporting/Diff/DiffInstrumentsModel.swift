import ReleaseDiff
import StudyModel

/// Instruments that came, went, or are told otherwise.
struct DiffInstrumentsModel {
  let changes: ReleaseChanges
  let digest: ChangeDigest
  let words: DiffWords

  func value() throws -> TemplateValue {
    var fates = Capped<FateCount>()
    changes.fates.filter { $0.old != $0.new }.forEach { fates.append($0) }
    return .object([
      "any": .flag(digest.instruments > 0), "gained": .number(digest.gained), "lost": .number(digest.lost),
      "turnover": try DiffRows(digest.turnover, isAttributed: changes.isAttributed).value { change in
        [
          "pair": try words.pair(change), "variant": .optional(change.subject),
          "old": .text(try words.fate(change.old)), "new": .text(try words.fate(change.new)),
          "origin": try words.origin(change),
        ]
      },
      "told": try DiffRows(digest.realigned).value { change in
        [
          "pair": try words.pair(change), "variant": .optional(change.subject),
          "what": .text(try words.aspect(change)), "kind": .text(try words.kind(change)),
          "old": try words.code(change, change.old), "new": try words.code(change, change.new),
        ]
      },
      "moved": digest.movedInstruments == 0 ? .absent : .number(digest.movedInstruments),
      "candidates": digest.candidates == 0 ? .absent : .number(digest.candidates),
      "fates": try DiffRows(fates).value { fate in
        [
          "old": .text(try words.fate(fate.old)), "new": .text(try words.fate(fate.new)),
          "variants": .number(fate.variants),
        ]
      },
    ])
  }
}
