/// What was asked, of which data, under which settings: study.yaml as the analysis understood it.
package struct StudyDesign: Codable, Hashable, Sendable {
  package var id: StudyID
  package var title: String
  package var question: String
  package var authors: [String]
  /// The date the author gives the release (ISO 8601, `2026-11-24`); never the clock's.
  package var date: String
  /// The seed of every random stream.
  package var seed: UInt64
  /// How the study's own data are to be cited.
  package var source: DataSource
  package var disease: Trait
  package var panel: Panel
  /// Every pair that the study declares, in the order of the panel, forward before reverse.
  package var pairs: [PairDesign]
  package var settings: AnalysisSettings
  /// What every reader has to know before the results, in the author's words.
  package var notes: [String]
  /// Of the panel's traits among each other, where the study gives them.
  package var traitCorrelations: TraitCorrelations?
  /// What the author writes to items of the STROBE-MR checklist, in the order of the checklist; nil where nothing is.
  package var strobe: [STROBEMRAnswer]?

  package init(
    id: StudyID,
    title: String,
    question: String,
    authors: [String],
    date: String,
    seed: UInt64,
    source: DataSource = DataSource(),
    disease: Trait,
    panel: Panel,
    pairs: [PairDesign],
    settings: AnalysisSettings,
    notes: [String] = [],
    traitCorrelations: TraitCorrelations? = nil,
    strobe: [STROBEMRAnswer]? = nil
  ) {
    self.id = id
    self.title = title
    self.question = question
    self.authors = authors
    self.date = date
    self.seed = seed
    self.source = source
    self.disease = disease
    self.panel = panel
    self.pairs = pairs
    self.settings = settings
    self.notes = notes
    self.traitCorrelations = traitCorrelations
    self.strobe = strobe
  }

  /// The disease or the panel trait of that id.
  package func trait(_ id: TraitID) -> Trait? {
    id == disease.id ? disease : panel.traits.first { $0.id == id }
  }
}

/// How the panel's traits go together, for the effective number of tests.
package struct TraitCorrelations: Codable, Hashable, Sendable {
  /// The table that it was read from, as study.yaml names it.
  package var file: String
  /// In the order of the rows and columns.
  package var traits: [TraitID]
  /// Square, symmetric, 1 on the diagonal, in [−1, 1].
  package var rows: [[Double]]

  package init(file: String, traits: [TraitID], rows: [[Double]]) {
    self.file = file
    self.traits = traits
    self.rows = rows
  }
}

/// The list of traits that stand against the disease.
package struct Panel: Codable, Hashable, Sendable {
  /// In the plural, within a sentence ("circulating cytokines").
  package var name: String
  /// One of them, within a sentence ("cytokine").
  package var member: String
  package var traits: [Trait]

  package init(name: String, member: String, traits: [Trait]) {
    self.name = name
    self.member = member
    self.traits = traits
  }
}

/// One exposure, one outcome, one direction.
package struct PairDesign: Codable, Hashable, Sendable {
  package var id: PairID
  /// The panel trait, whichever side of the pair it stands on.
  package var trait: TraitID
  package var direction: Direction
  package var exposure: TraitID
  package var outcome: TraitID
  /// Where this pair's exposure figures come from another study than the trait's own.
  package var exposureSource: PairSource?
  /// Where this pair's outcome figures come from another study than the trait's own.
  package var outcomeSource: PairSource?
  /// What a reader has to know of this pair's data, in the author's words.
  package var note: String?

  package init(
    trait: TraitID,
    direction: Direction,
    disease: TraitID,
    exposureSource: PairSource? = nil,
    outcomeSource: PairSource? = nil,
    note: String? = nil
  ) {
    id = PairID(trait: trait, direction: direction)
    self.trait = trait
    self.direction = direction
    exposure = direction == .forward ? trait : disease
    outcome = direction == .forward ? disease : trait
    self.exposureSource = exposureSource
    self.outcomeSource = outcomeSource
    self.note = note
  }
}

/// The study that one side of one pair was read from, where it is not the trait's own.
package struct PairSource: Codable, Hashable, Sendable {
  package var source: DataSource
  package var sampleSize: SampleSize
  package var ancestry: String?
  /// The unit of this source's effects, where it is not the trait's.
  package var units: String?

  package init(
    source: DataSource = DataSource(),
    sampleSize: SampleSize = SampleSize(),
    ancestry: String? = nil,
    units: String? = nil
  ) {
    self.source = source
    self.sampleSize = sampleSize
    self.ancestry = ancestry
    self.units = units
  }
}
