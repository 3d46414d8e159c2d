import Foundation
import ReleaseFormat

/// Holds JSON against the schemas in `schemas/`: the part of JSON Schema 2020-12 that they use, and an error
/// for any keyword beyond it, so that no rule of a schema goes unheeded.
struct SchemaChecker {
  private var documents: [String: JSONToken] = [:]

  struct UnknownKeyword: Error {
    var keyword: String
  }

  private static let known: Set<String> = [
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required",
    "additionalProperties", "items", "enum", "oneOf", "minimum", "maximum", "pattern",
  ]

  init(folder: URL) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".schema.json") {
      let token = try JSONParser.parse([UInt8](try Data(contentsOf: folder.appending(path: name))))
      documents[name] = token
      try Self.checkKeywords(token)
    }
  }

  /// What is wrong, each with its place; empty where the value is valid.
  func problems(_ value: JSONToken, schema document: String) -> [String] {
    guard let schema = documents[document] else { return ["there is no schema \(document)"] }
    return check(value, schema, Place(document: document, path: "$"))
  }

  /// Every property that the schemas name, as `document#/path/to/schema.property`.
  func properties() -> Set<String> {
    Set(documents.flatMap { name, token in Self.properties(of: token).map { "\(name): \($0)" } })
  }

  private struct Place {
    var document: String
    var path: String

    func inner(_ step: String) -> Place { Place(document: document, path: path + step) }
  }

  private func check(_ value: JSONToken, _ schema: JSONToken, _ place: Place) -> [String] {
    var problems: [String] = []
    if let reference = schema["$ref"]?.text { problems += follow(reference, value, place) }
    if let type = schema["type"]?.text, !Self.has(value, type) {
      return ["\(place.path) is not of type \(type)"]
    }
    if let choices = schema["enum"]?.elements, !choices.contains(value) {
      problems.append("\(place.path): enum")
    }
    if let choices = schema["oneOf"]?.elements {
      let fits = choices.count { check(value, $0, place).isEmpty }
      if fits != 1 { problems.append("\(place.path) fits \(fits) of oneOf") }
    }
    problems += checkRange(value, schema, place)
    if let pattern = schema["pattern"]?.text, let text = value.text,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      problems.append("\(place.path) does not match \(pattern)")
    }
    if let items = schema["items"], let elements = value.elements {
      problems += elements.enumerated().flatMap { check($0.element, items, place.inner("[\($0.offset)]")) }
    }
    return problems + checkMembers(value, schema, place)
  }

  private func checkMembers(_ value: JSONToken, _ schema: JSONToken, _ place: Place) -> [String] {
    guard case .object(let members) = value else { return [] }
    var problems = (schema["required"]?.elements ?? []).compactMap(\.text).filter { value[$0] == nil }
      .map { "\(place.path) lacks \($0)" }
    for member in members {
      if let inner = schema["properties"]?[member.key] {
        problems += check(member.value, inner, place.inner("." + member.key))
      } else if schema["additionalProperties"] == .boolean(false) {
        problems.append("\(place.path) must not have \(member.key)")
      }
    }
    return problems
  }

  private func checkRange(_ value: JSONToken, _ schema: JSONToken, _ place: Place) -> [String] {
    guard let number = value.number else { return [] }
    let low = schema["minimum"]?.number.map { number < $0 } ?? false
    let high = schema["maximum"]?.number.map { number > $0 } ?? false
    return low || high ? ["\(place.path) is out of range"] : []
  }

  private func follow(_ reference: String, _ value: JSONToken, _ place: Place) -> [String] {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    var place = place
    if let document = parts.first, !document.isEmpty { place.document = document }
    let steps = (parts.last ?? "").split(separator: "/").map(String.init)
    guard let root = documents[place.document],
      let target = steps.reduce(root, { $0?[$1] })
    else { return ["\(reference) leads nowhere"] }
    return check(value, target, place)
  }

  private static func has(_ value: JSONToken, _ type: String) -> Bool {
    switch (value, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.number, "number"),
      (.boolean, "boolean"):
      true
    case (.number(let digits), "integer"): digits.allSatisfy { $0.isNumber || $0 == "-" }
    default: false
    }
  }
}

// MARK: The schemas themselves

extension SchemaChecker {
  private static func checkKeywords(_ schema: JSONToken) throws {
    guard case .object(let members) = schema else { return }
    for member in members where !known.contains(member.key) { throw UnknownKeyword(keyword: member.key) }
    for inner in children(schema) { try checkKeywords(inner.schema) }
  }

  private static func properties(of schema: JSONToken) -> [String] {
    (schema["properties"]?.members ?? []).map(\.key) + children(schema).flatMap { properties(of: $0.schema) }
  }

  private static func children(_ schema: JSONToken) -> [(name: String, schema: JSONToken)] {
    let named = ["properties", "$defs"].flatMap { schema[$0]?.members ?? [] }.map { ($0.key, $0.value) }
    let listed = (schema["oneOf"]?.elements ?? []).map { ("", $0) }
    return named + listed + (schema["items"].map { [("", $0)] } ?? [])
  }
}

extension JSONToken {
  var elements: [JSONToken]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  var number: Double? {
    guard case .number(let digits) = self else { return nil }
    return Double(digits)
  }
}
