import StudyModel

/// The difference between two releases: the value behind diff.json, its tables and its pages.
package struct ReleaseChanges: Codable, Hashable, Sendable {
  /// Of diff.json; raised where a program that reads it would go wrong.
  package static let currentSchemaVersion = 1

  package var schemaVersion: Int
  /// The version of mrreport that compared.
  package var toolVersion: String
  package var old: ReleaseIdentity
  package var new: ReleaseIdentity
  /// Under which the changes were judged.
  package var rules: DiffRules
  package var verdict: DiffVerdict
  /// Every pair of either release, in the order of the newer one, then those that only the older has.
  package var pairs: [PairComparison]
  /// What became of all variants of all pairs, each fate with each; the most frequent first.
  package var fates: [FateCount]
  /// Of the study first, then of the pairs in their order.
  package var changes: [Change]
  /// Whether the old data were analysed anew, so that changes have an origin.
  package var isAttributed: Bool
  /// Nil where two releases were compared.
  package var history: History?
}

/// Which release is meant.
package struct ReleaseIdentity: Codable, Hashable, Sendable {
  package var study: StudyID
  package var title: String
  /// As study.yaml gives it.
  package var date: String
  /// In which it was written.
  package var schemaVersion: Int
  package var toolVersion: String
  package var seed: UInt64
  package var disease: String
  package var cases: Int?
  package var people: Int?
  package var pairs: Int
  package var traits: Int
  /// Whether its figures are simulated.
  package var isSimulated: Bool

  init(_ release: OpenedRelease) {
    let header = release.header
    study = header.design.id
    title = header.design.title
    date = header.design.date
    schemaVersion = release.writtenVersion
    toolVersion = header.toolVersion
    seed = header.design.seed
    disease = header.design.disease.nameInText
    cases = header.design.disease.sampleSize.cases
    people = header.design.disease.sampleSize.people
    pairs = release.entries.count
    traits = header.design.panel.traits.count
    isSimulated = header.truth != nil
  }
}

/// The comparison in a word, and in numbers.
package struct DiffVerdict: Codable, Hashable, Sendable {
  package var code: Code
  /// Of the changes that count; nil where none does.
  package var worst: Severity?
  package var bySeverity: [SeverityCount]
  package var byCategory: [CategoryCount]
  package var ignored: Int
  /// The categories of `fail_on` that have a change.
  package var failing: [Category]
  /// Pairs whose appraisal is another one, as far as both releases have one.
  package var strengthened: Int
  package var weakened: Int

  package enum Code: String, CaseIterable, Codable, Hashable, Sendable {
    /// The files are the same to the byte.
    case identical
    /// Nothing beyond the tolerance.
    case withinTolerance = "within_tolerance"
    /// Only changes that the rules ignore.
    case ignoredOnly = "ignored_only"
    /// Numbers or provenance changed, and no conclusion.
    case conclusionsStand = "conclusions_stand"
    /// An appraisal, an adjusted significance, a clear sign or a direction changed, or a pair is gone, no longer analysed, or
    /// newly so.
    case conclusionsChanged = "conclusions_changed"
  }

  package struct SeverityCount: Codable, Hashable, Sendable {
    package var severity: Severity
    package var count: Int
  }

  package struct CategoryCount: Codable, Hashable, Sendable {
    package var category: Category
    package var count: Int
  }
}

/// One pair in both releases, in a line.
package struct PairComparison: Codable, Hashable, Sendable {
  /// In the newer release, or in the older one where only that has it.
  package var id: PairID
  /// In the older release, where the table of renames says that it is another one.
  package var formerly: PairID?
  package var trait: TraitID
  /// For display, from the release that `id` is of.
  package var traitName: String
  package var group: String?
  package var direction: Direction
  package var state: State
  /// Nil where the release does not have the pair.
  package var old: PairStanding?
  package var new: PairStanding?
  /// Of the old data under the new code and settings.
  package var middle: PairStanding?
  /// (new − old) / old standard error of the primary estimate; a size and no test.
  package var shift: Double?
  /// What software and settings, and what the data add to `shift`; they sum up to it.
  package var softwareShift: Double?
  package var dataShift: Double?
  package var turnover: Turnover?
  /// Changes of the pair that count.
  package var changes: Int
  package var worst: Severity?

  package enum State: String, CaseIterable, Codable, Hashable, Sendable {
    /// The files are the same to the byte.
    case unchanged
    /// The files differ, and nothing beyond the tolerance.
    case withinTolerance = "within_tolerance"
    case changed
    case added
    case removed
  }

  /// Instruments in both releases, as variants.
  package struct Turnover: Codable, Hashable, Sendable {
    package var kept: Int
    /// Of those kept, the ones with other alleles, another alignment, another name or another proxy.
    package var realigned: Int
    package var gained: Int
    package var lost: Int
  }
}

/// What one release says of a pair, in a line.
package struct PairStanding: Codable, Hashable, Sendable {
  package var status: PairStatus
  package var instruments: Int
  /// The estimate that stands for the pair; nil where there is none.
  package var method: MethodID?
  package var estimate: Estimate?
  package var scale: EffectScale?
  package var verdict: Verdict?
  /// One a family that tests the pair.
  package var tests: [TestStanding]
}

/// A pair in one family of tests.
package struct TestStanding: Codable, Hashable, Sendable {
  package var family: String
  /// How many tests the adjustment is made for.
  package var tests: Int
  package var significanceLevel: Double
  package var pValue: PValue
  package var adjustment: AppraisalSettings.Adjustment
  package var adjusted: PValue
  package var standing: Standing

  package enum Standing: String, CaseIterable, Codable, Hashable, Sendable {
    case passes
    /// Below the level before adjustment only.
    case nominalOnly = "nominal_only"
    case notSignificant = "not_significant"
  }
}

/// How many variants went from one fate to another, over all pairs whose files differ.
package struct FateCount: Codable, Hashable, Sendable {
  /// `used`, or the step and the reason that left it out; nil where it was no candidate.
  package var old: String?
  package var new: String?
  package var variants: Int
}

/// Each pair's estimate over more than two releases.
package struct History: Codable, Hashable, Sendable {
  /// From the oldest to the newest.
  package var releases: [ReleaseIdentity]
  /// Every pair of any of them, in the order of the newest that has it.
  package var pairs: [PairHistory]

  package struct PairHistory: Codable, Hashable, Sendable {
    package var id: PairID
    package var traitName: String
    package var direction: Direction
    /// Of the releases that have the pair, from the oldest to the newest.
    package var standings: [Point]
  }

  package struct Point: Codable, Hashable, Sendable {
    /// Its place in `releases`, from 0.
    package var release: Int
    package var standing: PairStanding
  }
}
