import MendelianRandomization
import StudyModel

/// One row of a made-up file.
func alleleRow(
  _ id: String,
  _ effectAllele: String?,
  _ otherAllele: String?,
  beta: Double? = 0.1,
  standardError: Double = 0.01,
  frequency: Double? = 0.3,
  p: Double? = 1e-10,
  line: Int = 2
) -> VariantAssociation {
  VariantAssociation(
    variant: GeneticVariant(id: id),
    effectAllele: effectAllele.flatMap(Allele.init),
    otherAllele: otherAllele.flatMap(Allele.init),
    effect: beta.map {
      AlleleEffect(
        beta: $0,
        standardError: standardError,
        pValue: p.map { PValue($0) },
        effectAlleleFrequency: frequency
      )
    },
    line: line
  )
}

/// What the default settings, or another policy, make of these rows.
func harmoniseRows(
  _ exposure: [VariantAssociation],
  _ outcome: [VariantAssociation],
  _ policy: HarmonisationPolicy = .infer,
  pThreshold: Double? = nil
) -> HarmonisationResult {
  Harmoniser(settings: HarmonisationSettings(policy: policy))
    .harmonise(exposure: exposure, outcome: outcome, pThreshold: pThreshold)
}
