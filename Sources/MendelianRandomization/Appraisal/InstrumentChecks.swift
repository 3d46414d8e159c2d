import StudyModel

/// How many instruments there are, how strong, and whether each tells something of its own.
extension PairAppraisal {
  /// Ten variants are what MR-Egger and the MR-PRESSO global test ask for to tell anything; three or fewer leave nothing to
  /// hold a line against.
  func instruments() -> AppraisalCheck {
    guard let count = primary?.variantCount else { return notAvailable(.instruments) }
    let (status, finding): (CheckStatus, CheckFinding) =
      count >= thresholds.instruments
      ? (.holds, .enoughInstruments)
      : count >= thresholds.fewInstruments
        ? (.caution, .fewInstruments) : (.cannotBeAssessed, .tooFewForPleiotropy)
    let needed = status == .cannotBeAssessed ? thresholds.fewInstruments : thresholds.instruments
    return AppraisalCheck(
      id: .instruments,
      status: status,
      finding: finding,
      number: Double(count),
      threshold: Double(needed),
      count: count
    )
  }

  /// F corrected for winner's curse; instruments that another sample chose need no correction.
  func strength() -> AppraisalCheck {
    let selection = result.further?.selection
    guard let meanF = selection?.correctedMeanF ?? result.strength?.meanF else {
      return notAvailable(.strength)
    }
    func check(_ status: CheckStatus, _ finding: CheckFinding) -> AppraisalCheck {
      AppraisalCheck(
        id: .strength,
        status: status,
        finding: finding,
        number: meanF,
        threshold: thresholds.strongF
      )
    }
    guard meanF >= thresholds.strongF else { return check(.fails, .weak) }
    guard let selection else { return check(.holds, .selectedElsewhere) }
    guard selection.threshold <= thresholds.selectionP else {
      return AppraisalCheck(
        id: .strength,
        status: .caution,
        finding: .selectedLeniently,
        number: selection.threshold,
        threshold: thresholds.selectionP
      )
    }
    return check(.holds, .strong)
  }

  /// By what the study declares of its clumping: releases hold no genotypes. r² of a panel of N people is off by about
  /// 1/(2N) from chance alone.
  func independence() -> AppraisalCheck {
    guard primary != nil else { return notAvailable(.independence) }
    func check(
      _ status: CheckStatus,
      _ finding: CheckFinding,
      _ number: Double? = nil,
      _ threshold: Double? = nil
    )
      -> AppraisalCheck
    {
      AppraisalCheck(
        id: .independence,
        status: status,
        finding: finding,
        number: number,
        threshold: threshold
      )
    }
    let isAlone = result.variants.count == 1
    let inHLA = result.variants.count { $0.flags.contains(.extendedHLA) }
    let source = instrumentSource
    if let limit = source.clumpingRSquared, limit > thresholds.correlatedRSquared, !isAlone {
      return check(.fails, .correlated, limit, thresholds.correlatedRSquared)
    }
    guard inHLA == 0 else {
      return AppraisalCheck(id: .independence, status: .caution, finding: .inHLA, count: inHLA)
    }
    if isAlone { return check(.holds, .independent) }
    guard let limit = source.clumpingRSquared else { return check(.cannotBeAssessed, .clumpingNotDeclared) }
    if let people = source.clumpingPanel, 1 / (2 * Double(people)) > limit {
      return check(.caution, .panelNoise, 1 / (2 * Double(people)), limit)
    }
    return check(.holds, .independent, limit, thresholds.correlatedRSquared)
  }
}
