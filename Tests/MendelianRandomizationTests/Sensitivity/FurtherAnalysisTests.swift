import MendelianRandomization
import StudyModel
import Testing

@Suite struct FurtherAnalysisTests {
  private let pair = studyPair("A")

  private func analyse(_ change: (inout StudyDesign) -> Void = { _ in }) throws -> PairResult {
    var design = studyDesign(pairs: [pair])
    change(&design)
    let variants = try ReferenceTables.variants("tc_chd")
    return StudyAnalysis(design: design).analyse(pair, data: suppliedTable(variants), inputs: [])
  }

  @Test func instrumentsOfAnotherSampleNeedNoCorrection() throws {
    #expect(try analyse().further?.selection != nil)
    let elsewhere = try analyse { $0.settings.instrumentSource = InstrumentSource(sample: .other) }
    #expect(elsewhere.further?.selection == nil)
    #expect(elsewhere.further?.overlapBias?.meanF == elsewhere.strength?.meanF)
    // The trait's own word counts before the study's.
    let own = try analyse {
      $0.settings.instrumentSource = InstrumentSource(sample: .other)
      $0.panel.traits[0].instrumentSource = InstrumentSource(sample: .same)
    }
    #expect(own.further?.selection != nil)
    #expect(own.further?.overlapBias?.meanF == own.further?.selection?.correctedMeanF)
  }

  @Test func leaveOneOutOfTheMethodsAskedForButNotOfThePrimaryAgain() throws {
    let result = try analyse { $0.settings.leaveOneOutMethods = [.ivwRandomEffects, .mrEgger] }
    #expect(result.further?.leaveOneOut?.map(\.method) == [.mrEgger])
    let rows = try #require(result.further?.leaveOneOut?.first?.rows)
    let variants = result.variants
    #expect(rows.map(\.variant) == variants.map(\.variant.id))
    let without = Array(variants.dropFirst())
    let expected = try #require(MREgger().outcome(without, context: context()).result?.estimate)
    #expect(isClose(rows[0].estimate.value, expected.value))
    #expect(isClose(rows[0].estimate.standardError, expected.standardError))
  }

  @Test func overlapIsTheTraitsOwnOrTheStudys() throws {
    let result = try analyse {
      $0.settings.sampleOverlap = SampleOverlap(fraction: 0.5)
      $0.panel.traits[0].sampleOverlap = SampleOverlap(fraction: 0.1)
    }
    #expect(result.further?.overlapBias?.fraction == 0.1)
  }
}
