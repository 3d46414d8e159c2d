import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct MRRAPSTests {
  static let losses: [(RobustLoss, String)] = [(.l2, "l2"), (.huber, "huber"), (.tukey, "tukey")]

  @Test(arguments: ReferenceTables.datasets, losses)
  func agreesWithThePeerWithoutOverdispersion(_ dataset: String, _ loss: (RobustLoss, String)) throws {
    let variants = try ReferenceTables.variants(dataset)
    let raps = MRRAPS(loss: loss.0, overdispersion: false)
    let estimate = try #require(raps.outcome(variants, context: context()).result).estimate
    let b = try ReferenceTables.further(dataset, "raps_simple_\(loss.1)_b")
    #expect(isClose(estimate.value, b, relative: 1e-6))
    let error = try ReferenceTables.further(dataset, "raps_simple_\(loss.1)_se")
    #expect(isClose(estimate.standardError, error, relative: 1e-6))
  }

  /// Where the peer warns of its own solution there is no target.
  @Test(arguments: ReferenceTables.datasets, losses)
  func agreesWithThePeerWithOverdispersion(_ dataset: String, _ loss: (RobustLoss, String)) throws {
    let prefix = "raps_\(loss.1)"
    guard try ReferenceTables.furtherIfThere(dataset, "\(prefix)_warned") == nil,
      let b = try ReferenceTables.furtherIfThere(dataset, "\(prefix)_b")
    else { return }
    let variants = try ReferenceTables.variants(dataset)
    let raps = MRRAPS(loss: loss.0, overdispersion: true)
    let result = try #require(raps.outcome(variants, context: context()).result)
    #expect(isClose(result.estimate.value, b, relative: 2e-5), "\(result.estimate.value / b - 1)")
    let error = try ReferenceTables.further(dataset, "\(prefix)_se")
    #expect(
      isClose(result.estimate.standardError, error, relative: 2e-5),
      "\(result.estimate.standardError / error - 1)"
    )
  }

  @Test func threeVariantsAreNeeded() {
    let two = [variant("rs1", x: 0.1, y: 0.1), variant("rs2", x: 0.2, y: 0.1)]
    let outcome = MRRAPS(loss: .huber, overdispersion: true).outcome(two, context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2))
  }
}
