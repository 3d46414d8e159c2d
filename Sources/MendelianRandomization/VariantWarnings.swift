import StudyModel

/// Flags of kept variants that need the studies' sizes or the genome position.
package struct VariantWarnings {
  let exposure: StudySide
  let outcome: StudySide

  package init(exposure: StudySide, outcome: StudySide) {
    self.exposure = exposure
    self.outcome = outcome
  }

  /// Fewer expected minor alleles among the cases than this are flagged.
  private static let fewestMinorAlleles = 10.0

  /// The variant with the flags that hold of it added behind those that it has, none twice.
  package func flagged(_ variant: HarmonisedVariant) -> HarmonisedVariant {
    var flagged = variant
    let rare = isRare(variant.exposure, in: exposure) || isRare(variant.outcome, in: outcome)
    if rare { Self.add(.rareInCases, to: &flagged) }
    if Self.isInExtendedHLA(variant.variant) { Self.add(.extendedHLA, to: &flagged) }
    return flagged
  }

  /// 2·min(f, 1 − f)·cases < 10.
  private func isRare(_ effect: AlleleEffect, in side: StudySide) -> Bool {
    guard side.type == .binary, let cases = side.sampleSize.cases, let f = effect.effectAlleleFrequency
    else { return false }
    return 2 * min(f, 1 - f) * Double(cases) < Self.fewestMinorAlleles
  }

  private static func isInExtendedHLA(_ variant: GeneticVariant) -> Bool {
    guard let chromosome = variant.chromosome, let position = variant.position else { return false }
    return GenomeRegion.extendedHLA.contains(
      chromosome: ChromosomeName.normalised(chromosome),
      position: position,
      build: nil
    )
  }

  private static func add(_ flag: VariantFlag, to variant: inout HarmonisedVariant) {
    if !variant.flags.contains(flag) { variant.flags.append(flag) }
  }
}
