/// How instruments are chosen from genome-wide files.
package struct SelectionSettings: Codable, Hashable, Sendable {
  /// Candidates have a p below it, where a trait has no threshold of its own.
  package var pThreshold: Double
  /// What to do where the threshold leaves too few; nil leaves them too few.
  package var relaxation: ThresholdRelaxation?
  /// Variants that are correlated with a lead by this r² or more go with it.
  package var clumpingRSquared: Double
  /// And that lie less than so many thousand base pairs from it.
  package var clumpingKilobases: Double
  /// Where there is no panel; nil refuses to go on without.
  package var withoutPanel: WithoutPanel?
  package var absentFromPanel: AbsentFromPanel
  /// Nil looks for none.
  package var proxies: ProxySettings?
  package var filters: InstrumentFilters
  /// A file with a larger share of rows that cannot be used is refused.
  package var unusableShare: Double

  package init(
    pThreshold: Double = 5e-6,
    relaxation: ThresholdRelaxation? = nil,
    clumpingRSquared: Double = 0.001,
    clumpingKilobases: Double = 10_000,
    withoutPanel: WithoutPanel? = nil,
    absentFromPanel: AbsentFromPanel = .drop,
    proxies: ProxySettings? = nil,
    filters: InstrumentFilters = InstrumentFilters(),
    unusableShare: Double = 0.01
  ) {
    self.pThreshold = pThreshold
    self.relaxation = relaxation
    self.clumpingRSquared = clumpingRSquared
    self.clumpingKilobases = clumpingKilobases
    self.withoutPanel = withoutPanel
    self.absentFromPanel = absentFromPanel
    self.proxies = proxies
    self.filters = filters
    self.unusableShare = unusableShare
  }

  /// The trait's own threshold or the study's, then the larger ones that may be tried after it.
  package func thresholds(of trait: Trait) -> [Double] {
    let first = trait.pThreshold ?? pThreshold
    return [first] + (relaxation?.thresholds.filter { $0 > first } ?? [])
  }

  /// What takes the place of clumping.
  package enum WithoutPanel: String, CaseIterable, Codable, Hashable, Sendable {
    /// The variant with the smallest p stands for all that are near it.
    case distance
  }

  /// What becomes of a candidate that the panel does not have.
  package enum AbsentFromPanel: String, CaseIterable, Codable, Hashable, Sendable {
    case drop
    /// It stays, though nothing tells whether it is independent.
    case keep
  }
}

/// Larger thresholds that are tried in turn where a smaller one leaves too few instruments.
package struct ThresholdRelaxation: Codable, Hashable, Sendable {
  /// Ascending.
  package var thresholds: [Double]
  /// Fewer than so many are too few.
  package var fewest: Int

  package init(thresholds: [Double], fewest: Int = 3) {
    self.thresholds = thresholds
    self.fewest = fewest
  }
}

/// Which variants may stand for instruments that an outcome's file does not have.
package struct ProxySettings: Codable, Hashable, Sendable {
  /// At least so strongly correlated with the instrument in the panel.
  package var rSquared: Double
  /// Less than so many thousand base pairs from it.
  package var kilobases: Double

  package init(rSquared: Double = 0.8, kilobases: Double = 500) {
    self.rSquared = rSquared
    self.kilobases = kilobases
  }
}

/// What a candidate has to meet besides its p.
package struct InstrumentFilters: Codable, Hashable, Sendable {
  /// Of the rarer allele; 0 takes any.
  package var minorAlleleFrequency: Double
  /// Expected copies of the rarer allele among the cases of a binary exposure: 2·cases·MAF; 0 takes any.
  package var minorAllelesInCases: Double
  /// (β/σ)²; nil takes any.
  package var fStatistic: Double?
  /// INFO or R²; nil takes any.
  package var imputationQuality: Double?
  /// Whether variants in the extended HLA region are left out.
  package var excludesHla: Bool
  /// Whether that is so because the disease is immune and the study says nothing else.
  package var excludesHlaByDefault: Bool
  package var location: Location
  package var regions: [GenomeRegion]
  /// Names of variants.
  package var variants: [String]
  package var confounders: ConfounderTable?
  /// Whether instruments that explain more of the outcome than of the exposure are left out.
  package var steiger: Bool

  package init(
    minorAlleleFrequency: Double = 0.01,
    minorAllelesInCases: Double = 10,
    fStatistic: Double? = nil,
    imputationQuality: Double? = nil,
    excludesHla: Bool = false,
    excludesHlaByDefault: Bool = false,
    location: Location = .all,
    regions: [GenomeRegion] = [],
    variants: [String] = [],
    confounders: ConfounderTable? = nil,
    steiger: Bool = false
  ) {
    self.minorAlleleFrequency = minorAlleleFrequency
    self.minorAllelesInCases = minorAllelesInCases
    self.fStatistic = fStatistic
    self.imputationQuality = imputationQuality
    self.excludesHla = excludesHla
    self.excludesHlaByDefault = excludesHlaByDefault
    self.location = location
    self.regions = regions
    self.variants = variants
    self.confounders = confounders
    self.steiger = steiger
  }

  /// Where instruments may lie with respect to the gene that encodes the trait.
  package enum Location: String, CaseIterable, Codable, Hashable, Sendable {
    case all
    /// Within the window about the trait's gene.
    case cis
    /// Outside of it.
    case trans
  }
}

/// Associations of variants with other traits.
package struct ConfounderTable: Codable, Hashable, Sendable {
  /// As study.yaml names it.
  package var file: String
  /// An association with a p below it leaves the variant out.
  package var pThreshold: Double

  package init(file: String, pThreshold: Double = 5e-8) {
    self.file = file
    self.pThreshold = pThreshold
  }
}

/// The gene that encodes a trait, and how far about it a variant counts as cis.
package struct TraitGene: Codable, Hashable, Sendable {
  package var name: String
  package var region: GenomeRegion
  /// On either side, thousand base pairs.
  package var windowKilobases: Double

  package init(name: String, region: GenomeRegion, windowKilobases: Double = 1000) {
    self.name = name
    self.region = region
    self.windowKilobases = windowKilobases
  }

  /// The gene with the window about it.
  package var window: GenomeRegion {
    let margin = Int(windowKilobases * 1000)
    var window = region
    (window.start, window.end) = (max(1, region.start - margin), region.end + margin)
    return window
  }
}
