import Foundation
import ReleaseFormat
import StudyModel
import StudyPipeline
import Testing

@Suite struct StudyPipelineTests {
  private let study: TinyStudy

  init() throws { study = try TinyStudy() }

  @Test func everyDeclaredPairHasItsResult() async throws {
    let release = try await study.pipeline().run()
    let statuses = release.pairs.map { "\($0.id) \($0.status.rawValue)" }
    #expect(
      statuses == [
        "A.forward analysed", "A.reverse analysed", "B.forward analysed", "B.reverse lookup_not_supplied",
        "C.forward analysed", "C.reverse lookup_not_supplied", "E.forward instruments_not_supplied",
        "E.reverse lookup_not_supplied",
      ]
    )
    #expect(release.pairs.map(\.id) == release.header.design.pairs.map(\.id))
    #expect(release.header.schemaVersion == ReleaseSchema.currentVersion)
    #expect(release.header.methods.map(\.id).contains(.ivwRandomEffects))
  }

  @Test func countsFollowTheRows() async throws {
    let release = try await study.pipeline().run()
    #expect(
      release.pairs[0].flow == VariantFlow(candidates: 5, selected: 5, found: 4, harmonised: 4, used: 4)
    )
    #expect(release.pairs[0].exclusions.map(\.reason) == [.notInOutcome])
    #expect(release.pairs[0].inputs == ["A-instruments.tsv", "D-lookup.tsv"])
    #expect(release.pairs[1].variants.map(\.variant.id) == ["rs11", "rs12"])
    #expect(release.pairs[2].variants.map(\.variant.id) == ["rs1", "rs2"])
    #expect(release.pairs[2].inputs == ["B-harmonised.tsv"])
    #expect(release.pairs[5].flow.candidates == 2)
    #expect(release.pairs[6].inputs == ["D-lookup.tsv"])
  }

  @Test func inputsAreListedOnce() async throws {
    let inputs = try await study.pipeline().run().header.inputs
    #expect(
      inputs.map(\.id) == [
        "A-instruments.tsv", "A-lookup.tsv", "B-harmonised.tsv", "D-instruments.tsv", "D-lookup.tsv",
        "study.yaml",
      ]
    )
    #expect(inputs.map(\.role) == [.instruments, .lookup, .harmonised, .instruments, .lookup, .study])
    #expect(inputs.map { $0.trait?.rawValue } == [nil, "A", "B", "D", "D", nil])
    #expect(inputs.map(\.rows) == [5, 2, 3, 2, 4, 33])
    for input in inputs {
      let text = try #require(TinyStudy.files[input.id])
      #expect(input.sha256 == ContentDigest.sha256(Array(text.utf8)))
    }
  }

  @Test func compressionDoesNotChangeTheChecksum() async throws {
    let plain = try await study.pipeline().run()
    try study.compress("D-lookup.tsv")
    let compressed = try await study.pipeline().run()
    #expect(compressed.header.inputs[4].id == "D-lookup.tsv.gz")
    #expect(compressed.header.inputs[4].sha256 == plain.header.inputs[4].sha256)
    #expect(compressed.pairs[0].estimates == plain.pairs[0].estimates)
  }

  @Test func runsAgreeToTheByteHoweverManyPairsRunAtATime() async throws {
    let alone = try ReleaseDirectory.encode(try await study.pipeline(concurrency: 1).run())
    for concurrency in [1, 2, 8] {
      let files = try ReleaseDirectory.encode(try await study.pipeline(concurrency: concurrency).run())
      #expect(files.map(\.path) == alone.map(\.path))
      #expect(files.map(\.bytes) == alone.map(\.bytes))
    }
  }

  @Test func releaseCanBeWrittenAndReadBack() async throws {
    let release = try await study.pipeline().run()
    try ReleaseDirectory.write(release, to: study.path + "/release")
    let loaded = try ReleaseDirectory.read(study.path + "/release")
    let encoded = try ReleaseDirectory.encode(release)
    #expect(loaded.files.map(\.bytes) == encoded.map(\.bytes))
    #expect(try ReleaseDirectory.encode(loaded.release).map(\.bytes) == encoded.map(\.bytes))
  }

  @Test func problemsOfAllTablesComeTogether() async throws {
    let good = try #require(TinyStudy.files["A-instruments.tsv"])
    try study.write(
      good.replacingOccurrences(of: "0.02\t1e-23", with: "-0.02\t1e-23"),
      to: "A-instruments.tsv"
    )
    try study.write("rsid\tbeta\nrs1\tx\n", to: "A-lookup.tsv")
    let pipeline = try study.pipeline()
    let error = #expect(throws: InputError.self) { try pipeline.validateInputs() }
    let problems = try #require(error).problems
    #expect(problems.contains { $0.file == "A-instruments.tsv" && $0.line == 3 })
    #expect(problems.contains { $0.file == "A-lookup.tsv" })
    #expect(Set(problems).count == problems.count)
    let runError = await #expect(throws: InputError.self) { try await pipeline.run() }
    #expect(runError == error)
  }

  @Test func goodTablesPassValidation() throws {
    #expect(throws: Never.self) { try study.pipeline().validateInputs() }
  }

  @Test func progressCountsFilesThenPairs() async throws {
    let log = ProgressLog()
    _ = try await study.pipeline(progress: log.append).run()
    let expected =
      (0...5).map { PipelineProgress(stage: "reading", done: $0, total: 5) }
      + (0...8).map { PipelineProgress(stage: "analysing", done: $0, total: 8) }
    #expect(log.entries == expected)
  }
}

/// What a pipeline reported, in order.
private final class ProgressLog: @unchecked Sendable {
  private let lock = NSLock()
  private var reported: [PipelineProgress] = []

  func append(_ progress: PipelineProgress) { lock.withLock { reported.append(progress) } }

  var entries: [PipelineProgress] { lock.withLock { reported } }

  @Test func theTraitsCorrelationsAreAnInputAndMakeEffectiveTests() async throws {
    let study = try TinyStudy()
    let yaml = try #require(TinyStudy.files["study.yaml"])
    try study.write(yaml + "\ntrait_correlations: r.tsv\n", to: "study.yaml")
    try study.write("\tA\tB\nA\t1\t1\nB\t1\t1\n", to: "r.tsv")
    let release = try await study.pipeline().run()
    let input = try #require(release.header.inputs.first { $0.role == .correlations })
    #expect(input.id == "r.tsv")
    #expect(input.rows == 2)
    #expect(input.sha256.count == 64)
    #expect(release.header.design.traitCorrelations?.traits.map(\.rawValue) == ["A", "B"])
    for family in release.conclusions.families {
      let effective = try #require(family.effectiveTests)
      #expect(effective.count <= Double(family.tested))
    }
    let forward = try #require(release.conclusions.families.first { $0.id == "forward" })
    // A and B are one; what the table does not hold counts as one more.
    #expect(forward.tests.count == 3)
    #expect(
      forward.effectiveTests
        == EffectiveTests(count: 2, covered: 2, passing: forward.effectiveTests?.passing ?? -1)
    )
  }
}
