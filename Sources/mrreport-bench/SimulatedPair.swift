import MendelianRandomization
import Statistics
import StudyModel

/// Two studies' rows of the same variants, drawn with a fixed seed: instruments of F above 30 for a continuous exposure,
/// a causal effect of 0.4 on a binary outcome, and balanced pleiotropy that MR-PRESSO's global test rejects from
/// some dozens of variants on. Every other outcome row is told of the other allele, so that harmonising has work to do.
struct SimulatedPair {
  var exposure: [VariantAssociation] = []
  var outcome: [VariantAssociation] = []

  static let exposureSize = 300_000.0
  static let outcomeSize = 180_000.0
  static let outcomeCases = 60_000.0
  static let effect = 0.4

  /// `name` sets one pair's draws apart from another's.
  init(name: String, variants: Int) {
    var stream = RandomStream(StreamKey(seed: 1, names: ["benchmark", name]), simulation: 0)
    for index in 0..<variants { append(index, &stream) }
  }

  var candidates: PairData { .candidates(exposure: exposure, outcome: outcome) }

  /// The rows as the estimators get them.
  var harmonised: [HarmonisedVariant] {
    Harmoniser(settings: HarmonisationSettings())
      .harmonise(exposure: exposure, outcome: outcome, pThreshold: nil).variants
  }

  private mutating func append(_ index: Int, _ stream: inout RandomStream) {
    let frequency = 0.05 + 0.9 * stream.nextUniform()
    let spread = (2 * frequency * (1 - frequency)).squareRoot()
    let exposureError = 1 / (spread * Self.exposureSize.squareRoot())
    let caseShare = Self.outcomeCases / Self.outcomeSize
    let outcomeError = 1 / (spread * (Self.outcomeSize * caseShare * (1 - caseShare)).squareRoot())
    let z = 5.5 + 5 * abs(Ziggurat.shared.normal(&stream))
    let x = exposureError * (stream.nextUniform() < 0.5 ? -z : z)
    let pleiotropy = outcomeError * Ziggurat.shared.normal(&stream)
    let y = Self.effect * x + pleiotropy + outcomeError * Ziggurat.shared.normal(&stream)

    let exposureEffect = AlleleEffect(
      beta: x,
      standardError: exposureError,
      effectAlleleFrequency: frequency,
      sampleSize: Self.exposureSize
    )
    let outcomeEffect = AlleleEffect(
      beta: y,
      standardError: outcomeError,
      effectAlleleFrequency: frequency,
      sampleSize: Self.outcomeSize
    )
    exposure.append(row(index, "A", "G", exposureEffect))
    outcome.append(
      index.isMultiple(of: 2)
        ? row(index, "A", "G", outcomeEffect) : row(index, "G", "A", outcomeEffect.forOtherAllele)
    )
  }

  private func row(_ index: Int, _ effect: String, _ other: String, _ numbers: AlleleEffect)
    -> VariantAssociation
  {
    VariantAssociation(
      variant: GeneticVariant(
        id: "rs\(1_000_000 + index)",
        chromosome: "\(index % 22 + 1)",
        position: index + 1
      ),
      effectAllele: Allele(rawValue: effect),
      otherAllele: Allele(rawValue: other),
      effect: numbers,
      line: index + 2
    )
  }
}
