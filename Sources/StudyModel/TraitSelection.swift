/// How the instruments of one trait came out of its genome-wide file, before any outcome was looked at.
package struct TraitSelection: Codable, Hashable, Sendable {
  package var trait: TraitID
  /// The one that held in the end.
  package var pThreshold: Double
  /// Smaller ones that left too few, in the order in which they were tried; nil where the first one held.
  package var relaxedFrom: [Double]?
  /// Rows with a p below the threshold.
  package var candidates: Int
  /// What was left out before the look-up, by reason, in the order of the steps.
  package var excluded: [ReasonCount]
  /// Candidates whose frequency the file does not tell, so that no filter of frequency could judge them.
  package var frequencyUnknown: Int
  /// Instruments that no panel told to be independent of the others.
  package var independenceUnknown: Int
  package var instruments: Int

  package init(
    trait: TraitID,
    pThreshold: Double,
    relaxedFrom: [Double]? = nil,
    candidates: Int,
    excluded: [ReasonCount] = [],
    frequencyUnknown: Int = 0,
    independenceUnknown: Int = 0,
    instruments: Int
  ) {
    self.trait = trait
    self.pThreshold = pThreshold
    self.relaxedFrom = relaxedFrom
    self.candidates = candidates
    self.excluded = excluded
    self.frequencyUnknown = frequencyUnknown
    self.independenceUnknown = independenceUnknown
    self.instruments = instruments
  }
}

/// How many rows one reason left out.
package struct ReasonCount: Codable, Hashable, Sendable {
  package var reason: ExclusionReason
  package var count: Int

  package init(reason: ExclusionReason, count: Int) {
    self.reason = reason
    self.count = count
  }
}

/// The reference panel that told which candidates go together.
package struct PanelDescription: Codable, Hashable, Sendable {
  /// The path that its three files share, as study.yaml writes it.
  package var name: String
  package var build: String?
  package var people: Int
  /// Those whose parents are both unknown; the others count for nothing.
  package var founders: Int
  package var variants: Int
  /// How often variants on different chromosomes look correlated in it; nil where there were none to compare.
  package var noise: Noise?

  package init(
    name: String,
    build: String?,
    people: Int,
    founders: Int,
    variants: Int,
    noise: Noise? = nil
  ) {
    self.name = name
    self.build = build
    self.people = people
    self.founders = founders
    self.variants = variants
    self.noise = noise
  }

  /// A measure of the panel's own noise at the threshold of the clumping.
  package struct Noise: Codable, Hashable, Sendable {
    /// Pairs of variants on different chromosomes.
    package var pairs: Int
    /// Of them, those whose r² reaches the threshold, as a share.
    package var share: Double

    package init(pairs: Int, share: Double) {
      self.pairs = pairs
      self.share = share
    }
  }
}

/// A variant whose effect on the outcome stands for that of an instrument which the outcome's file does not have.
package struct ProxyVariant: Codable, Hashable, Sendable {
  /// As the outcome's file names it.
  package var variant: GeneticVariant
  /// The allele that lies on one haplotype with the instrument's effect allele of the outcome's row.
  package var effectAllele: Allele
  package var otherAllele: Allele
  /// With the instrument, in the panel.
  package var rSquared: Double

  package init(variant: GeneticVariant, effectAllele: Allele, otherAllele: Allele, rSquared: Double) {
    self.variant = variant
    self.effectAllele = effectAllele
    self.otherAllele = otherAllele
    self.rSquared = rSquared
  }

  /// The same variant, told of the instrument's other allele.
  package var forOtherAllele: ProxyVariant {
    ProxyVariant(variant: variant, effectAllele: otherAllele, otherAllele: effectAllele, rSquared: rSquared)
  }
}
