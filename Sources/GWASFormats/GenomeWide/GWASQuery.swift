import StudyModel

/// What is wanted of a genome-wide file.
package struct GWASQuery: Sendable {
  /// Rows with a p below it are candidates; nil wants none.
  package var pThreshold: Double?
  /// Variants that are looked up.
  package var wanted: WantedVariants
  /// A file with a larger share of unusable rows is refused.
  package var unusableShare: Double
  /// The format that the file has to have; nil takes any.
  package var format: GWASFormat?
  /// Whether what speaks against the file as a whole is told in the scan rather than thrown.
  package var isInspection: Bool

  package init(
    pThreshold: Double? = nil,
    wanted: WantedVariants = WantedVariants(),
    unusableShare: Double = 0.01,
    format: GWASFormat? = nil,
    isInspection: Bool = false
  ) {
    self.pThreshold = pThreshold
    self.wanted = wanted
    self.unusableShare = unusableShare
    self.format = format
    self.isInspection = isInspection
  }

  /// Candidates that are held at most: more are no selection.
  package static let mostCandidates = 300_000
}

/// What a genome-wide file held.
package struct GWASScan: Sendable {
  package var columns: GWASColumns
  package var facts: GWASFacts
  /// Data rows, those of other genetic models among them.
  package var rowCount = 0
  /// Rows of another genetic model than the additive one.
  package var otherTestRows = 0
  package var unusableCount = 0
  /// The most frequent reason first.
  package var unusable: [UnusableRows] = []
  /// In the order of the file.
  package var candidates: [VariantAssociation] = []
  /// In the order of the file, with the number of the variant that was looked up.
  package var found: [(variant: Int, row: VariantAssociation)] = []
  /// Rows with a p below 5e-8 and below 5e-6.
  package var genomeWideSignificant = 0
  package var suggestive = 0
  /// Smallest and largest sample size of a row; nil where the rows tell none.
  package var sampleSizes: ClosedRange<Double>?
  package var witnesses = BuildWitnesses()
  /// What speaks against the file as a whole; empty where the scan would have thrown it.
  package var problems: [InputProblem] = []

  package var format: GWASFormat { columns.format }

  /// As the file or its format says, else as well-known variants tell; nil where nothing tells.
  package var genomeBuild: String? { facts.genomeBuild ?? witnesses.genomeBuild }
}

/// What a file says of itself beside its rows.
package struct GWASFacts: Hashable, Sendable {
  package var genomeBuild: String?
  /// Where that is said, as a sentence goes on: "its header".
  package var buildSource: String?
  package var people: Int?
  package var cases: Int?
  package var controls: Int?
  /// Whether positions are counted from 0.
  package var isZeroBased = false
  /// Whether p stands as −log₁₀ p under a plain name.
  package var isPLogarithmic = false

  package init() {}
}
