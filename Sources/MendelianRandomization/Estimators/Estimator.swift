import StudyModel

/// A way of making one causal estimate out of many variants.
package protocol Estimator: Sendable {
  /// Name, paper, assumptions and the number of variants it takes.
  var description: MethodDescription { get }

  /// The estimate.
  ///
  /// - Parameter variants: instruments whose exposure effect is not 0.
  /// - Throws: why there is none.
  func estimate(
    _ variants: [HarmonisedVariant],
    context: EstimationContext
  ) throws(NotEstimated) -> CausalEstimate
}

/// What an estimator may need besides the variants.
package struct EstimationContext: Hashable, Sendable {
  /// Keys the random streams, with the method's id and the simulation's index.
  package var pair: PairID
  package var seed: UInt64
  /// Draws of a parametric bootstrap.
  package var bootstrapDraws: Int
  /// The multiple φ of the mode's default bandwidth.
  package var modeBandwidth: Double
  package var mrPresso: MRPressoSettings
  /// Of the MR-PRESSO tests.
  package var significanceLevel: Double
  /// People in the smaller of the two samples; nil where one is unknown.
  package var sampleSize: Double?
  /// Perturbed copies of the data for constrained maximum likelihood; nil for none.
  package var cmlPerturbations: Int?
  /// MR-PRESSO on the very variants that are handed over, where it was run before.
  package var presso: MRPresso?

  /// What the study's settings say; MR-PRESSO was not run before.
  package init(pair: PairID, seed: UInt64, settings: AnalysisSettings, sampleSize: Double? = nil) {
    self.pair = pair
    self.seed = seed
    bootstrapDraws = settings.bootstrapDraws
    modeBandwidth = settings.modeBandwidth
    mrPresso = settings.mrPresso
    significanceLevel = settings.significanceLevel
    cmlPerturbations = settings.cml?.perturbations
    self.sampleSize = sampleSize
  }
}

extension Estimator {
  /// The estimate, or the reason why there is none, as releases carry it.
  package func outcome(_ variants: [HarmonisedVariant], context: EstimationContext) -> MethodOutcome {
    do throws(NotEstimated) {
      let result = try estimate(variants, context: context)
      guard result.estimate.isUsable else { throw NotEstimated(reason: .notFinite) }
      return MethodOutcome(result)
    } catch {
      return MethodOutcome(method: description.id, notEstimated: error)
    }
  }

  /// Throws `tooFewVariants` under the method's minimum.
  func requireEnough(_ variants: [HarmonisedVariant]) throws(NotEstimated) {
    let needed = description.minimumVariants
    guard variants.count >= needed else {
      throw NotEstimated(reason: .tooFewVariants, needed: needed, available: variants.count)
    }
  }
}
