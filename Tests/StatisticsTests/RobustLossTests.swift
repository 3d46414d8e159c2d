import Foundation
import Statistics
import Testing

@Suite struct RobustLossTests {
  /// ∫ g(t)φ(t) dt by Simpson's rule on [−12, 12], with nodes at the corners of ψ.
  private func expectation(_ loss: RobustLoss, _ g: (Double) -> Double) -> Double {
    let corner = loss.threshold.isFinite ? loss.threshold : 6
    return [(-12, -corner), (-corner, corner), (corner, 12)].map { lower, upper in
      let n = 4000
      let h = (upper - lower) / Double(n)
      return (0...n).map { index in
        let t = lower + Double(index) * h
        let weight: Double = index == 0 || index == n ? 1 : index.isMultiple(of: 2) ? 2 : 4
        return weight * g(t) * exp(-0.5 * t * t)
      }.reduce(0, +) * h / 3 / (2 * Double.pi).squareRoot()
    }.reduce(0, +)
  }

  @Test(arguments: RobustLoss.allCases)
  func momentsAreTheIntegrals(_ loss: RobustLoss) {
    let moments = loss.moments
    let slope = expectation(loss) { $0 * loss.score($0) }
    #expect(abs(moments.scoreSlope - slope) < 1e-10)
    #expect(abs(moments.scoreVariance - expectation(loss) { loss.score($0) * loss.score($0) }) < 1e-10)
    let square = expectation(loss) { $0 * $0 * loss.score($0) * loss.score($0) }
    #expect(abs(moments.scaleVariance - (square - slope * slope)) < 1e-9)
    // E[t²ψ′] = E[(t³ − 2t)ψ] by parts.
    let scale = expectation(loss) { ($0 * $0 - 2) * $0 * loss.score($0) }
    #expect(abs(moments.scaleSlope - scale) < 1e-9)
  }

  @Test(arguments: RobustLoss.allCases, [-6.0, -4, -1.3, -0.1, 0.5, 1.4, 3, 5])
  func theScoreIsTheSlopeOfTheLoss(_ loss: RobustLoss, _ t: Double) {
    let h = 1e-5
    let difference = (loss.value(t + h) - loss.value(t - h)) / (2 * h)
    #expect(abs(loss.score(t) - difference) < 1e-8)
  }
}
