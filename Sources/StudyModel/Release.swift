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

  package init(
    schemaVersion: Int,
    tool: String = "mrreport",
    toolVersion: String,
    design: StudyDesign,
    methods: [MethodDescription],
    inputs: [InputFile]
  ) {
    self.schemaVersion = schemaVersion
    self.tool = tool
    self.toolVersion = toolVersion
    self.design = design
    self.methods = methods
    self.inputs = inputs
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

  package init(
    id: String,
    role: Role,
    trait: TraitID?,
    sha256: String,
    rows: Int,
    unusedRows: Int? = nil,
    layout: String
  ) {
    self.id = id
    self.role = role
    self.trait = trait
    self.sha256 = sha256
    self.rows = rows
    self.unusedRows = unusedRows
    self.layout = layout
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
  }
}

/// The version of this tool, which releases carry.
package enum ToolVersion {
  /// Semantic versioning; changed only by a commit that says so in CHANGELOG.md.
  package static let current = "0.1.0"
}
