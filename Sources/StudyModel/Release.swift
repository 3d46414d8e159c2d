/// A whole release in memory: what the analysis writes and every report reads.
package struct Release: Hashable, Sendable {
  package var header: ReleaseHeader
  /// In the order of `header.design.pairs`.
  package var pairs: [PairResult]
  package var conclusions: Conclusions

  package init(header: ReleaseHeader, pairs: [PairResult], conclusions: Conclusions) {
    self.header = header
    self.pairs = pairs
    self.conclusions = conclusions
  }

  package func pair(_ id: PairID) -> PairResult? { pairs.first { $0.id == id } }
}

/// release.json: what the release is of and how it was made.
package struct ReleaseHeader: Codable, Hashable, Sendable {
  package var schemaVersion: Int
  package var tool: String
  package var toolVersion: String
  package var design: StudyDesign
  /// Every method the study used.
  package var methods: [MethodDescription]
  package var inputs: [InputFile]
  /// Of every trait whose instruments came from a genome-wide file, in the order of the design, the disease first; nil
  /// where there is none.
  package var selections: [TraitSelection]?
  /// The reference panel that the study clumped with; nil where it had none.
  package var panel: PanelDescription?
  /// What the figures were simulated from; nil where they are real.
  package var truth: SimulationTruth?
  /// Estimates that others published of the same pairs; nil where the study gives none.
  package var published: [PublishedEstimate]?

  package init(
    schemaVersion: Int,
    tool: String = "mrreport",
    toolVersion: String,
    design: StudyDesign,
    methods: [MethodDescription],
    inputs: [InputFile],
    selections: [TraitSelection]? = nil,
    panel: PanelDescription? = nil,
    truth: SimulationTruth? = nil,
    published: [PublishedEstimate]? = nil
  ) {
    self.schemaVersion = schemaVersion
    self.tool = tool
    self.toolVersion = toolVersion
    self.design = design
    self.methods = methods
    self.inputs = inputs
    self.selections = selections
    self.panel = panel
    self.truth = truth
    self.published = published
  }
}

/// A file that the analysis read.
package struct InputFile: Codable, Hashable, Sendable {
  /// The path as study.yaml writes it, relative to study.yaml, with `/`; unique in a release.
  package var id: String
  package var role: Role
  /// The trait or, for a harmonised table, the panel trait that it belongs to.
  package var trait: TraitID?
  /// Of the decompressed content, lower-case hexadecimal.
  package var sha256: String
  /// Data rows, without the header.
  package var rows: Int
  /// How many of them are in order and say nothing that a release holds: heterogeneity tests of other methods than
  /// IVW and MR-Egger. Nil where there are none.
  package var unusedRows: Int?
  /// The layout that was recognised ("twosamplemr_harmonised").
  package var layout: String
  /// How a genome-wide file was read; nil for other files.
  package var reading: GenomeWideReading?

  package init(
    id: String,
    role: Role,
    trait: TraitID?,
    sha256: String,
    rows: Int,
    unusedRows: Int? = nil,
    layout: String,
    reading: GenomeWideReading? = nil
  ) {
    self.id = id
    self.role = role
    self.trait = trait
    self.sha256 = sha256
    self.rows = rows
    self.unusedRows = unusedRows
    self.layout = layout
    self.reading = reading
  }

  package enum Role: String, CaseIterable, Codable, Hashable, Sendable {
    /// study.yaml itself.
    case study
    /// Instruments of a trait, with their effects on it.
    case instruments
    /// Effects on a trait of other traits' instruments.
    case lookup
    /// Both sides of a pair in one table.
    case harmonised
    /// Another tool's causal estimates.
    case estimates
    /// Another tool's heterogeneity tests.
    case heterogeneity
    /// Another tool's Egger intercepts.
    case pleiotropy
    /// Correlations between the panel's traits.
    case correlations
    /// Genome-wide summary statistics of a trait, from which instruments are selected and in which others are looked up.
    case genomeWide = "genome_wide"
    /// One of the three files of a PLINK 1 panel.
    case panel
    /// The index of a genome-wide file, where rows were read by it.
    case index
    /// Associations of variants with confounders.
    case confounders
    /// What simulated figures were drawn from.
    case truth
    /// Published estimates.
    case published
  }
}

/// What was recognised in a genome-wide file, and what could not be used.
package struct GenomeWideReading: Codable, Hashable, Sendable {
  /// In the order of the roles.
  package var columns: [Column]
  /// What every row's numbers were computed from, for want of a column that holds them.
  package var derived: [DerivedValue]
  package var build: String?
  /// Rows of other genetic models than the additive one.
  package var otherTestRows: Int
  /// The most frequent reason first.
  package var unusable: [UnusableRows]

  package init(
    columns: [Column],
    derived: [DerivedValue],
    build: String?,
    otherTestRows: Int,
    unusable: [UnusableRows]
  ) {
    self.columns = columns
    self.derived = derived
    self.build = build
    self.otherTestRows = otherTestRows
    self.unusable = unusable
  }

  /// The file's columns that hold one thing, in the order in which they are tried.
  package struct Column: Codable, Hashable, Sendable {
    package var role: ColumnRole
    package var names: [String]

    package init(role: ColumnRole, names: [String]) {
      self.role = role
      self.names = names
    }
  }
}

/// The version of this tool, which releases carry.
package enum ToolVersion {
  /// Semantic versioning; changed only by a commit that says so in CHANGELOG.md.
  package static let current = "0.1.0"
}
