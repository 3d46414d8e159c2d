import StudyModel

/// Every estimate of every method and pair, one a row, at the release's full precision: `estimates.tsv`.
enum EstimatesTable {
  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    pair.result.estimates.map { row(pair, $0) }
  }

  static let columns = [
    "pair", "trait", "group", "direction", "exposure", "outcome", "basis", "method", "beta_is", "n_variants",
    "beta", "standard_error", "lower", "upper", "p", "neg_log10_p", "monte_carlo_error", "family",
    "family_tests",
    "p_bonferroni", "p_benjamini_hochberg", "p_holm", "p_benjamini_yekutieli", "q_storey",
    "p_effective_tests",
    "study_tests", "study_p_bonferroni", "study_p_benjamini_hochberg", "not_estimated",
  ]

  private static func row(_ pair: PairDetails, _ outcome: MethodOutcome) -> [TabSeparated.Cell] {
    let (report, pair) = (pair.report, pair.result)
    let head: [TabSeparated.Cell] = [
      .words(pair.id.rawValue), .words(pair.trait.rawValue), .words(report.trait.group),
      .words(pair.direction.rawValue), .words(report.exposure.name), .words(report.outcome.name),
      .words(pair.basis.rawValue), .words(outcome.method.rawValue),
      .words(meaning(pair.scale, report.context.words)),
    ]
    guard let result = outcome.result else {
      let status = pair.status == .analysed ? outcome.notEstimated?.reason.rawValue : pair.status.rawValue
      let blanks = [TabSeparated.Cell](repeating: .words(nil), count: 18)
      return head + [.count(report.variantCount)] + blanks + [.words(status)]
    }
    let estimate = result.estimate
    let test = report.adjustment.flatMap { $0.test.method == outcome.method ? $0 : nil }
    let study = report.context.wideAdjustment(pair.id).flatMap { $0.test.method == outcome.method ? $0 : nil }
    return head + [
      .count(result.variantCount), .exact(estimate.value), .exact(estimate.standardError),
      .exact(estimate.interval.lower), .exact(estimate.interval.upper), .exact(estimate.pValue.value),
      .exact(estimate.pValue.negativeLog10), .exact(result.monteCarlo?.standardErrorOfStandardError),
      .words(test?.family.id), .count(test?.family.tested), .exact(test?.test.bonferroni.value),
      .exact(test?.test.benjaminiHochberg.value), .exact(test?.test.holm?.value),
      .exact(test?.test.benjaminiYekutieli?.value), .exact(test?.test.storey?.value),
      .exact(test?.test.effective?.value), .count(study?.family.tested),
      .exact(study?.test.bonferroni.value), .exact(study?.test.benjaminiHochberg.value), .words(nil),
    ]
  }

  /// What one unit of β is: releases keep log odds, pages show odds ratios and doublings.
  static func meaning(_ scale: EffectScale, _ words: Wordbook) -> String {
    let outcome =
      scale.outcomeType == .binary
      ? words(ScalePhrase.logOddsRatio) : scale.outcomeUnits ?? words(ScalePhrase.unitsUnknown)
    let exposure =
      scale.exposureType == .binary
      ? words(ScalePhrase.logOddsOfLiability) : scale.exposureUnits ?? words(ScalePhrase.unitUnknown)
    return words(ScalePhrase.slope, ["outcome": outcome, "exposure": exposure])
  }
}
