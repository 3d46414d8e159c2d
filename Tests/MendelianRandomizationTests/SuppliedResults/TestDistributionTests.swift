import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct TestDistributionTests {
  /// The test of a method's supplied numbers is the one that the method's own estimator makes.
  ///
  /// The contamination mixture is tested by its likelihood; no other tool's table that is read here holds it.
  @Test(
    arguments: MethodID.computed.filter {
      ![.waldRatio, .waldRatioSecondOrder, .mrPresso, .contaminationMixture].contains($0)
    }
  )
  func isTheDistributionOfTheEstimator(_ method: MethodID) throws {
    let variants = try ReferenceTables.variants("body_fat_chd")
    let ours = try #require(MethodTable.outcome(method, variants, context: context()).result).estimate
    let supplied = TestDistribution(method, variantCount: variants.count)
      .estimate(value: ours.value, standardError: ours.standardError)
    #expect(supplied == ours)
  }

  @Test func degreesOfFreedomFollowTheMethod() {
    #expect(TestDistribution(.mrEgger, variantCount: 9) == .studentT(degreesOfFreedom: 7))
    for mode in [MethodID.simpleMode, .weightedMode, .simpleModeNOME, .weightedModeNOME] {
      #expect(TestDistribution(mode, variantCount: 9) == .studentT(degreesOfFreedom: 8))
    }
    for method in [MethodID.waldRatio, .mrPresso, .ivwRadial, .mrRAPS, .mrEggerBootstrap] {
      #expect(TestDistribution(method, variantCount: 9) == .normal)
    }
  }

  @Test func studentsTNeedsADegreeOfFreedom() {
    #expect(TestDistribution.normal.isDefined)
    #expect(TestDistribution.studentT(degreesOfFreedom: 1).isDefined)
    #expect(!TestDistribution(.mrEgger, variantCount: 2).isDefined)
  }

  @Test func tailsAreThoseOfTheDistribution() {
    #expect(TestDistribution.normal.twoSided(-3) == NormalDistribution.twoSided(3))
    #expect(
      TestDistribution.studentT(degreesOfFreedom: 4).twoSided(3)
        == StudentTDistribution(degreesOfFreedom: 4).twoSided(3)
    )
  }
}
