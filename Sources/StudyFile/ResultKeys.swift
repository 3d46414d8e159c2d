import StrictYAML
import StudyModel

/// The keys by which a study supplies another tool's results in the place of variants.
enum ResultKeys {
  static let results = KeyTable(
    name: "results",
    doc:
      "Another tool's results; the pairs of a direction named here have no other tables, and their pages hold "
      + "what the results hold",
    keys: [
      Key("forward", .mapping(tables(example: "forward")), .optional, "Panel trait → disease"),
      Key("reverse", .mapping(tables(example: "reverse")), .optional, "Disease → panel trait"),
    ]
  )

  /// The tables of one direction, as keys and as the parts of `ResultFiles`.
  static let tableKeys = ["estimates", "heterogeneity", "pleiotropy"]

  private static func tables(example direction: String) -> KeyTable {
    KeyTable(
      name: "result tables",
      doc:
        "`results.forward` and `results.reverse`: tables as TwoSampleMR writes them, for all pairs of the "
        + "direction",
      keys: [
        Key(
          "estimates",
          .text(.any),
          .required,
          "Table of `mr()`, with or without the columns of `generate_odds_ratios()`",
          example: "\(direction)-estimates.csv"
        ),
        Key(
          "heterogeneity",
          .text(.any),
          .optional,
          "Table of `mr_heterogeneity()`",
          example: "\(direction)-heterogeneity.csv"
        ),
        Key(
          "pleiotropy",
          .text(.any),
          .optional,
          "Table of `mr_pleiotropy_test()`",
          example: "\(direction)-pleiotropy.csv"
        ),
      ]
    )
  }
}

extension ResultFiles {
  /// The tables of that direction; nil where study.yaml names none.
  init?(_ direction: Direction, of root: CheckedMapping) {
    guard let tables = root.mapping("results")?.mapping(direction.rawValue),
      let estimates = tables.text("estimates")
    else { return nil }
    self.init(
      estimates: FileReference(path: estimates),
      heterogeneity: tables.text("heterogeneity").map { FileReference(path: $0) },
      pleiotropy: tables.text("pleiotropy").map { FileReference(path: $0) }
    )
  }
}
