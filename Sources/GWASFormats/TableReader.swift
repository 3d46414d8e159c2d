import StudyModel

/// Reads a table of associations, plain, gzip or bgzip, separated by tabs, commas or blanks.
package struct TableReader {
  let table: DelimitedTable
  let columns: ColumnMapping

  /// `displayName` is the path as the person wrote it, for messages; `onContent` sees every decompressed
  /// byte, in order (for a checksum).
  package init(
    path: String,
    displayName: String,
    columns: ColumnMapping,
    onContent: @escaping (UnsafeRawBufferPointer) -> Void = { _ in }
  ) {
    let lines = CompressedLineReader(path: path, displayName: displayName, onContent: onContent)
    table = DelimitedTable(lines: lines, displayName: displayName)
    self.columns = columns
  }

  /// One study's rows, as they stand in the file; throws up to twenty problems, and how many more there are.
  package func readAssociations() throws(InputError) -> AssociationTable {
    var result = AssociationTable(rows: [], rowCount: 0, layout: "")
    result.rowCount = try table.read { header, problems in
      let layout = AssociationLayout(header: header, mapping: columns, &problems)
      result.layout = layout.id
      return { reader in
        let row = layout.row(&reader)
        if reader.problems.isEmpty { result.rows.append(row) }
      }
    }
    return result
  }

  /// The rows of a table that brings both effects to one allele; throws as `readAssociations` does.
  package func readHarmonised() throws(InputError) -> HarmonisedTable {
    var result = HarmonisedTable(rows: [], rowCount: 0, layout: "")
    result.rowCount = try table.read { header, problems in
      let layout = HarmonisedLayout(header: header, mapping: columns, &problems)
      result.layout = layout.id
      return { reader in
        let row = layout.row(&reader)
        if reader.problems.isEmpty { result.rows.append(row) }
      }
    }
    return result
  }
}

// MARK: Result tables

extension TableReader {
  /// The causal estimates of TwoSampleMR's `mr()`, with or without the columns of `generate_odds_ratios()`; throws
  /// as `readAssociations` does.
  package func readEstimates() throws(InputError) -> ResultTable<SuppliedEstimate> {
    try readResults("estimates") { EstimatesLayout(header: $0, &$1).row }
  }

  /// The heterogeneity tests of TwoSampleMR's `mr_heterogeneity()`; throws as `readAssociations` does.
  package func readHeterogeneity() throws(InputError) -> ResultTable<SuppliedHeterogeneity> {
    try readResults("heterogeneity") { HeterogeneityLayout(header: $0, &$1).row }
  }

  /// The Egger intercepts of TwoSampleMR's `mr_pleiotropy_test()`; throws as `readAssociations` does.
  package func readPleiotropy() throws(InputError) -> ResultTable<SuppliedPleiotropy> {
    try readResults("pleiotropy") { PleiotropyLayout(header: $0, &$1).row }
  }

  /// Rows that hold no number are counted and left out where `open`'s reader gives nil.
  private func readResults<Value>(
    _ kind: String,
    open: (TableHeader, inout ProblemList) -> (inout RowReader) -> ResultRow<Value>?
  ) throws(InputError) -> ResultTable<Value> {
    var result = ResultTable<Value>(rows: [], rowCount: 0, layout: "twosamplemr_\(kind)")
    result.rowCount = try table.read(row: "result") { header, problems in
      let row = open(header, &problems)
      return { reader in
        if let row = row(&reader), reader.problems.isEmpty { result.rows.append(row) }
        result.unusedRowCount = reader.unusedRows
      }
    }
    return result
  }
}
