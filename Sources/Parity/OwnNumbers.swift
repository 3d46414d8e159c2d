import Foundation
import MendelianRandomization
import Statistics
import StudyModel

/// What this project computes of one data set, by the names of the peers' table.
package struct OwnNumbers {
  package let variants: [HarmonisedVariant]
  private let context: EstimationContext
  private let outcomes: [String: MethodOutcome]
  /// Of every bootstrap.
  package static let draws = 10_000
  private static let seed: UInt64 = 20_261_126

  /// - Parameter sampleSize: that the peer was given for cML; nil where it was given none.
  package init(_ variants: [HarmonisedVariant], dataset: String, sampleSize: Double?) {
    self.variants = variants
    var settings = AnalysisSettings(bootstrapDraws: Self.draws)
    settings.mrPresso.simulations = Self.draws
    guard let trait = TraitID(rawValue: dataset) else { preconditionFailure("\(dataset) is no identifier") }
    let context = EstimationContext(
      pair: PairID(trait: trait, direction: .forward),
      seed: Self.seed,
      settings: settings,
      sampleSize: sampleSize
    )
    self.context = context
    outcomes = Dictionary(
      uniqueKeysWithValues: MethodID.computed.map {
        ($0.rawValue, MethodTable.outcome($0, variants, context: context))
      }
    )
  }

  /// The number, or nil where there is none.
  package func value(_ method: String, _ quantity: String) -> Double? {
    if let outcome = outcomes[method], method != MethodID.waldRatio.rawValue {
      return value(outcome, quantity)
    }
    let words = quantity.split(separator: " ")
    if words.count > 1, let row = words.last.flatMap({ Int($0) }) {
      return value(method, words.dropLast(words.count > 2 ? 2 : 1).joined(separator: " "), row: row - 1)
    }
    switch (method, quantity) {
    case ("cochrans_q", "q"): return heterogeneity.cochran?.q
    case ("cochrans_q", "p"): return heterogeneity.cochran?.pValue.value
    case ("ruckers_q", "q"): return heterogeneity.rucker?.q
    case ("i_squared_gx", "weighted"): return ISquaredGX.analyse(variants).weighted
    case ("i_squared_gx", "unweighted"): return ISquaredGX.analyse(variants).unweighted
    case ("f_statistic", "mean"): return variants.map(\.fStatistic).reduce(0, +) / Double(variants.count)
    case ("f_statistic", "median"): return median(variants.map(\.fStatistic))
    case ("fishers_combined_test", "p"): return FishersCombinedAnalysis.test(variants)?.pValue.value
    case ("mr_presso_global", "observed_rss"): return presso.globalTest?.observedRSS
    case ("mr_presso_global", "simulated_p"): return presso.globalTest?.pValue.value
    default: return nil
    }
  }

  /// Why a method gives nothing.
  package func reason(_ method: String) -> String? { outcomes[method]?.notEstimated?.reason.rawValue }

  /// Standard deviation over seeds of a simulated standard error.
  package func monteCarloError(_ method: String) -> Double? {
    outcomes[method]?.result?.monteCarlo?.standardErrorOfStandardError
  }

  private var heterogeneity: Heterogeneity { HeterogeneityAnalysis.heterogeneity(variants) }
  private var presso: MRPresso { MRPressoAnalysis(context).analyse(variants) }

  private func value(_ outcome: MethodOutcome, _ quantity: String) -> Double? {
    guard let result = outcome.result else { return nil }
    switch quantity {
    case "estimate": return result.estimate.value
    case "standard_error", "seeded_standard_error": return result.estimate.standardError
    case "intercept": return EggerInterceptAnalysis.intercept(variants).estimate?.value
    case "intercept_se": return EggerInterceptAnalysis.intercept(variants).estimate?.standardError
    default: return nil
    }
  }

  private func value(_ method: String, _ quantity: String, row: Int) -> Double? {
    guard variants.indices.contains(row) else { return nil }
    if method == "cooks_distance" {
      let rows = InfluenceAnalysis.influence(variants)
      return rows.indices.contains(row) ? rows[row].cooksDistance : nil
    }
    if method == "wald_ratio" {
      let single = SingleVariantAnalysis.estimates([variants[row]]).first
      switch quantity {
      case "ratio of": return single?.estimate.value
      case "first-order error of": return single?.estimate.standardError
      default: return single?.secondOrderStandardError
      }
    }
    var others = variants
    others.remove(at: row)
    let estimator = method == "leave_one_out_ivw" ? MethodID.ivwRandomEffects : .mrEgger
    let estimate = MethodTable.outcome(estimator, others, context: context).result?.estimate
    return quantity == "estimate of" ? estimate?.value : estimate?.standardError
  }
}
