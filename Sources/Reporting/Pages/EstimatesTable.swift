import StudyModel

/// Every estimate of every method and pair, one a row, at the release's full precision: `estimates.tsv`.
struct EstimatesTable {
  let context: StudyContext

  func text() -> String {
    var table = TabSeparated(header: Self.columns)
    for pair in context.release.pairs {
      for outcome in pair.estimates { table.add(row(pair, outcome)) }
    }
    return table.text
  }

  private static let columns = [
    "pair", "trait", "group", "direction", "exposure", "outcome", "basis", "method", "beta_is", "n_variants",
    "beta", "standard_error", "lower", "upper", "p", "neg_log10_p", "monte_carlo_error", "family",
    "family_tests",
    "p_bonferroni", "p_benjamini_hochberg", "p_holm", "p_benjamini_yekutieli", "q_storey",
    "p_effective_tests",
    "study_tests", "study_p_bonferroni", "study_p_benjamini_hochberg", "not_estimated",
  ]

  private func row(_ pair: PairResult, _ outcome: MethodOutcome) -> [TabSeparated.Cell] {
    let head: [TabSeparated.Cell] = [
      .words(pair.id.rawValue), .words(pair.trait.rawValue), .words(context.trait(pair.trait)?.group),
      .words(pair.direction.rawValue), .words(name(pair.exposure)), .words(name(pair.outcome)),
      .words(pair.basis.rawValue), .words(outcome.method.rawValue), .words(Self.meaning(pair.scale)),
    ]
    guard let result = outcome.result else {
      let status = pair.status == .analysed ? outcome.notEstimated?.reason.rawValue : pair.status.rawValue
      let blanks = [TabSeparated.Cell](repeating: .words(nil), count: 18)
      let variants = pair.variantCount(context.design.settings.primaryMethod)
      return head + [.count(variants)] + blanks + [.words(status)]
    }
    let estimate = result.estimate
    let test = context.adjustment(pair.id).flatMap { $0.test.method == outcome.method ? $0 : nil }
    let study = context.wideAdjustment(pair.id).flatMap { $0.test.method == outcome.method ? $0 : nil }
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
  static func meaning(_ scale: EffectScale) -> String {
    let outcome = scale.outcomeType == .binary ? "log odds ratio" : scale.outcomeUnits ?? "units as reported"
    let exposure =
      scale.exposureType == .binary ? "log odds of liability" : scale.exposureUnits ?? "unit as reported"
    return "\(outcome) per \(exposure)"
  }

  private func name(_ id: TraitID) -> String { context.trait(id)?.name ?? id.rawValue }
}
