import StrictYAML
import StudyModel

/// One panel trait's mapping to its two pairs and their tables.
struct PairReader {
  /// The disease's mapping.
  var disease: CheckedMapping
  var diseaseID: TraitID
  /// Directions whose pairs another tool's results stand for.
  var results: [Direction: ResultFiles]

  /// Always both directions: a pair without tables stays in the design, so that its page can say so.
  func pairs(of trait: CheckedMapping, id: TraitID) -> [(design: PairDesign, files: PairFiles)] {
    Direction.allCases.map { direction in
      let harmonised = trait.mapping("harmonised")?.mapping(direction.rawValue)
      let design = PairDesign(
        trait: id,
        direction: direction,
        disease: diseaseID,
        exposureSource: harmonised?.mapping("exposure_source").map(PairSource.init),
        outcomeSource: harmonised?.mapping("outcome_source").map(PairSource.init),
        note: harmonised?.text("note") ?? trait.text("note")
      )
      return (design, files(of: trait, direction: direction))
    }
  }

  private func files(of trait: CheckedMapping, direction: Direction) -> PairFiles {
    if let results = results[direction] { return .results(results) }
    if let owner = trait.mapping("harmonised"), let file = FileReference(direction.rawValue, of: owner) {
      return .harmonised(file)
    }
    let (exposure, outcome) = direction == .forward ? (trait, disease) : (disease, trait)
    let instruments = VariantFile("instruments", of: exposure)
    let lookup = VariantFile("lookup", of: outcome)
    return instruments == nil && lookup == nil ? .none : .tables(instruments: instruments, lookup: lookup)
  }
}

extension VariantFile {
  /// The table of that key, or else the trait's genome-wide file; nil where it has neither.
  fileprivate init?(_ key: String, of trait: CheckedMapping) {
    if let table = FileReference(key, of: trait) {
      self = .table(table)
    } else if let genomeWide = GenomeWideFile(of: trait) {
      self = .genomeWide(genomeWide)
    } else {
      return nil
    }
  }
}
