import StrictYAML

/// A small table with one key of every type, and what comes of reading a text with it.
enum SampleTable {
  static let inner = KeyTable(
    name: "inner",
    doc: "An inner mapping",
    keys: [
      Key("file", .text(.any), .required, "A path", example: "a.tsv"),
      Key("note", .text(.any), .optional, "A note", example: "x"),
    ]
  )

  static let table = KeyTable(
    name: "sample",
    doc: "The top level",
    keys: [
      Key("id", .text(.any), .required, "A name", example: "me"),
      Key("p_threshold", .number(unit), .defaults(to: "1"), "A number", example: "5e-8"),
      Key("count", .integer(1...9), .optional, "An integer", example: "3"),
      Key("flag", .boolean, .optional, "A switch", example: "true"),
      Key("policy", .choice(["infer", "exclude"]), .optional, "A choice", example: "infer"),
      Key("date", .text(.date), .optional, "A day", example: "2026-11-24"),
      Key("url", .text(.webAddress), .optional, "An address | a link", example: "https://a.org"),
      Key("names", .list(.text(.any)), .optional, "Texts", example: "[a, b]"),
      Key("parts", .list(.mapping(inner)), .optional, "Mappings"),
      Key("whole", .mapping(inner), .optional, "A mapping"),
      Key("table", .mappingOrScalar(inner, key: "file"), .optional, "Either", isInTemplate: true),
    ]
  )

  private static let unit = NumberRange(from: .excluding(0), to: .including(1))

  /// `line:column: summary; remedy` for every problem, whether it keeps the file from being read or not.
  static func problems(_ text: String) -> [String] { problems(Array(text.utf8)) }

  static func problems(_ bytes: [UInt8]) -> [String] {
    let found: [YAMLProblem]
    do { found = try StrictDocument(bytes, table: table).problems } catch { found = error.problems }
    return found.map { problem in
      "\(problem.position.line):\(problem.position.column): \(problem.summary)"
        + (problem.remedy.map { "; \($0)" } ?? "")
    }
  }

  /// The checked root; the tests that use it expect no problem.
  static func root(_ text: String) throws -> CheckedMapping {
    try StrictDocument(Array(text.utf8), table: table).root
  }
}
