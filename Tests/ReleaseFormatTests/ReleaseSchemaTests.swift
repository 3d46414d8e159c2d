import ReleaseFormat
import StudyModel
import Testing

@Suite struct ReleaseSchemaTests {
  private let tokens = ReleaseTokens(header: .string(""), index: [], pairs: [], conclusions: .null)

  private func step(_ from: Int) -> MigrationStep {
    MigrationStep(from: from) { tokens throws(InputError) in
      tokens.header = .string((tokens.header.text ?? "") + "\(from)→\(from + 1) ")
    }
  }

  @Test func stepsRunInARow() throws {
    let steps = [step(2), step(1), step(3)]
    let migrated = try ReleaseSchema.migrate(tokens, from: 1, to: 4, by: steps)
    #expect(migrated.header == .string("1→2 2→3 3→4 "))
    #expect(try ReleaseSchema.migrate(tokens, from: 3, to: 4, by: steps).header == .string("3→4 "))
    #expect(try ReleaseSchema.migrate(tokens, from: 4, to: 4, by: steps) == tokens)
  }

  @Test func aMissingStepIsAnError() {
    #expect(throws: InputError.self) { try ReleaseSchema.migrate(tokens, from: 1, to: 3, by: [step(2)]) }
  }

  @Test func everyOlderVersionHasItsStep() {
    #expect(ReleaseSchema.steps.map(\.from).sorted() == Array(1..<ReleaseSchema.currentVersion))
  }
}
