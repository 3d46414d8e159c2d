import StudyModel

/// One row of a table of associations with confounders.
package struct ConfounderRow: Hashable, Sendable {
  package var variant: String
  /// As the table names it.
  package var trait: String
  package var pValue: PValue
}

extension TableReader {
  /// The rows of a table of variant, trait and p, and how many there are; throws as `readAssociations` does.
  package func readConfounders() throws(InputError) -> (rows: [ConfounderRow], count: Int) {
    var rows: [ConfounderRow] = []
    let count = try table.read { header, problems in
      let finder = ColumnFinder(header: header, mapping: columns)
      let variant = finder.find(.variant, isRequired: true, &problems)
      let pValue = finder.find(.pValue, isRequired: true, &problems)
      let trait = header.index(anyOf: ["trait", "phenotype", "disease_trait", "confounder"])
      if trait == nil {
        problems.add(line: 1, "no column names the trait", remedy: "name it trait; \(header.description)")
      }
      return { reader in
        let name = reader.name(variant)
        guard let traitName = reader.text(trait), let p = reader.pValue(pValue) else {
          return reader.note("the row lacks the trait or p", remedy: "fill it in or delete the row")
        }
        rows.append(ConfounderRow(variant: name, trait: traitName, pValue: p))
      }
    }
    return (rows, count)
  }
}
