import StudyModel

/// Where a table of causal estimates holds what: the columns of TwoSampleMR's `mr()`.
struct EstimatesLayout {
  private let columns: ResultColumns
  private let intervals: IntervalColumns

  private static let required = ["exposure", "outcome", "method", "nsnp", "b", "se", "pval"]

  /// Looks for every column; notes required ones that are absent.
  init(header: TableHeader, _ problems: inout ProblemList) {
    columns = ResultColumns(
      header: header,
      required: Self.required,
      optional: IntervalColumns.names,
      producedBy: "mr()",
      &problems
    )
    intervals = IntervalColumns(columns: columns)
  }

  /// A row whose three numbers are all NA is kept: the tool ran the method and got nothing.
  func row(_ reader: inout RowReader) -> ResultRow<SuppliedEstimate>? {
    let exposure = reader.traitName(columns["exposure"], "exposure")
    let outcome = reader.traitName(columns["outcome"], "outcome")
    let method = reader.method(columns["method"])
    let completeness = reader.completeness(columns, ["b", "se", "pval"])
    let count = variantCount(&reader, isNeeded: completeness == .all)
    let value = reader.printed(columns["b"], "b")
    let error = standardError(&reader)
    let pValue = reader.pValue(columns["pval"], "pval")
    let pRounding = pValue == nil ? nil : reader.printed(columns["pval"], "pval")?.rounding
    if completeness != .some { intervals.check(value, error, &reader) }
    guard let method, completeness != .some else { return nil }
    let estimate = SuppliedEstimate(
      method: method,
      variantCount: count ?? 0,
      value: value?.value,
      standardError: error?.value,
      pValue: pValue,
      rounding: PrintedRounding(
        value: value?.rounding ?? 0,
        standardError: error?.rounding ?? 0,
        pValue: pRounding ?? 0
      ),
      line: reader.line
    )
    return ResultRow(exposure: exposure, outcome: outcome, value: estimate)
  }

  /// TwoSampleMR writes NA for the number of variants where it writes NA for the estimate.
  private func variantCount(_ reader: inout RowReader, isNeeded: Bool) -> Int? {
    if isNeeded, reader.text(columns["nsnp"]) == nil {
      reader.note("nsnp is missing", remedy: "write the number of variants")
      return nil
    }
    return reader.count(columns["nsnp"], "nsnp")
  }

  private func standardError(_ reader: inout RowReader) -> PrintedNumber? {
    guard let error = reader.printed(columns["se"], "se") else { return nil }
    if error.value > 0 { return error }
    reader.note("se \(reader.shown(columns["se"])) is not above 0")
    return nil
  }
}
