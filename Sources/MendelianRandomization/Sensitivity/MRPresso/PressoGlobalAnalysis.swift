import Statistics
import StudyModel

/// The global test: is the sum of squares about the leave-one-out lines larger than where every variant lies
/// on the line of the others but for its standard errors?
package struct PressoGlobalAnalysis: Sendable {
  let simulations: Int
  let significanceLevel: Double
  let key: StreamKey

  /// Fewer variants could hardly have shown more scatter than chance gives.
  private static let fewestToAssess = 10

  /// - Parameter key: of the random streams, one a simulation.
  package init(simulations: Int, significanceLevel: Double, key: StreamKey) {
    self.simulations = simulations
    self.significanceLevel = significanceLevel
    self.key = key
  }

  /// p = (k + 1)/(N + 1), k of N simulations having at least the observed sum.
  package func test(_ lines: LeaveOneOutLines) -> PressoGlobalTest {
    let draws = max(1, simulations)
    let observed = lines.residualSum
    let simulated = PressoSimulation(lines).residualSums(0..<draws, key: key)
    // Written so that a simulation which left the range of doubles counts against rejecting.
    let asLarge = simulated.count { !($0 < observed) }
    let p = Double(asLarge + 1) / Double(draws + 1)
    return PressoGlobalTest(
      observedRSS: observed,
      pValue: PValue(p),
      pValueMonteCarloError: (p * (1 - p) / Double(draws)).squareRoot(),
      simulations: draws,
      assessment: assessment(p, variantCount: lines.slopes.count)
    )
  }

  private func assessment(_ p: Double, variantCount: Int) -> PressoGlobalTest.Assessment {
    if p < significanceLevel { return .rejected }
    return variantCount < Self.fewestToAssess ? .cannotBeAssessed : .notRejected
  }
}
