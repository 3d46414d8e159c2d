import Statistics
import StudyModel

/// Whether the numbers that another tool supplies of one pair belong together: effect, standard error and p by the
/// method's distribution, Q and its p by χ², degrees of freedom by the number of variants.
package enum SuppliedResultsCheck {
  /// What is wrong with one row.
  package struct Finding: Hashable, Sendable {
    /// `.estimates`, `.heterogeneity` or `.pleiotropy`.
    package var table: InputFile.Role
    /// One-based, the header being line 1.
    package var line: Int
    /// As `InputProblem.summary`.
    package var summary: String
    /// As `InputProblem.remedy`.
    package var remedy: String
  }

  /// In the order of the tables, then of the rows.
  package static func findings(_ supplied: SuppliedResults) -> [Finding] {
    supplied.estimates.compactMap { finding($0, first: supplied.firstCount) }
      + supplied.heterogeneity.compactMap { finding($0, supplied.estimates) }
      + (supplied.pleiotropy.flatMap { finding($0, supplied.variantCount) }.map { [$0] } ?? [])
  }

  /// `first` is the pair's first row with numbers.
  private static func finding(_ row: SuppliedEstimate, first: SuppliedEstimate?) -> Finding? {
    func problem(_ summary: String, _ remedy: String) -> Finding {
      Finding(table: .estimates, line: row.line, summary: summary, remedy: remedy)
    }
    guard let value = row.value, let error = row.standardError, let pValue = row.pValue else { return nil }
    if row.method == .waldRatio, row.variantCount != 1 {
      return problem(
        "a Wald ratio is of one variant, and nsnp is \(row.variantCount)",
        "correct the row or write NA"
      )
    }
    let distribution = TestDistribution(row.method, variantCount: row.variantCount)
    guard distribution.isDefined else {
      return problem(
        "nsnp \(row.variantCount) leaves the method's t test no degree of freedom",
        "correct the row or write NA"
      )
    }
    if row.method != .waldRatio, row.variantCount == 1 {
      return problem("one variant has a Wald ratio alone, and nsnp is 1", "correct the row or write NA")
    }
    if let first, first.variantCount != row.variantCount {
      return problem(
        "nsnp is \(row.variantCount), and \(first.variantCount) in line \(first.line), of the same pair",
        "give every method's row of the same analysis"
      )
    }
    // Its p is a share of bootstrap draws and follows from no distribution.
    if row.method == .mrEggerBootstrap { return nil }
    let agreement = PValueAgreement(
      value: value,
      standardError: error,
      rounding: row.rounding,
      distribution: distribution
    )
    guard !agreement.accepts(pValue, rounding: row.rounding.pValue) else { return nil }
    return problem("b, se and pval do not belong together: \(agreement.words)", "correct the row")
  }

  private static func finding(_ row: SuppliedHeterogeneity, _ estimates: [SuppliedEstimate]) -> Finding? {
    func problem(_ summary: String, _ remedy: String) -> Finding {
      Finding(table: .heterogeneity, line: row.line, summary: summary, remedy: remedy)
    }
    let lost = row.method.lostToQ
    let count = estimates.first { $0.method == row.method && $0.value != nil }?.variantCount
    if let count, count - lost != row.degreesOfFreedom {
      return problem(
        "Q_df is \(row.degreesOfFreedom), and the estimate's nsnp is \(count), which leaves \(count - lost)",
        "give both tables of the same analysis"
      )
    }
    let agreement = PValueAgreement(
      q: row.q,
      rounding: row.rounding,
      degreesOfFreedom: row.degreesOfFreedom
    )
    guard !agreement.accepts(row.pValue, rounding: row.rounding.pValue) else { return nil }
    return problem("Q, Q_df and Q_pval do not belong together: \(agreement.words)", "correct the row")
  }

  private static func finding(_ row: SuppliedPleiotropy, _ variantCount: Int?) -> Finding? {
    func problem(_ summary: String, _ remedy: String) -> Finding {
      Finding(table: .pleiotropy, line: row.line, summary: summary, remedy: remedy)
    }
    guard let count = variantCount else {
      return problem(
        "no row of the pair tells of how many variants its intercept is, which the test of it needs",
        "add the pair's “MR Egger” to the estimates or delete the row"
      )
    }
    guard count > 2 else {
      return problem(
        "an Egger intercept takes three variants, and the pair's nsnp is \(count)",
        "correct the estimates or delete the row"
      )
    }
    let agreement = PValueAgreement(
      value: row.intercept,
      standardError: row.standardError,
      rounding: row.rounding,
      distribution: .studentT(degreesOfFreedom: count - 2)
    )
    guard !agreement.accepts(row.pValue, rounding: row.rounding.pValue) else { return nil }
    return problem(
      "egger_intercept, se and pval do not belong together: \(agreement.words)",
      "correct the row"
    )
  }
}
