import MendelianRandomization
import StudyModel

/// Releases of any number of pairs: those of a small simulated study again and again under the names of other traits,
/// with the families and appraisals of them all.
struct CopiedStudy {
  private let base: Release

  /// Traits that are analysed.
  private static let analysed = 10

  init(variants: Int) throws {
    base = try SimulatedStudy(traits: Self.analysed, variants: variants).release()
  }

  func release(pairs count: Int) throws -> Release {
    var release = base
    let disease = base.header.design.disease.id
    let traits = try (0..<count / 2).map { index -> Trait in
      var trait = base.header.design.panel.traits[index % Self.analysed]
      guard let id = TraitID(rawValue: "t\(index)") else { throw BenchmarkError.invalidID("t\(index)") }
      (trait.id, trait.name) = (id, "Protein \(index)")
      return trait
    }
    release.header.design.panel.traits = traits
    release.header.design.pairs = traits.flatMap { trait in
      Direction.allCases.map { PairDesign(trait: trait.id, direction: $0, disease: disease) }
    }
    release.pairs = release.header.design.pairs.enumerated().map { index, design in
      var pair = base.pairs[index % base.pairs.count]
      (pair.id, pair.trait, pair.exposure, pair.outcome) = (
        design.id, design.trait, design.exposure, design.outcome
      )
      return pair
    }
    release.conclusions = StudyAnalysis(design: release.header.design).conclude(release.pairs)
    // That copies share their instruments says nothing of a real panel.
    release.conclusions.sharedInstruments = nil
    return release
  }
}
