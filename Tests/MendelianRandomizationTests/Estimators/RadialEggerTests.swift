import MendelianRandomization
import StudyModel
import Testing

@Suite struct RadialEggerTests {
  @Test(arguments: ReferenceTables.datasets, RadialIVWTests.kinds)
  func agreesWithThePeer(_ dataset: String, _ kind: (RadialWeights.Kind, String)) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(RadialEgger(kind.0).outcome(variants, context: context()).result)
    let prefix = "radial_egger_\(kind.1)"
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "\(prefix)_b")))
    let intercept = try ReferenceTables.further(dataset, "\(prefix)_intercept")
    #expect(isClose(result.details?.intercept?.value, intercept))
    let q = try ReferenceTables.further(dataset, "\(prefix)_q")
    #expect(isClose(result.details?.heterogeneity?.q, q, relative: 1e-9))
    #expect(result.details?.heterogeneity?.degreesOfFreedom == variants.count - 2)
    let scatter = (q / Double(variants.count - 2)).squareRoot()
    let error = try ReferenceTables.further(dataset, "\(prefix)_se") * max(1, 1 / scatter)
    #expect(isClose(result.estimate.standardError, error, relative: 1e-9))
    let outliers = try ReferenceTables.furtherVariants(dataset, "\(prefix)_outlier")
    #expect(Set(result.details?.invalidVariants ?? []) == outliers)
  }

  @Test func equalAbscissaeGiveNoSlope() {
    let equal = (1...4).map { variant("rs\($0)", x: 0.1, y: 0.01 * Double($0)) }
    let outcome = RadialEgger(.firstOrder).outcome(equal, context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .equalExposureEffects))
  }
}
