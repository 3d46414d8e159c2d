import MendelianRandomization
import ReleaseFormat
import StudyModel

/// A study of simulated pairs with the settings that study.yaml leaves alone, except for one family of tests for each
/// direction.
struct SimulatedStudy {
  let design: StudyDesign
  private let variants: Int

  /// `traits` continuous traits against a binary disease, in both directions, each pair of so many variants.
  init(traits count: Int, variants: Int) throws {
    self.variants = variants
    let disease = Trait(
      id: try Self.id("disease"),
      name: "Coronary heart disease",
      type: .binary,
      sampleSize: SampleSize(cases: Int(SimulatedPair.outcomeCases), controls: 120_000),
      prevalence: 0.06
    )
    let traits = try (1...count).map { index in
      Trait(
        id: try Self.id("trait-\(index)"),
        name: "Interleukin-\(index)",
        group: "Group \(index % 4 + 1)",
        type: .continuous,
        units: "SD",
        sampleSize: SampleSize(total: Int(SimulatedPair.exposureSize))
      )
    }
    let settings = AnalysisSettings(
      families: Direction.allCases.map {
        FamilyDesign(id: $0.rawValue, directions: [$0], method: .ivwRandomEffects)
      }
    )
    guard let id = StudyID(rawValue: "benchmark") else { throw BenchmarkError.invalidID("benchmark") }
    design = StudyDesign(
      id: id,
      title: "Simulated proteins and a simulated disease",
      question: "How long does it take?",
      authors: [],
      date: "2026-01-01",
      seed: 1,
      disease: disease,
      panel: Panel(name: "proteins", member: "protein", traits: traits),
      pairs: traits.flatMap { trait in
        Direction.allCases.map { PairDesign(trait: trait.id, direction: $0, disease: disease.id) }
      },
      settings: settings
    )
  }

  /// The whole study, analysed.
  func release() -> Release {
    let analysis = StudyAnalysis(design: design)
    let pairs = design.pairs.map { pair in
      let data = SimulatedPair(name: pair.id.rawValue, variants: variants).candidates
      return analysis.analyse(pair, data: data, inputs: [])
    }
    return Release(
      header: ReleaseHeader(
        schemaVersion: ReleaseSchema.currentVersion,
        toolVersion: ToolVersion.current,
        design: design,
        methods: analysis.methodDescriptions(of: pairs),
        inputs: []
      ),
      pairs: pairs,
      conclusions: analysis.conclude(pairs)
    )
  }

  private static func id(_ text: String) throws -> TraitID {
    guard let id = TraitID(rawValue: text) else { throw BenchmarkError.invalidID(text) }
    return id
  }
}

/// What can only go wrong through a fault of the benchmark itself.
enum BenchmarkError: Error {
  case invalidID(String)
}
