import MendelianRandomization
import StudyModel
import Testing

/// The peers' numbers are in ParityTests.
@Suite struct ISquaredGXTests {
  /// By hand: |x| = 1, 2, 3 with σ = 1: mean 2, Q = 2, so that (2 − 2)/2 = 0; with σ = 0.5, Q = 8 and (8 − 2)/8.
  @Test func byHand() throws {
    func share(_ error: Double) -> ExposureHeterogeneity {
      ISquaredGX.analyse([1, -2, 3].map { variant(x: $0, xError: error, y: 0.1) })
    }
    #expect(share(1).unweighted == 0)
    #expect(isClose(try #require(share(0.5).unweighted), 0.75))
  }

  /// Where every outcome error is the same, weighting changes nothing.
  @Test func equalOutcomeErrorsWeighNothing() throws {
    let share = ISquaredGX.analyse([0.1, 0.2, 0.4].map { variant(x: $0, xError: 0.02, y: 0.1) })
    #expect(isClose(try #require(share.weighted), try #require(share.unweighted)))
  }

  @Test func oneVariantHasNoSpread() {
    let alone = ISquaredGX.analyse([variant(x: 0.1, y: 0.1)])
    #expect(alone.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 2, available: 1))
    #expect(ISquaredGX.analyse([]).weighted == nil)
  }
}
