import Foundation
import Statistics
import StudyModel

/// Holds a published estimate against its own interval, the number of tests it is one of, and what a study of its
/// precision could have found.
package struct PublishedImplications {
  package let implied: PublishedEstimate.Implied

  private static let quantile = NormalDistribution.quantile(0.975)
  /// z of the power, 80 %.
  private static let powerQuantile = NormalDistribution.quantile(0.8)

  /// - Parameters:
  ///   - roundings: half a unit of the last printed digit of the estimate, of both bounds and of p.
  ///   - tests: of the family.
  /// - Returns: nil where the interval has no width.
  package init?(estimate published: PublishedEstimate, roundings: [Double], tests: Int) {
    let printed = [published.estimate, published.lower, published.upper]
    func effect(_ number: Double) -> Double { published.scale.isExponential ? log(number) : number }
    func test(_ numbers: [Double]) -> (error: Double, p: PValue)? {
      let effects = numbers.map(effect)
      let error = (effects[2] - effects[1]) / (2 * Self.quantile)
      guard error > 0, effects.allSatisfy(\.isFinite) else { return nil }
      let tail = NormalDistribution.twoSided(effects[0] / error)
      return (error, PValue(negativeLog10: tail.negativeLog10, value: tail.value))
    }
    guard let central = test(printed) else { return nil }
    // The extremes lie at the corners, for p moves one way with each of the three numbers, save where the estimate may
    // lie on either side of the null.
    let corners = (0..<8).compactMap { corner -> PValue? in
      let moved = printed.indices.map { index in
        printed[index] + (index < roundings.count ? roundings[index] : 0)
          * (corner >> index & 1 == 1 ? 1 : -1)
      }
      return test(moved)?.p
    }
    let all = corners + [central.p]
    let null = published.scale.isExponential ? 1.0 : 0
    let isNear = abs(published.estimate - null) <= (roundings.first ?? 0)
    let low = all.min() ?? central.p
    let high = isNear ? PValue(1) : all.max() ?? central.p
    let own = roundings.last ?? 0
    implied = PublishedEstimate.Implied(
      standardError: central.error,
      pValue: central.p,
      pRange: [low, high],
      agrees: (low.value - own...high.value + own).contains(published.pValue.value),
      tests: tests,
      bonferroni: PValue(min(1, published.pValue.value * Double(tests))),
      detectable: (Self.quantile + Self.powerQuantile) * central.error
    )
  }
}
