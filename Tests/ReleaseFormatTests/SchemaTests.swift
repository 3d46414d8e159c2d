import Foundation
import ReleaseFormat
import StudyModel
import Testing

@Suite struct SchemaTests {
  private let checker: SchemaChecker
  private let checkerOfVersion1: SchemaChecker
  private let checkerOfVersion2: SchemaChecker
  private let checkerOfVersion3: SchemaChecker
  private let files: [(path: String, bytes: [UInt8])]

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    checker = try SchemaChecker(folder: root.appending(path: "schemas"))
    checkerOfVersion1 = try SchemaChecker(folder: root.appending(path: "schemas/v1"))
    checkerOfVersion2 = try SchemaChecker(folder: root.appending(path: "schemas/v2"))
    checkerOfVersion3 = try SchemaChecker(folder: root.appending(path: "schemas/v3"))
    files = try ReleaseDirectory.encode(try #require(PopulatedRelease.release))
  }

  /// Each value of the release with the schema that it must meet.
  private func values() throws -> [(schema: String, value: JSONToken)] { try Self.values(of: files) }

  private static func values(
    of files: [(path: String, bytes: [UInt8])]
  ) throws -> [(schema: String, value: JSONToken)] {
    try files.flatMap { file -> [(schema: String, value: JSONToken)] in
      switch file.path {
      case "release.json": return [("release.schema.json", try JSONParser.parse(file.bytes))]
      case "conclusions.json": return [("conclusions.schema.json", try JSONParser.parse(file.bytes))]
      case "pairs.jsonl":
        return try file.bytes.split(separator: UInt8(ascii: "\n"))
          .map { ("pairs-line.schema.json", try JSONParser.parse(Array($0))) }
      default: return [("pair.schema.json", try JSONParser.parse(file.bytes))]
      }
    }
  }

  @Test func releasesMeetTheSchemas() throws {
    let values = try values()
    #expect(values.count == 8)
    for (schema, value) in values { #expect(checker.problems(value, schema: schema) == []) }
  }

  @Test func aReleaseOfVersion1MeetsItsOwnSchemasAndIsWrittenByTheNewOnes() throws {
    let stored = try ReleaseDirectory.read(StoredRelease.version1)
    let old = try Self.values(of: stored.files)
    #expect(old.count == 10)
    for (schema, value) in old {
      #expect(checkerOfVersion1.problems(value, schema: schema) == [])
      if schema.hasPrefix("pair.") { #expect(checker.problems(value, schema: schema) != []) }
    }
    for (schema, value) in try Self.values(of: ReleaseDirectory.encode(stored.release)) {
      #expect(checker.problems(value, schema: schema) == [])
    }
  }

  @Test func aReleaseOfVersion2MeetsItsOwnSchemasAndIsWrittenByTheNewOnes() throws {
    let stored = try ReleaseDirectory.read(StoredRelease.version2)
    let old = try Self.values(of: stored.files)
    #expect(old.count == 6)
    for (schema, value) in old { #expect(checkerOfVersion2.problems(value, schema: schema) == []) }
    for (schema, value) in try Self.values(of: ReleaseDirectory.encode(stored.release)) {
      #expect(checker.problems(value, schema: schema) == [])
    }
  }

  @Test func aReleaseOfVersion3MeetsItsOwnSchemasAndIsWrittenByTheNewOnes() throws {
    let stored = try ReleaseDirectory.read(StoredRelease.version3)
    let old = try Self.values(of: stored.files)
    #expect(old.count == 6)
    for (schema, value) in old { #expect(checkerOfVersion3.problems(value, schema: schema) == []) }
    for (schema, value) in try Self.values(of: ReleaseDirectory.encode(stored.release)) {
      #expect(checker.problems(value, schema: schema) == [])
    }
  }

  @Test func schemasNameNoKeyThatReleasesLack() throws {
    var written: Set<String> = []
    func collect(_ token: JSONToken) {
      token.members?.forEach {
        written.insert($0.key)
        collect($0.value)
      }
      token.elements?.forEach(collect)
    }
    try values().forEach { collect($0.value) }
    let ofReleases = checker.properties().filter { !$0.hasPrefix("diff.schema.json") }
    let named = Set(ofReleases.compactMap { $0.split(separator: " ").last.map(String.init) })
    #expect(named.count > 100)
    #expect(named.symmetricDifference(written) == [])
  }

  /// Every member of every object, given a wrong value or put beside a stranger, must be found.
  @Test func mutatedReleasesDoNotMeetTheSchemas() throws {
    var mutations = 0
    for (schema, value) in try values() {
      for mutated in Self.mutations(of: value) {
        mutations += 1
        #expect(checker.problems(mutated, schema: schema) != [], "\(schema) lets pass a changed value")
      }
    }
    #expect(mutations > 500)
  }

  @Test(arguments: [
    ("\"p_value\": 0.48", "\"p_value\": 1.5"), ("\"p_value\": 0.48", "\"p_value\": {\"neg_log10\": -2}"),
    ("\"position\": 31000000", "\"position\": 31.5"), ("\"analysed\"", "\"done\""),
    ("\"id\": \"CRP.forward\"", "\"id\": \"CRP.sideways\""),
    ("\"effect_allele\": \"A\"", "\"effect_allele\": \"N\""),
    ("\"is_palindromic\": true, ", ""), ("\"candidates\": 12", "\"candidates\": -1"),
  ])
  func oneWrongValueIsFound(_ old: String, _ new: String) throws {
    let file = try #require(files.first { $0.path == "pairs/CRP.forward.json" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    try #require(text.contains(old))
    let token = try JSONParser.parse(Array(text.replacingOccurrences(of: old, with: new).utf8))
    #expect(checker.problems(token, schema: "pair.schema.json") != [])
  }

  /// The value with, in turn, each part replaced by null and each object given one key more.
  private static func mutations(of token: JSONToken) -> [JSONToken] {
    switch token {
    case .object(let members):
      let stranger = JSONToken.object(members + [JSONMember(key: "stranger", value: .null)])
      return [.null, stranger]
        + members.indices.flatMap { index in
          mutations(of: members[index].value).map { mutated in
            var changed = members
            changed[index].value = mutated
            return .object(changed)
          }
        }
    case .array(let elements):
      return [.null]
        + elements.indices.flatMap { index in
          mutations(of: elements[index]).map { mutated in
            var changed = elements
            changed[index] = mutated
            return .array(changed)
          }
        }
    default: return [.null]
    }
  }
}
