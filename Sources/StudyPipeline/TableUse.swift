import StudyFile
import StudyModel

/// One pair's use of one table.
struct TableUse: Hashable {
  var file: FileReference
  var role: InputFile.Role
  /// Whose effects the table holds; for a harmonised or a result table the panel trait.
  var trait: TraitID
}

extension TableUse {
  /// - Parameter role: of a table of selected variants.
  fileprivate init(_ file: VariantFile, role: InputFile.Role, trait: TraitID) {
    switch file {
    case .table(let file): self.init(file: file, role: role, trait: trait)
    case .genomeWide(let genomeWide): self.init(file: genomeWide.file, role: .genomeWide, trait: trait)
    }
  }
}

extension LoadedStudy {
  /// The tables of one pair, the exposure's first.
  func uses(of pair: PairDesign) -> [TableUse] {
    switch files[pair.id] ?? .none {
    case .none: []
    case .results(let results):
      [
        TableUse(file: results.estimates, role: .estimates, trait: pair.trait),
        results.heterogeneity.map { TableUse(file: $0, role: .heterogeneity, trait: pair.trait) },
        results.pleiotropy.map { TableUse(file: $0, role: .pleiotropy, trait: pair.trait) },
      ].compactMap { $0 }
    case .harmonised(let file): [TableUse(file: file, role: .harmonised, trait: pair.trait)]
    case .tables(let instruments, let lookup):
      [
        instruments.map { TableUse($0, role: .instruments, trait: pair.exposure) },
        lookup.map { TableUse($0, role: .lookup, trait: pair.outcome) },
      ].compactMap { $0 }
    }
  }
}
