import Foundation
import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline
import Testing

@Suite struct ResultsRunTests {
  private let study: ResultsStudy

  init() throws { study = try ResultsStudy() }

  @Test func everyPairHasWhatTheTablesHoldOfIt() async throws {
    let release = try await study.pipeline().run()
    #expect(
      release.pairs.map { "\($0.id) \($0.basis.rawValue) \($0.status.rawValue)" } == [
        "A.forward supplied_results analysed", "A.reverse variants instruments_not_supplied",
        "B.forward supplied_results analysed", "B.reverse variants instruments_not_supplied",
        "C.forward supplied_results results_not_supplied", "C.reverse variants instruments_not_supplied",
      ]
    )
    let first = try #require(release.pairs.first)
    #expect(first.estimates.map(\.method) == [.ivwRandomEffects, .mrEgger, .weightedMode])
    #expect(first.estimates.last?.notEstimated?.reason == .notInResults)
    #expect(first.heterogeneity.difference != nil)
    #expect(first.eggerIntercept.estimate?.value == 0.538677408)
    #expect(first.inputs == ["estimates.csv", "heterogeneity.csv", "pleiotropy.csv"])
    #expect(release.pairs[2].estimates.map(\.method) == [.waldRatio])
    #expect(release.pairs[2].eggerIntercept.notEstimated?.reason == .notInResults)
    let forward = try #require(release.conclusions.families.first)
    #expect(forward.tests.map(\.method) == [.ivwRandomEffects, .waldRatio])
    #expect(forward.untested.map(\.status) == [.resultsNotSupplied])
  }

  @Test func tablesAreListedWithTheirRole() async throws {
    let inputs = try await study.pipeline().run().header.inputs
    #expect(inputs.map(\.id) == ["estimates.csv", "heterogeneity.csv", "pleiotropy.csv", "study.yaml"])
    #expect(inputs.map(\.role) == [.estimates, .heterogeneity, .pleiotropy, .study])
    #expect(inputs.map(\.rows) == [4, 2, 2, 23])
    #expect(inputs.first?.layout == "twosamplemr_estimates")
    #expect(inputs.allSatisfy { $0.trait == nil })
    #expect(inputs.first?.sha256 == ContentDigest.sha256(Array(ResultsStudy.estimates.utf8)))
  }

  private func problems() throws -> [String] {
    let pipeline = try study.pipeline()
    do throws(InputError) {
      try pipeline.validateInputs()
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  private func write(_ rows: [String], after text: String, to name: String) throws {
    try study.write(text + rows.map { $0 + "\n" }.joined(), to: name)
  }

  @Test func rowsThatBelongToNoPairAreProblems() throws {
    let disease = "\"A disease, with a comma\""
    try write(
      [
        "5,x,d,\(disease),AA,Wald ratio,1,1.225154923,0.9102593528,0.178321708",
        "6,x,d,A,\(disease),Wald ratio,1,1.225154923,0.9102593528,0.178321708",
        "7,x,d,\(disease),B,Wald ratio,1,1.225154923,0.9102593528,0.178321708",
        "8,x,d,\(disease),C,Inverse variance weighted,3,0.3,0.2,0.5",
      ],
      after: ResultsStudy.estimates,
      to: "estimates.csv"
    )
    try write(
      ["b,d,\(disease),Z,MR Egger,1,1,0.3173"],
      after: ResultsStudy.heterogeneity,
      to: "heterogeneity.csv"
    )
    let problems = try problems()
    #expect(problems.count == 5)
    #expect(problems[0].hasPrefix("estimates.csv:6: no trait of the study has the name “AA” of the exposure"))
    #expect(problems[1].hasPrefix("estimates.csv:7: the row has the direction disease → panel trait"))
    #expect(problems[2] == "estimates.csv:8: line 5 holds the same exposure, outcome and method; keep one")
    #expect(problems[3].hasPrefix("estimates.csv:9: b, se and pval do not belong together"))
    #expect(problems[4].hasPrefix("heterogeneity.csv:4: no trait of the study has the name “Z”"))
  }

  @Test func testsOfAPairWithoutEstimatesAreProblems() throws {
    try write(
      ["c,d,\"A disease, with a comma\",C,0.1,0.1,0.5"],
      after: ResultsStudy.pleiotropy,
      to: "pleiotropy.csv"
    )
    #expect(
      try problems() == [
        "pleiotropy.csv:4: the estimates hold no row of this pair; add one there or delete this row"
      ]
    )
  }

  @Test func problemsOfReadingAndOfMatchingComeTogether() throws {
    try study.write("exposure,outcome\n", to: "heterogeneity.csv")
    try study.write(ResultsStudy.pleiotropy.replacing("0.384937017", with: "0.2"), to: "pleiotropy.csv")
    let problems = try problems()
    #expect(problems.contains { $0.hasPrefix("heterogeneity.csv:1: there is no column “method”") })
    #expect(problems.last?.hasPrefix("pleiotropy.csv:2: egger_intercept, se and pval do not belong") == true)
  }

  @Test func thePrimaryMethodMustBeInTheTable() throws {
    try study.write(ResultsStudy.yaml + "primary_method: weighted_median\n", to: "study.yaml")
    #expect(
      try problems() == [
        "estimates.csv: no row is of the primary method 'weighted_median'; set 'primary_method' in study.yaml to "
          + "one that the table holds: ivw_random_effects, mr_egger, weighted_mode"
      ]
    )
  }

  @Test func aTableOfAnotherToolsMethodAloneCanBeReported() async throws {
    let method = "Inverse variance weighted (multiplicative random effects)"
    try study.write(
      ResultsStudy.yaml + "primary_method: ivw_unfloored_random_effects\n",
      to: "study.yaml"
    )
    let rows = ResultsStudy.estimates.split(separator: "\n").filter { !$0.contains("Weighted mode") }
    let text = rows.joined(separator: "\n").replacing("\"Inverse variance weighted\"", with: "\"\(method)\"")
      .replacing("\"MR Egger\"", with: "\"Robust adjusted profile score (RAPS)\"")
      .replacing("0.4062555452", with: "0.2967")
    try study.write(text + "\n", to: "estimates.csv")
    let release = try await study.pipeline().run()
    let forward = try #require(release.conclusions.families.first)
    #expect(forward.tests.map(\.method) == [.ivwUnflooredRandomEffects, .waldRatio])
    // The intercept's degrees of freedom are those of the pair's other rows.
    #expect(release.pairs[0].eggerIntercept.estimate?.interval.degreesOfFreedom == 2)
    try ReleaseDirectory.write(release, to: study.path + "/release")
    #expect(try ReleaseDirectory.read(study.path + "/release").release == release)
  }

  @Test func aPairWithoutTheTestedMethodsSaysSo() async throws {
    let row = "\"5\",\"c\",\"d\",\"A disease, with a comma\",\"C\",\"Weighted median\",4,0.3,0.2,0.1336"
    try write([row], after: ResultsStudy.estimates, to: "estimates.csv")
    let release = try await study.pipeline().run()
    let pair = release.pairs[4]
    #expect(pair.status == .analysed)
    #expect(pair.estimates.map(\.method) == [.ivwRandomEffects, .weightedMedian])
    #expect(pair.estimates.first?.notEstimated?.reason == .notInResults)
    try ReleaseDirectory.write(release, to: study.path + "/release")
    #expect(try ReleaseDirectory.read(study.path + "/release").release == release)
  }

  @Test func unusedHeterogeneityIsCounted() async throws {
    let row = "\"a\",\"d\",\"A disease, with a comma\",\"A\",\"Maximum likelihood\",4.1,3,0.25"
    try write([row], after: ResultsStudy.heterogeneity, to: "heterogeneity.csv")
    let inputs = try await study.pipeline().run().header.inputs
    #expect(inputs.map(\.unusedRows) == [nil, 1, nil, nil])
    #expect(inputs[1].rows == 3)
  }

  @Test func twentyProblemsOfAFileAreListed() throws {
    let rows = (1...30).map { "\($0),x,d,D,Z,Wald ratio,1,1.225154923,0.9102593528,0.178321708" }
    try write(rows, after: ResultsStudy.estimates, to: "estimates.csv")
    let problems = try problems()
    #expect(problems.count == 21)
    #expect(problems.last == "estimates.csv: 10 more problems in this file, not listed")
  }

  @Test func aReleaseOfResultsCanBeWrittenAndReadBack() async throws {
    let release = try await study.pipeline().run()
    try ReleaseDirectory.write(release, to: study.path + "/release")
    let loaded = try ReleaseDirectory.read(study.path + "/release")
    #expect(
      try ReleaseDirectory.encode(loaded.release).map(\.bytes)
        == ReleaseDirectory.encode(release).map(\.bytes)
    )
  }

  /// The published study of 41 cytokines: what its numbers give when they are counted and adjusted.
  @Test func theCytokineStudy() async throws {
    let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "data/studies/cytokines-diabetic-foot-ulcer/study.yaml")
    let file = try LoadedStudy.load(data.path)
    let release = try await AnalysisRun(studyFile: file, progress: { _ in }).run()
    #expect(release.pairs.count == 82)
    #expect(release.pairs.allSatisfy { $0.status == .analysed && $0.basis == .suppliedResults })
    let families = release.conclusions.families
    #expect(families.map(\.tested) == [41, 41, 82])
    #expect(families.map(\.nominal) == [2, 3, 5])
    #expect(families.map { ($0.nominalExpected * 100).rounded() } == [205, 205, 410])
    let adjusted = families.map { family in family.tests.map(\.benjaminiHochberg.value).min() ?? .nan }
    #expect(adjusted.map { ($0 * 100).rounded() } == [80, 14, 27])
    let single = release.pairs.filter { $0.estimates.contains { $0.method == .waldRatio } }
    #expect(single.map(\.id.rawValue) == ["IL-1b.forward"])
    let withTests = release.pairs.filter {
      $0.heterogeneity.cochran != nil && $0.eggerIntercept.estimate != nil
    }
    #expect(withTests.count == 40)
    #expect(withTests.allSatisfy { $0.direction == .forward })
    #expect(Set(release.header.methods.map(\.id)).count == 6)
  }
}
