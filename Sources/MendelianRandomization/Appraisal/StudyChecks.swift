import Foundation
import StudyModel

/// What the two studies and the family of tests allow to be said.
extension PairAppraisal {
  func direction() -> AppraisalCheck {
    guard let test = result.steiger.pair else { return notAvailable(.direction) }
    let (status, finding): (CheckStatus, CheckFinding) =
      switch test.verdict {
      case .exposureFirst: (.holds, .exposureFirst)
      case .undecided: (.caution, .directionUndecided)
      case .outcomeFirst: (.fails, .outcomeFirst)
      case .cannotBeAssessed: (.cannotBeAssessed, .noiseRivalsSignal)
      }
    let isTested = test.verdict != .cannotBeAssessed
    return AppraisalCheck(
      id: .direction,
      status: status,
      finding: finding,
      number: isTested ? test.pValue.value : nil,
      threshold: isTested ? significanceLevel : nil
    )
  }

  /// The adjusted p of the pair's family; `number` is that p.
  func multiplicity() -> AppraisalCheck {
    guard let family, let test = family.tests.first(where: { $0.pair == pair.id }) else {
      return AppraisalCheck(id: .multiplicity, status: .cannotBeAssessed, finding: .notTested)
    }
    guard let adjusted = adjusted(test)?.value else { return notAvailable(.multiplicity) }
    let (status, finding): (CheckStatus, CheckFinding) =
      adjusted < significanceLevel
      ? (.holds, .significantAdjusted)
      : (.fails, test.pValue.value < significanceLevel ? .nominalOnly : .notSignificant)
    return AppraisalCheck(
      id: .multiplicity,
      status: status,
      finding: finding,
      number: adjusted,
      threshold: significanceLevel,
      count: family.tested
    )
  }

  private func adjusted(_ test: AdjustedTest) -> PValue? {
    switch thresholds.adjustment {
    case .bonferroni: test.bonferroni
    case .holm: test.holm
    case .benjaminiHochberg: test.benjaminiHochberg
    case .benjaminiYekutieli: test.benjaminiYekutieli
    case .storey: test.storey
    case .effective: test.effective
    }
  }

  /// Whether an effect of a size that matters would have been seen; `count` is the outcome's cases.
  func power() -> AppraisalCheck {
    guard let analysis = result.further?.power?.analysis else { return notAvailable(.power) }
    let isBinary = result.scale.outcomeType == .binary
    let threshold = isBinary ? log(thresholds.detectableOddsRatio) : thresholds.detectableEffect
    let isPowered = analysis.detectable <= threshold
    return AppraisalCheck(
      id: .power,
      status: isPowered ? .holds : .fails,
      finding: isPowered ? .powered : .underpowered,
      number: analysis.detectable,
      threshold: threshold,
      count: (analysis.cases ?? analysis.people)?.wholeNumber
    )
  }

  /// Overlap of the samples, units and ancestry of both sides; `count` is how many of the three are undeclared.
  func comparability() -> AppraisalCheck {
    func check(_ status: CheckStatus, _ finding: CheckFinding, _ number: Double? = nil, count: Int? = nil)
      -> AppraisalCheck
    {
      AppraisalCheck(
        id: .comparability,
        status: status,
        finding: finding,
        number: number,
        threshold: number.map { _ in thresholds.harmlessOverlapBias },
        count: count
      )
    }
    guard primary != nil else { return notAvailable(.comparability) }
    let overlap = design.trait(pair.trait)?.sampleOverlap ?? design.settings.sampleOverlap
    let ancestries = [
      pair.exposureSource?.ancestry ?? exposure?.ancestry, pair.outcomeSource?.ancestry ?? outcome?.ancestry,
    ]
    let undeclared = [
      ("overlap", overlap?.fraction == nil), ("scale", !areScalesDeclared),
      ("ancestry", ancestries.contains(nil)),
    ].filter(\.1).map(\.0)
    guard undeclared.isEmpty else {
      var check = check(.cannotBeAssessed, .undeclared, count: undeclared.count)
      check.subjects = undeclared
      return check
    }
    guard Set(ancestries.compactMap { $0?.lowercased() }).count == 1 else {
      return check(.caution, .declaredDifference)
    }
    if overlap?.fraction == 0 { return check(.holds, .declaredHarmless) }
    guard let bias = result.further?.overlapBias?.relativeBias else {
      return check(.caution, .declaredOverlap)
    }
    return bias < thresholds.harmlessOverlapBias
      ? check(.holds, .declaredHarmless, bias) : check(.caution, .declaredOverlap, bias)
  }

  /// Log odds need no unit.
  private var areScalesDeclared: Bool {
    let scale = result.scale
    return (scale.exposureType == .binary || scale.exposureUnits != nil)
      && (scale.outcomeType == .binary || scale.outcomeUnits != nil)
  }
}

extension Double {
  /// Nil where no integer holds it.
  fileprivate var wholeNumber: Int? { Int(exactly: rounded()) }
}
