import Foundation
import Simulation
import Statistics
import StudyModel
import Testing

/// The small, fast version of `make validate`.
@Suite struct ValidationRunTests {
  private func performance(
    _ id: String,
    _ methods: [MethodID],
    replicates: Int = 4_000
  ) async throws -> [MethodPerformance] {
    let scenario = try #require(SummaryScenario.grid.first { $0.id == id })
    let run = ValidationRun(methods: methods, replicates: replicates, seed: 11, bootstrapDraws: 200)
    return await run.performance(scenario)
  }

  /// Four Monte-Carlo standard errors of a proportion.
  private func slack(_ proportion: Double, _ replicates: Int = 4_000) -> Double {
    4 * (proportion * (1 - proportion) / Double(replicates)).squareRoot()
  }

  /// What the normal interval ±1.96·max(1, √(φ²χ²/df))·SE covers when the true variance is φ²·SE²: the mean over χ², by the
  /// midpoint rule on its quantiles.
  private func floored(variants: Int, overdispersion: Double) -> Double {
    let degreesOfFreedom = variants - 1
    // χ² of df degrees by summing squared normals at a lattice would be slow; its density is integrated instead.
    let half = Double(degreesOfFreedom) / 2
    let scale = pow(2, half) * tgamma(half)
    let step = 0.002
    var total = 0.0
    for place in 0..<50_000 {
      let chi = (Double(place) + 0.5) * step
      let density = pow(chi, half - 1) * exp(-chi / 2) / scale
      let inflation = max(1, (overdispersion * chi / Double(degreesOfFreedom)).squareRoot())
      let inside =
        1 - NormalDistribution.twoSided(1.959_963_985 * inflation / overdispersion.squareRoot()).value
      total += density * inside * step
    }
    return total
  }

  @Test(arguments: [5, 20])
  func ivwCoversWhatTheoryGives(_ variants: Int) async throws {
    let methods: [MethodID] = [.ivwFixedEffect, .ivwRandomEffects]
    let clean = try await performance("null_n\(variants)", methods)
    #expect(abs(clean[0].coverage.proportion - 0.95) < slack(0.95))
    let conservative = floored(variants: variants, overdispersion: 1)
    #expect(conservative > 0.955)
    #expect(abs(clean[1].coverage.proportion - conservative) < slack(conservative))
    let noisy = try await performance("overdispersed_n\(variants)", methods)
    let short = floored(variants: variants, overdispersion: 2)
    #expect(short < 0.95)
    #expect(abs(noisy[1].coverage.proportion - short) < slack(short))
    // The fixed-effect interval knows nothing of the scatter: ±1.96/√2.
    let blind = 1 - NormalDistribution.twoSided(1.959_963_985 / 2.0.squareRoot()).value
    #expect(abs(noisy[0].coverage.proportion - blind) < slack(blind))
  }

  @Test func methodsFindACausalEffectWithValidInstruments() async throws {
    let methods: [MethodID] = [
      .ivwRandomEffects, .ivwAdditiveRandomEffects, .debiasedIVW, .penalisedDebiasedIVW, .maximumLikelihood,
      .mrRAPS, .robustIVW, .mrLasso, .weightedMedian, .cmlMA,
    ]
    for row in try await performance("causal", methods, replicates: 600) {
      #expect(abs(row.bias) < 5 * row.biasError + 0.006, "\(row.method)")
      #expect(row.coverage.proportion > 0.9, "\(row.method)")
      #expect(row.rejection.proportion > 0.95, "\(row.method)")
      #expect(row.missing == 0, "\(row.method)")
    }
  }

  /// The mixture centres the ratios of invalid variants on 0, so that valid ones near 0 are taken for invalid and the
  /// estimate moves away from 0 where single variants say little: as published, and worth knowing.
  @Test func theContaminationMixtureIsBiasedAwayFromTheNull() async throws {
    let row = try await performance("causal", [.contaminationMixture], replicates: 300)[0]
    #expect(row.bias > 5 * row.biasError)
  }

  @Test func eggerHoldsItsLevelUnderDirectionalPleiotropyAndIVWDoesNot() async throws {
    let rows = try await performance("null_directional_30", [.mrEgger, .ivwRandomEffects], replicates: 1_500)
    #expect(abs(rows[0].rejection.proportion - 0.05) < slack(0.05, 1_500) + 0.01)
    #expect(rows[1].rejection.proportion > 0.2)
  }

  /// Errors that are correlated 0.4 pull IVW of weak instruments towards the observational association; the debiased
  /// estimator's correction is for two samples and does not help there.
  @Test func overlapBiasesWeakInstruments() async throws {
    let rows = try await performance("weak_null_overlap", [.ivwRandomEffects], replicates: 1_500)
    #expect(rows[0].bias > 20 * rows[0].biasError)
    let weak = try await performance("weak", [.ivwRandomEffects, .debiasedIVW, .mrRAPS], replicates: 1_500)
    #expect(weak[0].bias < -10 * weak[0].biasError)
    #expect(abs(weak[1].bias) < 0.3 * abs(weak[0].bias))
    #expect(abs(weak[2].bias) < 0.3 * abs(weak[0].bias))
  }

  /// The same counts whatever the number of tasks that ran at a time.
  @Test func theRunIsReproducible() async throws {
    let one = try await performance("null", [.weightedMedian], replicates: 120)
    let other = try await performance("null", [.weightedMedian], replicates: 120)
    #expect(one == other)
  }
}
