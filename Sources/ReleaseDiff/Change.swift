import StudyModel

/// One thing that is not the same in two releases: codes and numbers, no sentences.
package struct Change: Codable, Hashable, Sendable {
  /// What the change is of.
  package var aspect: Aspect
  package var kind: Kind
  package var category: Category
  package var severity: Severity
  /// By the rule that ignores it; nil where none does. An ignored change is listed and counts for nothing.
  package var ignoredBecause: String?
  /// Its id in the newer release, or in the older one where only that has it; nil where the whole study is meant.
  package var pair: PairID?
  /// Which of the aspect's things: a method, a variant, a check, a family, a file, a setting.
  package var subject: String?
  /// A code or a text; nil where there is none, or where only numbers differ.
  package var old: String?
  package var new: String?
  /// Of the old data under the new code and settings; nil where that was not computed.
  package var middle: String?
  /// All the numbers that stand with it, those that did not move included, so that each can be read in its place.
  package var numbers: [ComparedNumber]
  /// (new − old) / old standard error: a size and no test, for two releases share most of their data.
  package var shift: Double?
  /// What brought it about; nil where that was not computed.
  package var origin: Origin?

  init(
    _ aspect: Aspect,
    _ kind: Kind,
    pair: PairID? = nil,
    subject: String? = nil,
    old: String? = nil,
    new: String? = nil,
    middle: String? = nil,
    numbers: [ComparedNumber] = [],
    shift: Double? = nil,
    origin: Origin? = nil
  ) {
    self.aspect = aspect
    self.kind = kind
    category = aspect.category
    severity = .note
    self.pair = pair
    self.subject = subject
    self.old = old
    self.new = new
    self.middle = middle
    self.numbers = numbers
    self.shift = shift
    self.origin = origin
  }

  /// Whether it counts for verdicts and exit codes.
  package var counts: Bool { ignoredBecause == nil }

  /// Names the change in rules files: `estimate.moved`.
  package var name: String { "\(aspect.rawValue).\(kind.rawValue)" }

  /// How two things differ.
  package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Only the newer release has it.
    case gained
    /// Only the older release has it.
    case lost
    /// Its code or text is another one.
    case changed
    /// Its code is the same, and a number moved beyond the tolerance.
    case moved
    /// A p-value crossed the significance level, and would have in the other tests' old company.
    case crossed
    /// An adjusted p-value crossed only because of the other tests: there are more, or fewer, or they have other
    /// p-values.
    case crossedByFamily = "crossed_by_family"
    /// An adjusted p-value crossed only because another adjustment, or another level, was asked for.
    case crossedBySettings = "crossed_by_settings"
    /// The other allele is the effect allele now.
    case swapped
    /// The alleles are told from the other strand.
    case strandFlipped = "strand_flipped"
  }

  /// What a change is owed to.
  package enum Origin: String, CaseIterable, Codable, Hashable, Sendable {
    /// It is there with the old data under the new code and settings, and the new data add nothing.
    case software
    /// It is there only with the new data.
    case data
    /// Each adds a part.
    case both
  }
}

/// A number in both releases.
package struct ComparedNumber: Codable, Hashable, Sendable {
  /// As the release calls it (`standard_error`, `outcome.beta`); `neg_log10_p` in the place of `p_value` where a p is
  /// too small for a double.
  package var field: String
  package var old: Double?
  package var new: Double?
  /// Of the old data under the new code and settings: new − middle is the data's part of new − old, middle − old that
  /// of software and settings.
  package var middle: Double?
  /// The largest |new − old| that counts as no movement, of p-values |log₁₀ new − log₁₀ old|; nil where either is absent.
  package var tolerance: Double?
  package var hasMoved: Bool
}

/// How grave a change is.
package enum Severity: String, CaseIterable, Codable, Hashable, Sendable, Comparable {
  /// A conclusion is another one.
  case critical
  /// A result that conclusions rest on is another one.
  case major
  /// Numbers moved.
  case minor
  /// Worth knowing.
  case note

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// `critical` is the largest.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank > right.rank }
}

/// What `--fail-on` tells apart.
package enum Category: String, CaseIterable, Codable, Hashable, Sendable {
  /// Appraisals, signs and directions.
  case verdict
  /// p-values that cross the level, before or after adjustment, and the families.
  case significance
  case estimate
  case diagnostics
  case instruments
  /// Files, settings, versions, and which traits and pairs there are.
  case provenance
}
