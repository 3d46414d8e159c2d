import StudyModel

/// Whether the adjusted p-values of a family are those that its own p-values make.
///
/// Adjusts them anew, on the logarithms, and on purpose not by the analysis' own code: a conclusions.json that was
/// edited, or left over from another set of pairs, does not pass.
struct AdjustmentConsistency {
  let tests: [AdjustedTest]

  /// What two ways of rounding may put between equal p-values, relative to their logarithms.
  private static let tolerance = 1e-9

  /// What differs, one sentence an adjustment that is wrong; in the order of the tests.
  func summaries() -> [String] {
    let (bonferroni, benjaminiHochberg) = (bonferroni(), benjaminiHochberg())
    return tests.indices.flatMap { index in
      let test = tests[index]
      let outOfRange = rangeSummaries(test)
      guard outOfRange.isEmpty else { return outOfRange }
      return difference("Bonferroni", test, test.bonferroni, bonferroni[index])
        + difference("Benjamini–Hochberg", test, test.benjaminiHochberg, benjaminiHochberg[index])
    }
  }

  private func rangeSummaries(_ test: AdjustedTest) -> [String] {
    var summaries: [String] = []
    for (name, adjusted) in [
      ("Bonferroni", test.bonferroni), ("Benjamini–Hochberg", test.benjaminiHochberg),
    ] where !(test.pValue.isAtMost(adjusted) && adjusted.isAtMost(PValue(1))) {
      summaries.append("gives \(test.pair) a \(name) p value that is not between its p value and 1")
    }
    if !test.benjaminiHochberg.isAtMost(test.bonferroni) {
      summaries.append("gives \(test.pair) a Benjamini–Hochberg p value above its Bonferroni p value")
    }
    return summaries
  }

  private func difference(
    _ name: String,
    _ test: AdjustedTest,
    _ stated: PValue,
    _ expected: PValue
  ) -> [String] {
    guard !stated.isNearly(expected, tolerance: Self.tolerance) else { return [] }
    let tests = tests.count == 1 ? "only test makes" : "\(tests.count) tests make"
    return ["gives \(test.pair) the \(name) p value \(stated.value), and its \(tests) \(expected.value)"]
  }

  /// min(1, m·p).
  private func bonferroni() -> [PValue] { tests.map { scaled($0.pValue, by: Double(tests.count)) } }

  /// Benjamini & Hochberg (J R Stat Soc B 1995;57:289–300): with p in order, the least of m·p₍ⱼ₎ / j over j ≥ i.
  private func benjaminiHochberg() -> [PValue] {
    var adjusted = tests.map(\.pValue)
    var least = PValue(1)
    let ascending = tests.indices.sorted { tests[$0].pValue < tests[$1].pValue }
    for (rank, index) in ascending.enumerated().reversed() {
      least = min(least, scaled(tests[index].pValue, by: Double(tests.count) / Double(rank + 1)))
      adjusted[index] = least
    }
    return adjusted
  }

  private func scaled(_ pValue: PValue, by factor: Double) -> PValue {
    PValue(
      negativeLog10: max(0, pValue.negativeLog10 - PValue(1 / factor).negativeLog10),
      value: min(1, pValue.value * factor)
    )
  }
}

extension PValue {
  static let tolerance = 1e-12

  /// Equal but for rounding, which is told by the logarithm so that tiny values count as well as large ones.
  func isNearly(_ other: PValue, tolerance: Double = tolerance) -> Bool {
    guard negativeLog10.isFinite, other.negativeLog10.isFinite else { return self == other }
    return abs(negativeLog10 - other.negativeLog10) <= tolerance * max(1, abs(negativeLog10))
  }

  func isAtMost(_ other: PValue) -> Bool { self <= other || isNearly(other) }
}
