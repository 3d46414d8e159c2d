/// Which place in the genome a row speaks of.
package struct GeneticVariant: Codable, Hashable, Sendable {
  /// As the file names it, usually an rsID.
  package var id: String
  /// Without `chr` ("6", "X"); nil where the file gives none.
  package var chromosome: String?
  /// One-based, in the trait's genome build; where its genome-wide file gives no places, in that of the reference panel.
  package var position: Int?

  package init(id: String, chromosome: String? = nil, position: Int? = nil) {
    self.id = id
    self.chromosome = chromosome
    self.position = position
  }
}

/// What one study found for one allele: everything but the allele itself.
package struct AlleleEffect: Codable, Hashable, Sendable {
  /// Per effect allele, in the trait's units or in log odds.
  package var beta: Double
  package var standardError: Double
  package var pValue: PValue?
  /// Of the effect allele, in [0, 1].
  package var effectAlleleFrequency: Double?
  package var sampleSize: Double?
  /// INFO or R² of the imputation, from 0 to 1, a little above where the source says so; nil where it gives none.
  package var imputationQuality: Double?
  /// What the file does not give as it stands; nil where it gives all of it.
  package var derived: [DerivedValue]?

  package init(
    beta: Double,
    standardError: Double,
    pValue: PValue? = nil,
    effectAlleleFrequency: Double? = nil,
    sampleSize: Double? = nil,
    imputationQuality: Double? = nil,
    derived: [DerivedValue]? = nil
  ) {
    self.beta = beta
    self.standardError = standardError
    self.pValue = pValue
    self.effectAlleleFrequency = effectAlleleFrequency
    self.sampleSize = sampleSize
    self.imputationQuality = imputationQuality
    self.derived = derived
  }

  /// The same finding, told of the other allele.
  package var forOtherAllele: AlleleEffect {
    var other = self
    other.beta = -beta
    other.effectAlleleFrequency = effectAlleleFrequency.map { 1 - $0 }
    return other
  }
}

/// One row of one study's file, before it meets the other study's.
package struct VariantAssociation: Codable, Hashable, Sendable {
  package var variant: GeneticVariant
  package var effectAllele: Allele?
  package var otherAllele: Allele?
  /// Nil where the row gives no effect or no standard error (`NA`): such a row is kept to be excluded by name.
  package var effect: AlleleEffect?
  /// One-based line of the file, the header being line 1; 0 where the row was read by its place, through an index.
  package var line: Int
  /// Set where another variant's row stands for this one.
  package var proxy: ProxyVariant?
  /// What is to be known of the row whatever becomes of it.
  package var flags: [VariantFlag] = []
  /// Further names that the file gives the variant, as in a list of rsIDs.
  package var aliases: [String] = []

  package init(
    variant: GeneticVariant,
    effectAllele: Allele?,
    otherAllele: Allele?,
    effect: AlleleEffect?,
    line: Int
  ) {
    self.variant = variant
    self.effectAllele = effectAllele
    self.otherAllele = otherAllele
    self.effect = effect
    self.line = line
  }
}

/// One row of a table that somebody harmonised before: both effects already speak of one allele.
package struct SuppliedHarmonisedRow: Hashable, Sendable {
  package var variant: GeneticVariant
  package var effectAllele: Allele?
  package var otherAllele: Allele?
  /// Nil where the row lacks beta or standard error.
  package var exposure: AlleleEffect?
  /// Nil where the row lacks beta or standard error.
  package var outcome: AlleleEffect?
  /// What the table's own `mr_keep` says; true where it has no such column.
  package var isKept: Bool
  package var line: Int

  package init(
    variant: GeneticVariant,
    effectAllele: Allele?,
    otherAllele: Allele?,
    exposure: AlleleEffect?,
    outcome: AlleleEffect?,
    isKept: Bool,
    line: Int
  ) {
    self.variant = variant
    self.effectAllele = effectAllele
    self.otherAllele = otherAllele
    self.exposure = exposure
    self.outcome = outcome
    self.isKept = isKept
    self.line = line
  }
}

/// One instrument with both effects on the same allele, ready for the estimators.
package struct HarmonisedVariant: Codable, Hashable, Sendable {
  package var variant: GeneticVariant
  package var effectAllele: Allele?
  package var otherAllele: Allele?
  package var exposure: AlleleEffect
  package var outcome: AlleleEffect
  package var alignment: AlleleAlignment
  package var isPalindromic: Bool
  /// What a reader should know of a variant that was kept all the same.
  package var flags: [VariantFlag]
  /// (β/σ)² of the exposure.
  package var fStatistic: Double
  /// Share of the exposure's variance; nil where n (or, for a binary exposure, the frequency) is unknown.
  package var rSquared: Double?
  /// The variant whose effect on the outcome is given; nil where it is the instrument's own.
  package var proxy: ProxyVariant?

  package init(
    variant: GeneticVariant,
    effectAllele: Allele?,
    otherAllele: Allele?,
    exposure: AlleleEffect,
    outcome: AlleleEffect,
    alignment: AlleleAlignment,
    isPalindromic: Bool,
    flags: [VariantFlag] = [],
    fStatistic: Double? = nil,
    rSquared: Double? = nil,
    proxy: ProxyVariant? = nil
  ) {
    self.variant = variant
    self.effectAllele = effectAllele
    self.otherAllele = otherAllele
    self.exposure = exposure
    self.outcome = outcome
    self.alignment = alignment
    self.isPalindromic = isPalindromic
    self.flags = flags
    let z = exposure.beta / exposure.standardError
    self.fStatistic = fStatistic ?? z * z
    self.rSquared = rSquared
    self.proxy = proxy
  }
}

/// What was done to the outcome row so that it speaks of the exposure's effect allele.
package enum AlleleAlignment: String, CaseIterable, Codable, Hashable, Sendable {
  /// Same alleles, same order.
  case same
  /// Effect and other allele exchanged, the sign turned.
  case swapped
  /// Read from the other strand.
  case strandFlipped = "strand_flipped"
  /// Read from the other strand and exchanged.
  case strandFlippedAndSwapped = "strand_flipped_and_swapped"
  /// The table came harmonised; nothing was done here.
  case supplied
}

/// A warning about a variant that is kept.
package enum VariantFlag: String, CaseIterable, Codable, Hashable, Sendable {
  /// Palindromic, its strand told by frequency.
  case strandInferred = "strand_inferred"
  /// Palindromic in a table that came harmonised: its strand is as the source set it.
  case strandAsSupplied = "strand_as_supplied"
  /// Not palindromic, yet the two frequencies differ by more than the study's limit.
  case frequencyClash = "frequency_clash"
  /// One file names only the effect allele.
  case otherAlleleMissing = "other_allele_missing"
  /// Fewer than ten minor alleles are expected among the cases of a binary trait: 2·f·cases < 10.
  case rareInCases = "rare_in_cases"
  /// In the extended HLA region, chromosome 6, 25–34 Mb.
  case extendedHLA = "extended_hla"
  /// Another variant's effect on the outcome stands for its own.
  case proxy
  /// The reference panel does not have it: nothing tells whether it is independent of the others.
  case notInPanel = "not_in_panel"
}
