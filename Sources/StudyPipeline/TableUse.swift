import StudyFile
import StudyModel

/// One pair's use of one table.
struct TableUse: Hashable {
  var file: FileReference
  var role: InputFile.Role
  /// Whose effects the table holds; for a harmonised table the panel trait.
  var trait: TraitID
}

extension LoadedStudy {
  /// The tables of one pair, the exposure's first.
  func uses(of pair: PairDesign) -> [TableUse] {
    switch files[pair.id] ?? .none {
    case .none: []
    case .harmonised(let file): [TableUse(file: file, role: .harmonised, trait: pair.trait)]
    case .tables(let instruments, let lookup):
      [
        instruments.map { TableUse(file: $0, role: .instruments, trait: pair.exposure) },
        lookup.map { TableUse(file: $0, role: .lookup, trait: pair.outcome) },
      ].compactMap { $0 }
    }
  }
}
