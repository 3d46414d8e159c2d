import Foundation
import StudyModel

/// Whether the adjusted p-values of a family are those that its own p-values make.
///
/// Adjusts them anew, on the logarithms, and on purpose not by the analysis' own code: a conclusions.json that was
/// edited, or left over from another set of pairs, does not pass.
struct AdjustmentConsistency {
  let family: TestFamily

  private var tests: [AdjustedTest] { family.tests }

  /// What two ways of rounding may put between equal p-values, relative to their logarithms.
  private static let tolerance = 1e-9

  /// What differs, one sentence an adjustment that is wrong; in the order of the tests.
  func summaries() -> [String] {
    let adjustments = adjustments()
    return tests.indices.flatMap { index in
      let test = tests[index]
      let outOfRange = rangeSummaries(test)
      guard outOfRange.isEmpty else { return outOfRange }
      return adjustments.flatMap { adjustment in
        adjustment.stated(test).map { difference(adjustment.name, test, $0, adjustment.expected[index]) }
          ?? []
      }
    }
  }

  /// A name, what a test states, and what the tests of the family make of it.
  private struct Adjustment {
    var name: String
    var stated: (AdjustedTest) -> PValue?
    var expected: [PValue]
  }

  private func adjustments() -> [Adjustment] {
    let harmonic = tests.indices.reduce(0) { $0 + 1 / Double($1 + 1) }
    var adjustments = [
      Adjustment(name: "Bonferroni", stated: { $0.bonferroni }, expected: bonferroni()),
      Adjustment(name: "Benjamini–Hochberg", stated: { $0.benjaminiHochberg }, expected: stepUp(factor: 1)),
      Adjustment(name: "Holm", stated: { $0.holm }, expected: holm()),
      Adjustment(
        name: "Benjamini–Yekutieli",
        stated: { $0.benjaminiYekutieli },
        expected: stepUp(factor: harmonic)
      ),
    ]
    if let pi0 = family.storeyPi0 {
      adjustments.append(
        Adjustment(name: "Storey", stated: { $0.storey }, expected: stepUp(factor: pi0))
      )
    }
    if let count = family.effectiveTests?.count {
      adjustments.append(
        Adjustment(
          name: "effective-tests",
          stated: { $0.effective },
          expected: tests.map { union($0.pValue, count) }
        )
      )
    }
    return adjustments
  }

  private func rangeSummaries(_ test: AdjustedTest) -> [String] {
    var summaries: [String] = []
    let stated = [
      ("Bonferroni", test.bonferroni), ("Benjamini–Hochberg", test.benjaminiHochberg), ("Holm", test.holm),
      ("Benjamini–Yekutieli", test.benjaminiYekutieli),
    ]
    for case (let name, let adjusted?) in stated
    where !(test.pValue.isAtMost(adjusted) && adjusted.isAtMost(PValue(1))) {
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

  private var ascending: [Int] { tests.indices.sorted { tests[$0].pValue < tests[$1].pValue } }

  /// Benjamini & Hochberg (J R Stat Soc B 1995;57:289–300): with p in order, the least of factor·m·p₍ⱼ₎ / j over j ≥ i.
  private func stepUp(factor: Double) -> [PValue] {
    var adjusted = tests.map(\.pValue)
    var least = PValue(1)
    for (rank, index) in ascending.enumerated().reversed() {
      least = min(least, scaled(tests[index].pValue, by: factor * Double(tests.count) / Double(rank + 1)))
      adjusted[index] = least
    }
    return adjusted
  }

  /// Holm (Scandinavian Journal of Statistics 1979;6:65–70): the most of (m − j + 1)·p₍ⱼ₎ over j ≤ i.
  private func holm() -> [PValue] {
    var adjusted = tests.map(\.pValue)
    var most: PValue?
    for (rank, index) in ascending.enumerated() {
      let own = scaled(tests[index].pValue, by: Double(tests.count - rank))
      most = most.map { max($0, own) } ?? own
      adjusted[index] = most ?? own
    }
    return adjusted
  }

  /// 1 − (1 − p)^count.
  private func union(_ pValue: PValue, _ count: Double) -> PValue {
    guard pValue.value >= 1e-290 else { return scaled(pValue, by: count) }
    return PValue(min(1, -expm1(count * log1p(-pValue.value))))
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
