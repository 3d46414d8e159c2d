import StudyModel

/// Where a table of heterogeneity tests holds what: the columns of TwoSampleMR's `mr_heterogeneity()`.
struct HeterogeneityLayout {
  private let columns: ResultColumns

  /// Methods whose Q a release holds: Cochran's and Rücker's.
  private static let methods: [MethodID] = [.ivwRandomEffects, .mrEgger]
  /// Methods whose Q `mr_heterogeneity()` gives on request and a release does not hold.
  private static let unused: [MethodID] = [.maximumLikelihood, .ivwRadial, .unweightedRegression]

  /// Looks for every column; notes those that are absent.
  init(header: TableHeader, _ problems: inout ProblemList) {
    columns = ResultColumns(
      header: header,
      required: ["exposure", "outcome", "method", "Q", "Q_df", "Q_pval"],
      producedBy: "mr_heterogeneity()",
      &problems
    )
  }

  /// Nil where all three numbers are NA, as where the table had no such row, and for a method whose Q is not used,
  /// which is counted.
  func row(_ reader: inout RowReader) -> ResultRow<SuppliedHeterogeneity>? {
    let exposure = reader.traitName(columns["exposure"], "exposure")
    let outcome = reader.traitName(columns["outcome"], "outcome")
    let method = reader.method(columns["method"])
    if let method, Self.unused.contains(method) {
      reader.unusedRows += 1
      return nil
    }
    if let method, !Self.methods.contains(method) { noteStranger(&reader) }
    guard reader.completeness(columns, ["Q", "Q_df", "Q_pval"]) == .all else { return nil }
    let q = reader.number(columns["Q"], "Q", "is below 0") { $0 >= 0 }
    let degreesOfFreedom = reader.count(columns["Q_df"], "Q_df")
    let pValue = reader.pValue(columns["Q_pval"], "Q_pval")
    guard let method, let q, let degreesOfFreedom, let pValue else { return nil }
    let test = SuppliedHeterogeneity(
      method: method,
      q: q,
      degreesOfFreedom: degreesOfFreedom,
      pValue: pValue,
      rounding: PrintedRounding(
        value: reader.printed(columns["Q"], "Q")?.rounding ?? 0,
        pValue: reader.printed(columns["Q_pval"], "Q_pval")?.rounding ?? 0
      ),
      line: reader.line
    )
    return ResultRow(exposure: exposure, outcome: outcome, value: test)
  }

  private func noteStranger(_ reader: inout RowReader) {
    reader.note(
      "method \(reader.shown(columns["method"])) has no place among the heterogeneity tests",
      remedy: "delete the row: they are of “Inverse variance weighted” and “MR Egger”"
    )
  }
}
