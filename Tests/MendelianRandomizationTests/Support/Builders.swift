import MendelianRandomization
import StudyModel

/// Whether two numbers agree to that share of the reference.
func isClose(_ value: Double?, _ reference: Double, relative: Double = 1e-10) -> Bool {
  guard let value else { return false }
  return abs(value - reference) <= relative * abs(reference)
}

/// A variant made of its four numbers.
func variant(
  _ id: String = "rs1",
  x: Double,
  xError: Double = 0.01,
  y: Double,
  yError: Double = 0.02,
  frequency: Double? = nil,
  sampleSize: Double? = nil
) -> HarmonisedVariant {
  HarmonisedVariant(
    variant: GeneticVariant(id: id),
    effectAllele: Allele(rawValue: "A"),
    otherAllele: Allele(rawValue: "G"),
    exposure: AlleleEffect(
      beta: x,
      standardError: xError,
      effectAlleleFrequency: frequency,
      sampleSize: sampleSize
    ),
    outcome: AlleleEffect(beta: y, standardError: yError, effectAlleleFrequency: frequency),
    alignment: .same,
    isPalindromic: false
  )
}

/// Both effects told of the other allele.
func flipped(_ variant: HarmonisedVariant) -> HarmonisedVariant {
  var other = variant
  other.exposure = variant.exposure.forOtherAllele
  other.outcome = variant.outcome.forOtherAllele
  return other
}

/// The exposure in units `factor` times smaller, the outcome in units `outcomeFactor` times smaller.
func rescaled(_ variant: HarmonisedVariant, exposure: Double = 1, outcome: Double = 1) -> HarmonisedVariant {
  var other = variant
  other.exposure.beta *= exposure
  other.exposure.standardError *= exposure
  other.outcome.beta *= outcome
  other.outcome.standardError *= outcome
  return other
}

/// A context with few draws, for tests that do not look at the bootstrap.
func context(draws: Int = 100, seed: UInt64 = 1) -> EstimationContext {
  EstimationContext(
    pair: studyPair("BMI").id,
    seed: seed,
    settings: AnalysisSettings(bootstrapDraws: draws),
    sampleSize: 50_000
  )
}

/// An identifier that is known to be valid.
func traitID(_ text: String) -> TraitID {
  guard let id = TraitID(rawValue: text) else { preconditionFailure("\(text) is no identifier") }
  return id
}

/// A pair against the disease `CHD`.
func studyPair(_ trait: String, _ direction: Direction = .forward) -> PairDesign {
  PairDesign(trait: traitID(trait), direction: direction, disease: traitID("CHD"))
}

/// A study of these pairs: continuous panel traits against the binary disease `CHD`.
func studyDesign(
  pairs: [PairDesign],
  groups: [String: String] = [:],
  settings: AnalysisSettings = AnalysisSettings(bootstrapDraws: 200)
) -> StudyDesign {
  guard let id = StudyID(rawValue: "test-study") else { preconditionFailure("no identifier") }
  var names: [String] = []
  for pair in pairs where !names.contains(pair.trait.rawValue) { names.append(pair.trait.rawValue) }
  let traits = names.map { name in
    Trait(
      id: traitID(name),
      name: name,
      group: groups[name],
      type: .continuous,
      units: "SD",
      sampleSize: SampleSize(total: 10_000)
    )
  }
  return StudyDesign(
    id: id,
    title: "A study",
    question: "Does it?",
    authors: [],
    date: "2026-01-01",
    seed: 1,
    disease: Trait(
      id: traitID("CHD"),
      name: "Coronary heart disease",
      type: .binary,
      sampleSize: SampleSize(cases: 1000, controls: 9000),
      prevalence: 0.05
    ),
    panel: Panel(name: "traits", member: "trait", traits: traits),
    pairs: pairs,
    settings: settings
  )
}

/// A table that was harmonised before, holding these variants.
func suppliedTable(_ variants: [HarmonisedVariant]) -> PairData {
  .harmonised(
    variants.enumerated().map { index, variant in
      SuppliedHarmonisedRow(
        variant: variant.variant,
        effectAllele: variant.effectAllele,
        otherAllele: variant.otherAllele,
        exposure: variant.exposure,
        outcome: variant.outcome,
        isKept: true,
        line: index + 2
      )
    }
  )
}
