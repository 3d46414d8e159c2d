import Foundation
import MendelianRandomization
import StudyModel
import Testing

/// |ours − mean| ≤ 4·SD·√(1/seeds + 1000/our draws), of the bootstrap standard errors that the peer got over its
/// seeds with 1,000 draws each; `name` begins their quantities in Reference/estimates.tsv.
func expectStandardErrorAmongPeers(
  _ result: CausalEstimate,
  _ dataset: String,
  _ name: String,
  draws: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let mean = try ReferenceTables.estimate(dataset, "\(name)_se_mean")
  let deviation = try ReferenceTables.estimate(dataset, "\(name)_se_sd")
  let seeds = try ReferenceTables.estimate(dataset, "\(name)_seeds")
  let limit = 4 * deviation * (1 / seeds + 1000 / Double(draws)).squareRoot()
  #expect(abs(result.estimate.standardError - mean) <= limit, sourceLocation: sourceLocation)
  #expect(result.monteCarlo?.draws == draws, sourceLocation: sourceLocation)
}

/// That two variants are too few for a method that needs three.
func expectTwoVariantsAreTooFew(_ method: MethodID, sourceLocation: SourceLocation = #_sourceLocation) {
  let two = [variant(x: 0.1, y: 0.2), variant("rs2", x: 0.2, y: 0.1)]
  #expect(
    MethodTable.outcome(method, two, context: context()).notEstimated
      == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2),
    sourceLocation: sourceLocation
  )
}

/// The two-sided normal p of Steiger's z of two r².
func steigerP(_ exposure: Double, _ outcome: Double, variance: Double) -> Double {
  let z = SteigerComparison.fisherZ(exposureRSquared: exposure, outcomeRSquared: outcome, variance: variance)
  return erfc(abs(z) / 2.0.squareRoot())
}
