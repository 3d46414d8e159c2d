import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// Files of rules, and what they do.
@Suite struct RulesTests {
  private func rules(_ text: String) throws -> DiffRules {
    try DiffRules.read(Array(text.utf8), file: "rules.yaml")
  }

  @Test func everyKeyIsRead() throws {
    let rules = try rules(
      """
      tolerance: {absolute: 0.5, relative: 1.0e-3}
      tolerances:
        - {aspect: estimate, standard_errors: 0.2, monte_carlo_errors: 3}
      severities:
        - {aspect: seed, severity: critical}
        - {aspect: estimate, kind: moved, severity: note}
      ignore:
        - {aspect: tool_version, reason: newest}
        - {pair: CRP.forward, subject: simple_mode, reason: weak}
      fail_on: [verdict]
      renames:
        traits: [{old: A, new: B}]
        variants: [{old: rs1, new: rs2}]
      """
    )
    #expect(rules.tolerance == Tolerance(absolute: 0.5, relative: 1e-3))
    #expect(
      rules.tolerances.first?.tolerance
        == Tolerance(absolute: 0.5, relative: 1e-3, standardErrors: 0.2, monteCarloErrors: 3)
    )
    #expect(rules.severities.map(\.severity) == [.critical, .note] && rules.severities[1].kind == .moved)
    #expect(rules.ignored.map(\.reason) == ["newest", "weak"] && rules.failOn == [.verdict])
    #expect(rules.newTraitNames.map { "\($0) \($1)" } == ["A B"] && rules.variantRenames.first?.new == "rs2")
  }

  @Test(arguments: [
    ("tolerence: {relative: 1}", "rules.yaml:1:1: unknown key 'tolerence'; did you mean 'tolerance'?"),
    ("fail_on: [verdicts]", "rules.yaml:1:11: "),
    ("ignore:\n  - {aspect: seed}", "required key 'reason' is missing"),
    ("ignore:\n  - {pair: CRP, reason: x}", "'CRP' is no id of a pair; write trait and direction"),
    ("tolerance: {relative: -1}", "rules.yaml:1:23: "), ("", "the file is empty"),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ text: String, _ message: String) throws {
    let error = #expect(throws: InputError.self) { try rules(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func aFileThatIsNotThere() {
    let error = #expect(throws: InputError.self) { try DiffRules.load("/nowhere/rules.yaml") }
    #expect(error?.description.hasPrefix("/nowhere/rules.yaml: there is no such file") == true)
  }

  @Test func ignoredChangesAreListedAndDoNotCount() throws {
    let old = try RepositoryStudies.release("immune-osteomyelitis")
    var new = old
    new.header.toolVersion = "9"
    new.header.design.seed += 1
    let rules = try rules("ignore:\n  - {aspect: tool_version, reason: newest}\nfail_on: [verdict]")
    let changes = try ReleaseComparison.changes(old, new, rules: rules)
    #expect(changes.names == ["tool_version.changed", "seed.changed"])
    #expect(changes.changes.map(\.ignoredBecause) == ["newest", nil])
    #expect(changes.verdict.ignored == 1 && changes.verdict.code == .conclusionsStand)
    #expect(changes.verdict.failing == [])
    let all = try self.rules(
      "ignore:\n  - {aspect: tool_version, reason: newest}\n  - {aspect: seed, reason: x}"
    )
    let none = try ReleaseComparison.changes(old, new, rules: all)
    #expect(none.verdict.code == .ignoredOnly && none.verdict.worst == nil)
  }

  @Test func categoriesFailUnlessTheyAreLeftOut() throws {
    let old = try RepositoryStudies.release("immune-osteomyelitis")
    var new = old
    new.header.design.seed += 1
    #expect(try ReleaseComparison.changes(old, new).verdict.failing == [.provenance])
  }

  @Test func everyAspectHasACategoryAndEveryChangeASeverity() {
    #expect(Set(Aspect.allCases.map(\.category)) == Set(Category.allCases))
    #expect(Severity.critical > .major && Severity.major > .minor && Severity.minor > .note)
  }
}
