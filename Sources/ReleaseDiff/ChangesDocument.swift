import ReleaseFormat
import StudyModel

/// diff.json, written as the changes are found: one line a change, and the rest behind them.
package struct ChangesDocument {
  private var isFirst = true

  package init() {}

  /// What stands before the first change.
  package static let beginning = Array("{\n  \"changes\": [".utf8)

  /// - Throws: where a number is not finite, which only a fault of the comparison can bring about.
  package mutating func lines(_ changes: [Change]) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    for change in changes {
      bytes += Array((isFirst ? "\n    " : ",\n    ").utf8)
      isFirst = false
      bytes += JSONLayout.line(try change.token()).dropLast()
    }
    return bytes
  }

  /// Everything but the changes.
  package func ending(_ value: ReleaseChanges) throws(InputError) -> [UInt8] {
    var rest = value
    rest.changes = []
    var token = try ModelCoding.encode(rest, file: "diff.json")
    token["changes"] = nil
    // The members behind the first brace; "changes" is the first of the keys in their order.
    let members = JSONLayout.document(token).dropFirst(2)
    return Array((isFirst ? "],\n" : "\n  ],\n").utf8) + members
  }
}

extension ReleaseChanges {
  /// diff.json as a whole.
  ///
  /// - Throws: where a number is not finite.
  package func encoded() throws(InputError) -> [UInt8] {
    var document = ChangesDocument()
    let lines = try document.lines(changes)
    return ChangesDocument.beginning + lines + (try document.ending(self))
  }

  /// Takes what `encoded` made.
  ///
  /// - Parameter file: as the person wrote it.
  /// - Throws: what is wrong with it, and where.
  package static func decode(_ bytes: [UInt8], file: String) throws(InputError) -> ReleaseChanges {
    let token: JSONToken
    do {
      token = try JSONParser.parse(bytes)
    } catch {
      throw InputError(
        InputProblem(
          file: file,
          line: error.line,
          summary: error.summary,
          remedy: "compare the releases again"
        )
      )
    }
    let version = token["schema_version"]?.integer ?? 0
    guard version == currentSchemaVersion else {
      throw InputError(
        InputProblem(
          file: file,
          summary: "schema_version is \(version), and this mrreport reads \(currentSchemaVersion)",
          remedy: "compare the releases again"
        )
      )
    }
    return try ModelCoding.decode(ReleaseChanges.self, from: token, file: file)
  }
}

extension Change {
  /// As `Codable` would have it, without the encoder's detours: most of a large comparison is this.
  fileprivate func token() throws(InputError) -> JSONToken {
    func text(_ text: String?) -> JSONToken? { text.map(JSONToken.string) }
    var tokens: [JSONToken] = []
    for number in numbers { tokens.append(try number.token()) }
    let members: [(String, JSONToken?)] = [
      ("aspect", .string(aspect.rawValue)), ("category", .string(category.rawValue)),
      ("ignored_because", text(ignoredBecause)), ("kind", .string(kind.rawValue)), ("middle", text(middle)),
      ("new", text(new)), ("numbers", .array(tokens)), ("old", text(old)), ("origin", text(origin?.rawValue)),
      ("pair", text(pair?.rawValue)), ("severity", .string(severity.rawValue)),
      ("shift", try shift.map { shift throws(InputError) in try .finite(shift) }), ("subject", text(subject)),
    ]
    return .object(members.compactMap { key, value in value.map { JSONMember(key: key, value: $0) } })
  }
}

extension ComparedNumber {
  fileprivate func token() throws(InputError) -> JSONToken {
    var members = [JSONMember(key: "field", value: .string(field))]
    members.append(JSONMember(key: "has_moved", value: .boolean(hasMoved)))
    for (key, value) in [("middle", middle), ("new", new), ("old", old), ("tolerance", tolerance)] {
      if let value { members.append(JSONMember(key: key, value: try .finite(value))) }
    }
    return .object(members)
  }
}

extension JSONToken {
  /// The shortest digits that give the same double.
  fileprivate static func finite(_ value: Double) throws(InputError) -> JSONToken {
    guard value.isFinite else {
      throw InputError(
        InputProblem(
          file: "diff.json",
          summary: "the comparison made a number that cannot be written: \(value)",
          remedy: "this is a fault of mrreport, not of the releases: please report it"
        )
      )
    }
    return .number(Int(exactly: value).map(String.init) ?? "\(value)")
  }
}
