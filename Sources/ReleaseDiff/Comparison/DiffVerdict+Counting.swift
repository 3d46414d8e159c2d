import StudyModel

extension DiffVerdict {
  init(_ changes: [Change], _ pairs: [PairComparison], rules: DiffRules, isIdentical: Bool) {
    let counted = changes.filter(\.counts)
    worst = counted.map(\.severity).max()
    bySeverity = Severity.allCases.map { severity in
      SeverityCount(severity: severity, count: counted.count { $0.severity == severity })
    }
    byCategory = Category.allCases.map { category in
      CategoryCount(category: category, count: counted.count { $0.category == category })
    }
    ignored = changes.count - counted.count
    failing = Category.allCases.filter { category in
      rules.failOn.contains(category) && counted.contains { $0.category == category }
    }
    let steps = pairs.compactMap { pair -> Int? in
      guard let old = pair.old?.verdict, let new = pair.new?.verdict, old != new else { return nil }
      return new.rank - old.rank
    }
    strengthened = steps.count { $0 > 0 }
    weakened = steps.count { $0 < 0 }
    let concludes = counted.contains { $0.isOfConclusions }
    code =
      concludes
      ? .conclusionsChanged
      : !counted.isEmpty
        ? .conclusionsStand : ignored > 0 ? .ignoredOnly : isIdentical ? .identical : .withinTolerance
  }
}

extension Change {
  /// Whether a reader would now conclude something else.
  var isOfConclusions: Bool {
    switch aspect {
    case .verdict, .sign: true
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
  fileprivate var rank: Int {
    switch self {
    case .notInformative: 0
    case .noEvidenceInformative: 1
    case .suggestive: 2
    case .supportedWithCautions: 3
    case .robust: 4
    }
  }
}
