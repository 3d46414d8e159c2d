import StudyModel

/// The checks of one pair and the verdict that the rules make of them. Reads what the analysis found; computes nothing but
/// the estimate without outliers.
package struct PairAppraisal {
  let design: StudyDesign
  let pair: PairDesign
  let result: PairResult
  /// That adjusts the pair's primary estimate; nil where no family holds the pair.
  let family: TestFamily?

  package init(design: StudyDesign, pair: PairDesign, result: PairResult, family: TestFamily?) {
    self.design = design
    self.pair = pair
    self.result = result
    self.family = family
  }

  package func appraisal() -> Appraisal {
    let checks = CheckID.allCases.map(check)
    let ruling = VerdictRules.ruling(on: checks, evidence: evidence)
    return Appraisal(
      pair: pair.id,
      checks: checks,
      verdict: ruling.verdict,
      rule: ruling.rule,
      gravest: ruling.gravest
    )
  }

  private func check(_ id: CheckID) -> AppraisalCheck {
    switch id {
    case .instruments: instruments()
    case .strength: strength()
    case .independence: independence()
    case .heterogeneity: heterogeneity()
    case .pleiotropy: pleiotropy()
    case .outliers: outliers()
    case .agreement: agreement()
    case .leaveOneOut: leaveOneOut()
    case .direction: direction()
    case .multiplicity: multiplicity()
    case .power: power()
    case .comparability: comparability()
    }
  }

  // MARK: What the checks read

  var thresholds: AppraisalSettings { design.settings.appraisal ?? AppraisalSettings() }
  var significanceLevel: Double { design.settings.significanceLevel }
  var primary: CausalEstimate? { result.primaryEstimate(design.settings.primaryMethod) }
  var exposure: Trait? { design.trait(pair.exposure) }
  var outcome: Trait? { design.trait(pair.outcome) }

  /// The exposure's own, part by part, before the study's.
  var instrumentSource: InstrumentSource {
    let (own, study) = (exposure?.instrumentSource, design.settings.instrumentSource)
    return InstrumentSource(
      sample: own?.sample ?? study?.sample,
      clumpingRSquared: own?.clumpingRSquared ?? study?.clumpingRSquared,
      clumpingKilobases: own?.clumpingKilobases ?? study?.clumpingKilobases,
      clumpingPanel: own?.clumpingPanel ?? study?.clumpingPanel
    )
  }

  private var evidence: VerdictRules.Evidence {
    guard let primary else { return .none }
    return primary.estimate.pValue.value < significanceLevel ? .significant : .null
  }

  /// A check that the release does not hold the means for.
  func notAvailable(_ id: CheckID) -> AppraisalCheck {
    AppraisalCheck(id: id, status: .cannotBeAssessed, finding: .notAvailable)
  }
}
