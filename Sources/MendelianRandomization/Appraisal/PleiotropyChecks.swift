import StudyModel

/// Whether the variants agree on one effect, and whether single ones make it.
extension PairAppraisal {
  func heterogeneity() -> AppraisalCheck {
    guard let share = result.heterogeneity.cochran?.iSquared else { return notAvailable(.heterogeneity) }
    let (moderate, high) = (thresholds.moderateISquared, thresholds.highISquared)
    let (status, finding, threshold): (CheckStatus, CheckFinding, Double) =
      share < moderate
      ? (.holds, .lowHeterogeneity, moderate)
      : share <= high
        ? (.caution, .moderateHeterogeneity, moderate) : (.fails, .highHeterogeneity, high)
    return AppraisalCheck(
      id: .heterogeneity,
      status: status,
      finding: finding,
      number: share,
      threshold: threshold
    )
  }

  /// An intercept that is not 0 counts whatever the dilution: dilution can hide one and cannot make one.
  func pleiotropy() -> AppraisalCheck {
    guard let intercept = result.eggerIntercept.estimate else { return notAvailable(.pleiotropy) }
    let p = intercept.pValue.value
    func check(_ status: CheckStatus, _ finding: CheckFinding, _ number: Double, _ threshold: Double)
      -> AppraisalCheck
    {
      AppraisalCheck(id: .pleiotropy, status: status, finding: finding, number: number, threshold: threshold)
    }
    if p < significanceLevel { return check(.fails, .directionalPleiotropy, p, significanceLevel) }
    guard let share = result.further?.exposureHeterogeneity?.weighted else {
      return notAvailable(.pleiotropy)
    }
    if share < thresholds.lowISquaredGx {
      return check(.cannotBeAssessed, .eggerTooDiluted, share, thresholds.lowISquaredGx)
    }
    if share < thresholds.iSquaredGx { return check(.caution, .dilutedEgger, share, thresholds.iSquaredGx) }
    return check(.holds, .noDirectionalPleiotropy, p, significanceLevel)
  }

  /// The conclusion changes where IVW without the outliers lies on the other side of 0 or of the significance level.
  func outliers() -> AppraisalCheck {
    guard let global = result.presso.globalTest else { return notAvailable(.outliers) }
    let p = global.pValue.value
    func check(_ status: CheckStatus, _ finding: CheckFinding, count: Int) -> AppraisalCheck {
      AppraisalCheck(
        id: .outliers,
        status: status,
        finding: finding,
        number: p,
        threshold: significanceLevel,
        count: count,
        subjects: count > 0 ? result.presso.outliers : nil
      )
    }
    let names = Set(result.presso.outliers)
    guard !names.isEmpty else {
      return global.assessment == .cannotBeAssessed
        ? check(.cannotBeAssessed, .tooFewForOutliers, count: 0) : check(.holds, .noOutliers, count: 0)
    }
    let all = InverseVarianceWeighted(model: .randomEffects)
    let context = EstimationContext(pair: pair.id, seed: design.seed, settings: design.settings)
    let others = result.variants.filter { !names.contains($0.variant.id) }
    guard let whole = all.outcome(result.variants, context: context).result?.estimate,
      let rest = all.outcome(others, context: context).result?.estimate
    else { return notAvailable(.outliers) }
    let isStable =
      (whole.value < 0) == (rest.value < 0)
      && (whole.pValue.value < significanceLevel) == (rest.pValue.value < significanceLevel)
    return isStable
      ? check(.caution, .stableWithoutOutliers, count: names.count)
      : check(.fails, .changedWithoutOutliers, count: names.count)
  }

  /// Every estimated method of the study, or those that it names for this check.
  func agreement() -> AppraisalCheck {
    let methods = thresholds.agreementMethods ?? result.estimates.map(\.method)
    let estimates = methods.compactMap { result.estimate($0)?.estimate }
    func check(_ status: CheckStatus, _ finding: CheckFinding) -> AppraisalCheck {
      AppraisalCheck(id: .agreement, status: status, finding: finding, count: estimates.count)
    }
    guard !estimates.isEmpty else { return notAvailable(.agreement) }
    guard estimates.count > 1 else { return check(.cannotBeAssessed, .oneMethod) }
    let signs = Set(estimates.map { $0.value < 0 })
    guard signs.count == 1 else { return check(.fails, .signsDiffer) }
    // Intervals on a line share a point where every two of them do (Helly).
    let highestLower = estimates.map(\.interval.lower).max() ?? 0
    let lowestUpper = estimates.map(\.interval.upper).min() ?? 0
    return highestLower <= lowestUpper ? check(.holds, .methodsAgree) : check(.caution, .intervalsPart)
  }

  func leaveOneOut() -> AppraisalCheck {
    guard !result.leaveOneOut.isEmpty else { return notAvailable(.leaveOneOut) }
    let alarms = result.leaveOneOut.filter { $0.moves.contains(.alarm) }
    let shown = alarms.isEmpty ? result.leaveOneOut : alarms
    return AppraisalCheck(
      id: .leaveOneOut,
      status: alarms.isEmpty ? .holds : .fails,
      finding: alarms.isEmpty ? .noAlarm : .alarm,
      number: shown.map { abs($0.shift) }.max(),
      threshold: 1,
      count: alarms.count,
      subjects: alarms.isEmpty ? nil : alarms.map(\.variant)
    )
  }
}
