import StudyModel

/// Where a table of Egger intercepts holds what: the columns of TwoSampleMR's `mr_pleiotropy_test()`.
struct PleiotropyLayout {
  private let columns: ResultColumns

  private static let numbers = ["egger_intercept", "se", "pval"]

  /// Looks for every column; notes those that are absent.
  init(header: TableHeader, _ problems: inout ProblemList) {
    columns = ResultColumns(
      header: header,
      required: ["exposure", "outcome"] + Self.numbers,
      producedBy: "mr_pleiotropy_test()",
      &problems
    )
  }

  /// Nil where all three numbers are NA, as TwoSampleMR writes them for pairs of fewer than three variants.
  func row(_ reader: inout RowReader) -> ResultRow<SuppliedPleiotropy>? {
    let exposure = reader.traitName(columns["exposure"], "exposure")
    let outcome = reader.traitName(columns["outcome"], "outcome")
    guard reader.completeness(columns, Self.numbers) == .all else { return nil }
    let intercept = reader.printed(columns["egger_intercept"], "egger_intercept")
    let error = reader.standardError(columns["se"], "se")
    let pValue = reader.pValue(columns["pval"], "pval")
    guard let intercept, let error, let pValue else { return nil }
    let test = SuppliedPleiotropy(
      intercept: intercept.value,
      standardError: error,
      pValue: pValue,
      rounding: PrintedRounding(
        value: intercept.rounding,
        standardError: reader.printed(columns["se"], "se")?.rounding ?? 0,
        pValue: reader.printed(columns["pval"], "pval")?.rounding ?? 0
      ),
      line: reader.line
    )
    return ResultRow(exposure: exposure, outcome: outcome, value: test)
  }
}
