import StudyModel

/// The tables of one trait, both directions together, that its page links.
struct TraitTables {
  let trait: Trait
  /// Of the trait.
  let pairs: [PairDetails]

  /// Those whose rows the page does not have in full.
  private static let shown: [SupplementaryTable] = [.harmonised, .exclusions, .leaveOneOut, .presso]

  /// Without those that have no rows.
  var tables: [(table: SupplementaryTable, rows: [[TabSeparated.Cell]])] {
    let pairs = pairs.filter { !$0.hasOnlyResults }
    return Self.shown.compactMap { table in
      let rows = pairs.flatMap(table.rows)
      return rows.isEmpty ? nil : (table, rows)
    }
  }

  /// `BMI.leave_one_out.tsv`, below tables/.
  static func fileName(_ table: SupplementaryTable, _ trait: TraitID) -> String {
    "\(trait).\(table.fileName)"
  }

  /// The links from the trait's page by the codes of the tables; absent where there is no such table.
  var links: TemplateValue {
    let found = Set(tables.map(\.table))
    return .object(
      Dictionary(
        uniqueKeysWithValues: Self.shown.map { table in
          let href = "../tables/\(Self.fileName(table, trait.id))"
          return (table.rawValue, found.contains(table) ? .text(href) : .absent)
        }
      )
    )
  }
}
