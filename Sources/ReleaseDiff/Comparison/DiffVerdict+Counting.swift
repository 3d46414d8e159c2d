import StudyModel

/// Counts changes as they are found.
struct VerdictCount {
  private let failOn: [Category]
  private var severities: [Severity: Int] = [:]
  private var categories: [Category: Int] = [:]
  private var ignored = 0
  private var concludes = false

  init(_ rules: DiffRules) { failOn = rules.failOn }

  mutating func add(_ changes: [Change]) {
    for change in changes {
      guard change.counts else {
        ignored += 1
        continue
      }
      severities[change.severity, default: 0] += 1
      categories[change.category, default: 0] += 1
      concludes = concludes || change.isOfConclusions
    }
  }

  func verdict(_ pairs: [PairComparison], isSameToTheByte: Bool) -> DiffVerdict {
    let steps = pairs.compactMap { pair -> Int? in
      guard let old = pair.old?.verdict, let new = pair.new?.verdict, old != new else { return nil }
      return new.rank - old.rank
    }
    return DiffVerdict(
      code: code(isSameToTheByte: isSameToTheByte),
      worst: severities.keys.max(),
      bySeverity: Severity.allCases.map {
        DiffVerdict.SeverityCount(severity: $0, count: severities[$0] ?? 0)
      },
      byCategory: Category.allCases.map {
        DiffVerdict.CategoryCount(category: $0, count: categories[$0] ?? 0)
      },
      ignored: ignored,
      failing: Category.allCases.filter { failOn.contains($0) && categories[$0] != nil },
      strengthened: steps.count { $0 > 0 },
      weakened: steps.count { $0 < 0 }
    )
  }

  private func code(isSameToTheByte: Bool) -> DiffVerdict.Code {
    if concludes { return .conclusionsChanged }
    if !severities.isEmpty { return .conclusionsStand }
    if ignored > 0 { return .ignoredOnly }
    return isSameToTheByte ? .identical : .withinTolerance
  }
}

extension Change {
  /// Whether a reader would now conclude something else.
  var isOfConclusions: Bool {
    switch aspect {
    case .sign, .status: true
    // A release that has no appraisals at all says nothing else by that.
    case .verdict: kind == .changed
    case .pair: kind == .lost
    case .direction: Self.isTurn(old, new)
    case .adjustedSignificance: [.crossed, .crossedByFamily, .crossedBySettings].contains(kind)
    default: false
    }
  }

  /// Whether Steiger's test now says the opposite; one that can no longer be made says nothing.
  private static func isTurn(_ old: String?, _ new: String?) -> Bool {
    let sides = [SteigerVerdict.exposureFirst.rawValue, SteigerVerdict.outcomeFirst.rawValue]
    return old != new && old.map(sides.contains) ?? false && new.map(sides.contains) ?? false
  }
}

extension Verdict {
  /// From no evidence at all to the strongest evidence of an effect.
  package var rank: Int {
    switch self {
    case .notInformative: 0
    case .noEvidenceInformative: 1
    case .suggestive: 2
    case .supportedWithCautions: 3
    case .robust: 4
    }
  }
}
