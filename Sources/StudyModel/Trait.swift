/// A measured quantity or a disease, as one genome-wide association study reports it.
package struct Trait: Codable, Hashable, Sendable {
  /// Permanent; used for files, URLs, random streams and comparisons.
  package var id: TraitID
  /// For display at the head of a line ("Body mass index").
  package var name: String
  /// For display within a sentence ("body mass index"); the name itself where the study gives none.
  package var nameInText: String
  /// A second name shown in grey beside the first ("CXCL9" for MIG).
  package var alias: String?
  /// The heading the trait stands under in panel figures.
  package var group: String?
  package var type: TraitType
  /// The unit of a continuous trait's effects ("SD"); nil where the source gives none ("per unit as reported").
  package var units: String?
  /// What one unit is, where the source says ("4.77 kg/m²").
  package var unitSize: String?
  package var sampleSize: SampleSize
  /// Population prevalence of a binary trait, as a proportion in (0, 1).
  package var prevalence: Double?
  package var ancestry: String?
  package var cohorts: [String]
  /// As the source names it ("GRCh38").
  package var genomeBuild: String?
  package var source: DataSource
  /// The trait's own instrument threshold, where it differs from the study's.
  package var pThreshold: Double?
  /// Overlap of this trait's sample with the disease's.
  package var sampleOverlap: SampleOverlap?
  /// How the trait's own instruments were chosen, where it differs from the study's.
  package var instrumentSource: InstrumentSource?
  /// The gene that encodes it, where the study names one.
  package var gene: TraitGene?
  /// Whether a disease is one of the immune system, whose instruments in the HLA region are left out by default; nil where
  /// the study does not say.
  package var isImmune: Bool?

  package init(
    id: TraitID,
    name: String,
    nameInText: String? = nil,
    alias: String? = nil,
    group: String? = nil,
    type: TraitType,
    units: String? = nil,
    unitSize: String? = nil,
    sampleSize: SampleSize = SampleSize(),
    prevalence: Double? = nil,
    ancestry: String? = nil,
    cohorts: [String] = [],
    genomeBuild: String? = nil,
    source: DataSource = DataSource(),
    pThreshold: Double? = nil,
    sampleOverlap: SampleOverlap? = nil,
    instrumentSource: InstrumentSource? = nil,
    gene: TraitGene? = nil,
    isImmune: Bool? = nil
  ) {
    self.id = id
    self.name = name
    self.nameInText = nameInText ?? name
    self.alias = alias
    self.group = group
    self.type = type
    self.units = units
    self.unitSize = unitSize
    self.sampleSize = sampleSize
    self.prevalence = prevalence
    self.ancestry = ancestry
    self.cohorts = cohorts
    self.genomeBuild = genomeBuild
    self.source = source
    self.pThreshold = pThreshold
    self.sampleOverlap = sampleOverlap
    self.instrumentSource = instrumentSource
    self.gene = gene
    self.isImmune = isImmune
  }
}

/// What kind of number a trait's effects are.
package enum TraitType: String, CaseIterable, Codable, Hashable, Sendable {
  /// Effects per allele in the trait's units.
  case continuous
  /// Effects per allele in log odds.
  case binary
}

/// How many people a trait was studied in; each number may be unknown.
package struct SampleSize: Codable, Hashable, Sendable {
  package var total: Int?
  package var cases: Int?
  package var controls: Int?

  package init(total: Int? = nil, cases: Int? = nil, controls: Int? = nil) {
    self.total = total
    self.cases = cases
    self.controls = controls
  }

  /// The stated total, or cases plus controls.
  package var people: Int? {
    if let total { return total }
    guard let cases, let controls else { return nil }
    return cases + controls
  }
}

/// Where figures come from and how to cite them.
package struct DataSource: Codable, Hashable, Sendable {
  package var accession: String?
  package var citation: String?
  package var doi: String?
  package var pmid: String?
  package var url: String?
  package var licence: String?

  package init(
    accession: String? = nil,
    citation: String? = nil,
    doi: String? = nil,
    pmid: String? = nil,
    url: String? = nil,
    licence: String? = nil
  ) {
    self.accession = accession
    self.citation = citation
    self.doi = doi
    self.pmid = pmid
    self.url = url
    self.licence = licence
  }
}

/// What is known of people who are in both samples of a pair.
package struct SampleOverlap: Codable, Hashable, Sendable {
  /// Share of the smaller sample that is also in the larger one, in [0, 1]; nil where the extent is unknown.
  package var fraction: Double?
  package var note: String?

  package init(fraction: Double? = nil, note: String? = nil) {
    self.fraction = fraction
    self.note = note
  }
}
