import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct ContaminationMixtureTests {
  /// The peer's estimate and interval are points of a grid of step 0.01, whose maximum is a little lower and whose
  /// interval therefore a little wider.
  private static let step = 0.015

  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeerToItsGrid(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(ContaminationMixture().outcome(variants, context: context()).result)
    let b = try ReferenceTables.further(dataset, "conmix_b")
    #expect(abs(result.estimate.value - b) <= Self.step)
    let lowers = try ReferenceTables.furtherVariants(dataset, "conmix_lower")
    let lower = try ReferenceTables.further(dataset, "conmix_lower", variant: "1")
    let upper = try ReferenceTables.further(dataset, "conmix_upper", variant: "\(lowers.count)")
    #expect(abs(result.estimate.interval.lower - lower) <= Self.step)
    #expect(abs(result.estimate.interval.upper - upper) <= Self.step)
    #expect((result.details?.confidenceSet?.pieces.count ?? 1) == lowers.count)
  }

  /// Where the valid variants do not scatter more than their errors φ² is 1, and the peer's p is right.
  @Test(arguments: ReferenceTables.datasets.filter { $0 != "waist_to_hip_ratio_chd" })
  func thePValueIsThePeersWithoutOverdispersion(_ dataset: String) throws {
    let variants = try ReferenceTables.variants(dataset)
    let result = try #require(ContaminationMixture().outcome(variants, context: context()).result)
    let p = try ReferenceTables.further(dataset, "conmix_p")
    // The peer's maximum is that of its grid.
    #expect(abs(result.estimate.pValue.negativeLog10 + log10(p)) < 0.05)
    #expect(result.residualStandardError == 1)
  }

  /// A fine grid over the mixture as the paper writes it finds no higher likelihood, and the same interval.
  @Test(arguments: ["adiponectin_chd", "raps_cad_bmi_5e8", "body_fat_chd"])
  func noGridFindsMore(_ dataset: String) throws {
    let effects = SummaryEffects(try ReferenceTables.variants(dataset))
    let result = try #require(
      ContaminationMixture().outcome(try ReferenceTables.variants(dataset), context: context()).result
    )
    let ratios = effects.ratios
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    let variance = ratios.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(ratios.count - 1)
    let wide = 2.25 * variance
    func logLikelihood(_ effect: Double) -> Double {
      ratios.indices.map { index in
        let error = effects.yError[index] / effects.x[index]
        let s = error * error
        let valid = -0.5 * (effect - ratios[index]) * (effect - ratios[index]) / s - 0.5 * log(s)
        let invalid = -0.5 * ratios[index] * ratios[index] / (wide + s) - 0.5 * log(wide + s)
        return max(valid, invalid)
      }.reduce(0, +)
    }
    let best = logLikelihood(result.estimate.value)
    let span = (ratios.max() ?? 0) - (ratios.min() ?? 0)
    let (low, high) = ((ratios.min() ?? 0) - span, (ratios.max() ?? 0) + span)
    let grid = (0...20_000).map { low + (high - low) * Double($0) / 20_000 }
    let values = grid.map(logLikelihood)
    #expect((values.max() ?? 0) <= best + 1e-9)
    let depth = 0.5 * 3.841458820694124 * pow(result.residualStandardError ?? 1, 2)
    let inside = zip(grid, values).filter { $1 >= best - depth }.map(\.0)
    let spacing = (high - low) / 20_000
    #expect(abs((inside.first ?? 0) - result.estimate.interval.lower) <= spacing)
    #expect(abs((inside.last ?? 0) - result.estimate.interval.upper) <= spacing)
  }

  @Test func threeScatteredRatiosExcludeNoEffect() throws {
    let scattered = [-1.0, 0.0, 1.0].enumerated().map {
      variant("rs\($0.offset)", x: 0.1, y: 0.1 * $0.element, yError: 0.09)
    }
    let result = try #require(ContaminationMixture().outcome(scattered, context: context()).result)
    let pieces = try #require(result.details?.confidenceSet?.pieces)
    #expect(pieces.first?.lower == nil && pieces.last?.upper == nil)
    #expect(result.estimate.interval.lower.isFinite && result.estimate.interval.upper.isFinite)
  }

  @Test func equalRatiosHaveNoSpread() {
    let equal = (1...4).map { variant("rs\($0)", x: 0.1, y: 0.05) }
    let outcome = ContaminationMixture().outcome(equal, context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .noSpread))
  }
}
