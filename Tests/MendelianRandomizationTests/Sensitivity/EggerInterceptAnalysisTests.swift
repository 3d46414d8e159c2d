import MendelianRandomization
import StudyModel
import Testing

@Suite struct EggerInterceptAnalysisTests {
  @Test func bodyMassIndexOnCoronaryHeartDisease() throws {
    let intercept = try #require(
      EggerInterceptAnalysis.intercept(try ReferenceTables.variants("bmi_chd")).estimate
    )
    #expect(isClose(intercept.value, -0.0017193040849560028))
    #expect(isClose(intercept.standardError, 0.003985962364588349))
    #expect(isClose(intercept.pValue.value, 0.6674265921126511, relative: 1e-9))
    #expect(intercept.interval.degreesOfFreedom == 77)
  }

  @Test func twoVariantsAreTooFew() throws {
    let intercept = EggerInterceptAnalysis.intercept(try ReferenceTables.edgeCase("first_2_snps"))
    #expect(intercept.estimate == nil)
    #expect(intercept.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2))
  }
}
