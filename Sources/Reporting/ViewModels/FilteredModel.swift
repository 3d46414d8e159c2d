import StudyModel

/// The estimates of the variants that explain more of the exposure than of the outcome.
struct FilteredModel {
  let pair: PairDetails

  private var context: StudyContext { pair.context }

  /// Absent where the release has no such analysis.
  func value() throws -> TemplateValue {
    guard let filtered = pair.result.further?.steigerFiltered else { return .absent }
    let estimates = filtered.estimates.compactMap(\.result)
    return .object([
      "outcome": .text(pair.outcome.nameInText),
      "none_removed": .flag(filtered.removed.isEmpty),
      "removed": filtered.removed.isEmpty
        ? .absent
        : .object([
          "outcome": .text(pair.outcome.nameInText),
          "count": .number(filtered.removed.count), "one": .flag(filtered.removed.count == 1),
          "names": .text(context.words.list(filtered.removed, atMost: Self.longestList)),
          "kept": .text(context.words.variants(filtered.kept)),
          "estimates": .rows(
            estimates.map { result in
              .object([
                "method": .text(context.methodName(result.method)),
                "estimate": .text(pair.measured(result.estimate)),
                "error": .optional(Self.monteCarloError(result)),
              ])
            }
          ),
          "reason": .optional(try filtered.notEstimated.map(context.text)),
        ]),
      "unknown": filtered.unknown == 0
        ? .absent : .object(["count": .number(filtered.unknown), "one": .flag(filtered.unknown == 1)]),
    ])
  }

  private static let longestList = 12

  /// Of a simulated standard error, as a share of it.
  private static func monteCarloError(_ result: CausalEstimate) -> String? {
    guard let monteCarlo = result.monteCarlo, result.estimate.standardError > 0 else { return nil }
    return NumberStyle.percent(monteCarlo.standardErrorOfStandardError / result.estimate.standardError)
  }
}
