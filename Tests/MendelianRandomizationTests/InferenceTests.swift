import Foundation
import MendelianRandomization
import StudyModel
import Testing

/// How a value and its standard error become an interval and a p-value, seen through the estimators.
@Suite struct InferenceTests {
  private func ratio(z: Double) -> Estimate { WaldRatio.ratio(variant(x: 1, y: z, yError: 1)) }

  @Test func normalIntervalHoldsNinetyFivePerCent() {
    let estimate = ratio(z: 3)
    #expect(isClose(estimate.interval.lower, 3 - 1.9599639845400545, relative: 1e-14))
    #expect(isClose(estimate.interval.upper, 3 + 1.9599639845400545, relative: 1e-14))
    #expect(estimate.interval.degreesOfFreedom == nil)
  }

  @Test func aPValueBeyondDoublesKeepsItsLogarithm() {
    #expect(isClose(ratio(z: 100).pValue.negativeLog10, 2173.5705128733704, relative: 1e-14))
    #expect(ratio(z: 100).pValue.value == 0)
  }

  @Test(arguments: [0.0, 1.3, 12, 36.9, 37.06, 37.2, 38, 39, 500])
  func writingAndReadingAnEstimateChangesNothing(z: Double) throws {
    let estimate = ratio(z: z)
    let copy = try JSONDecoder().decode(Estimate.self, from: JSONEncoder().encode(estimate))
    #expect(copy == estimate)
  }
}
