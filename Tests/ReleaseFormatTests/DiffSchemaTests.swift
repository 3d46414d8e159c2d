import Foundation
import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// diff.json meets schemas/diff.schema.json.
@Suite struct DiffSchemaTests {
  private let checker: SchemaChecker
  private let value: JSONToken

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    checker = try SchemaChecker(folder: root.appending(path: "schemas"))
    let old = try ReleaseDirectory.read(StoredRelease.version4).release
    var new = old
    new.header.design.seed += 1
    new.header.toolVersion = "9"
    let pairs = new.pairs.indices.filter { !new.pairs[$0].variants.isEmpty }
    for index in pairs {
      new.pairs[index].variants.removeFirst()
      new.pairs[index].estimates = new.pairs[index].estimates.map { outcome in
        guard var result = outcome.result else { return outcome }
        result.estimate.value += 1
        return MethodOutcome(result)
      }
    }
    new.pairs.removeLast()
    new.header.design.pairs.removeLast()
    let rules = DiffRules(
      ignored: [DiffRules.IgnoreRule(aspect: .toolVersion, kind: .changed, reason: "newest")],
      variantRenames: [DiffRules.Rename(old: "rs1", new: "rs2")]
    )
    let releases = try [old, old, new].map { try OpenRelease($0) }
    var changes = try ReleaseComparison(old: releases[0], new: releases[2], middle: releases[1], rules: rules)
      .changes()
    changes.history = try ReleaseHistory(releases, rules: rules).history()
    value = try JSONParser.parse(changes.encoded())
  }

  @Test func isValid() { #expect(checker.problems(value, schema: "diff.schema.json") == []) }

  @Test func everyCodeIsInTheSchema() throws {
    let root = URL(fileURLWithPath: #filePath).appending(path: "../../../schemas/diff.schema.json")
      .standardized
    let schema = try JSONParser.parse([UInt8](try Data(contentsOf: root)))
    func codes(_ name: String) -> [String] { Self.texts(schema["$defs"]?[name]?["enum"]) }
    #expect(codes("aspect") == Aspect.allCases.map(\.rawValue))
    #expect(codes("kind") == Change.Kind.allCases.map(\.rawValue))
    #expect(codes("severity") == Severity.allCases.map(\.rawValue))
    #expect(codes("category") == Category.allCases.map(\.rawValue))
    #expect(codes("adjustment") == AppraisalSettings.Adjustment.allCases.map(\.rawValue))
  }

  @Test func whatIsWrongIsFound() {
    var strange = value
    strange["stranger"] = .null
    #expect(checker.problems(strange, schema: "diff.schema.json") != [])
    for key in ["verdict", "changes", "rules", "old", "is_attributed"] {
      var cut = value
      cut[key] = nil
      #expect(checker.problems(cut, schema: "diff.schema.json") != [], "\(key)")
    }
    var unknown = value
    guard case .array(var changes)? = value["changes"] else { return }
    changes[0]["aspect"] = .string("mood")
    unknown["changes"] = .array(changes)
    #expect(checker.problems(unknown, schema: "diff.schema.json") != [])
  }

  private static func texts(_ token: JSONToken?) -> [String] {
    if case .array(let elements)? = token { elements.compactMap(\.text) } else { [] }
  }
}
