import ReleaseFormat
import StudyModel
import Testing

@Suite struct AppraisalConsistencyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func problems(_ harm: (inout [Appraisal]) -> Void) throws -> [String] {
    var release = try #require(PopulatedRelease.release)
    var appraisals = try #require(release.conclusions.appraisals)
    harm(&appraisals)
    release.conclusions.appraisals = appraisals
    try ReleaseDirectory.write(release, to: folder.path + "/r")
    do throws(InputError) {
      _ = try ReleaseDirectory.read(folder.path + "/r")
      return []
    } catch {
      return error.problems.map(\.summary).filter { $0.hasPrefix("the appraisal of") }
    }
  }

  @Test func whatTheAnalysisWritesPasses() throws { #expect(try problems { _ in } == []) }

  @Test func strangersAndRepetitionsAreNamed() throws {
    #expect(try problems { $0.append($0[0]) } == ["the appraisal of CRP.forward stands more than once"])
    let other = try #require(PairID(rawValue: "X.forward"))
    #expect(
      try problems { $0[0].pair = other } == ["the appraisal of X.forward is of no pair of this release"]
    )
    let twice = try problems { $0[0].checks.append($0[0].checks[0]) }
    #expect(twice == ["the appraisal of CRP.forward makes a check more than once"])
  }

  @Test func reasonsMustBeChecksThatSpeakAgainst() throws {
    let found = try problems { $0[0].gravest = [.direction] }
    #expect(found.count == 1)
    #expect(found[0].contains("names direction among what weighs against it"))
  }

  @Test func theAdjustedPMustBeAFamilys() throws {
    let found = try problems {
      $0[0].checks.append(
        AppraisalCheck(
          id: .multiplicity,
          status: .fails,
          finding: .nominalOnly,
          number: 0.123,
          threshold: 0.05
        )
      )
    }
    #expect(
      found == ["the appraisal of CRP.forward rests on the adjusted p value 0.123, which no family gives it"]
    )
  }
}
