import StudyModel

/// Both effects of a variant with a frequency where either has one: they speak of the same allele, and both samples are
/// taken to come from one population.
package struct SharedFrequency: Hashable {
  package var exposure: AlleleEffect
  package var outcome: AlleleEffect
  /// Whether the frequency is the other side's.
  package var exposureBorrows: Bool
  package var outcomeBorrows: Bool

  package init(_ variant: HarmonisedVariant) {
    (exposure, outcome) = (variant.exposure, variant.outcome)
    let own = (exposure: exposure.effectAlleleFrequency, outcome: outcome.effectAlleleFrequency)
    exposureBorrows = own.exposure == nil && own.outcome != nil
    outcomeBorrows = own.outcome == nil && own.exposure != nil
    exposure.effectAlleleFrequency = own.exposure ?? own.outcome
    outcome.effectAlleleFrequency = own.outcome ?? own.exposure
  }
}
