import Yams

/// A YAML file held against a key table.
package struct StrictDocument: Sendable {
  /// Everything that the table allows; values with a problem are left out.
  package var root: CheckedMapping
  /// In the order of the lines.
  package var problems: [YAMLProblem]

  /// Reads the bytes of a file whose root is a mapping of that table.
  ///
  /// - Throws: where there is no tree to look at: not UTF-8, broken syntax, empty, or no mapping.
  package init(_ bytes: [UInt8], table: KeyTable) throws(YAMLProblems) {
    var composer = YAMLComposer()
    guard let node = try composer.compose(YAMLText(bytes).text), node.scalar?.string != "" else {
      let remedy = "write the keys that are needed: \(Self.required(table))"
      throw YAMLProblems([YAMLProblem(.start, "the file is empty", remedy: remedy)])
    }
    guard case .mapping(let mapping) = node else {
      let remedy = "begin with the keys: \(Self.required(table))"
      let found = "the file holds \(node.words), not keys with values"
      throw YAMLProblems(composer.problems + [YAMLProblem(node.position, found, remedy: remedy)])
    }
    var validator = KeyTableValidator()
    root = validator.check(mapping, against: table)
    problems = YAMLProblems(composer.problems + validator.problems).problems
  }

  private static func required(_ table: KeyTable) -> String {
    table.keys.filter { $0.presence == .required }.map(\.name).joined(separator: ", ")
  }
}

extension Node {
  /// Yams gives every node that it parsed a mark.
  var position: YAMLPosition { mark.map(YAMLPosition.init) ?? .start }

  /// "a list", "the text 'x'", for messages.
  var words: String {
    switch self {
    case .scalar(let scalar): "'\(scalar.string.prefix(60))'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
