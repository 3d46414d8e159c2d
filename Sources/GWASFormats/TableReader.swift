import StudyModel

/// Reads a table of associations, plain, gzip or bgzip, separated by tabs, commas or blanks.
package struct TableReader {
  private let table: DelimitedTable
  private let columns: ColumnMapping

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
