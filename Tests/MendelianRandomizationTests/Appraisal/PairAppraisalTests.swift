import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct PairAppraisalTests {
  private let given = AppraisedPair()

  @Test func everythingHoldsHere() {
    let appraisal = given.appraise()
    #expect(appraisal.checks.map(\.id) == CheckID.allCases)
    #expect(appraisal.checks.allSatisfy { $0.status == .holds })
    #expect(appraisal.verdict == .robust)
    #expect(appraisal.rule == "all_hold")
    #expect(appraisal.gravest.isEmpty)
  }

  @Test(arguments: [
    (10, CheckStatus.holds), (9, .caution), (4, .caution), (3, .cannotBeAssessed), (1, .cannotBeAssessed),
  ])
  func instruments(_ count: Int, _ status: CheckStatus) {
    let found = given.appraise { $0.estimates[0].result?.variantCount = count }
    #expect(given.check(.instruments, of: found)?.status == status)
    #expect(given.check(.instruments, of: found)?.count == count)
  }

  @Test func strength() {
    func status(_ correctedF: Double, _ threshold: Double) -> (CheckStatus?, CheckFinding?) {
      let found = given.check(
        .strength,
        of: given.appraise {
          $0.further?.selection = given.selection(correctedF: correctedF, threshold: threshold)
        }
      )
      return (found?.status, found?.finding)
    }
    #expect(status(10, 5e-8) == (.holds, .strong))
    #expect(status(9.9, 5e-8) == (.fails, .weak))
    #expect(status(40, 5e-6) == (.caution, .selectedLeniently))
    let elsewhere = given.appraise { $0.further?.selection = nil }
    #expect(given.check(.strength, of: elsewhere)?.finding == .selectedElsewhere)
  }

  @Test func independence() {
    func finding(_ source: InstrumentSource?, hla: Bool = false) -> (CheckStatus?, CheckFinding?) {
      let found = given.check(
        .independence,
        of: given.appraise(design: given.design { $0.settings.instrumentSource = source }) {
          if hla { $0.variants[3].flags = [.extendedHLA] }
        }
      )
      return (found?.status, found?.finding)
    }
    #expect(finding(nil) == (.cannotBeAssessed, .clumpingNotDeclared))
    #expect(finding(InstrumentSource(clumpingRSquared: 0.001)) == (.holds, .independent))
    #expect(finding(InstrumentSource(clumpingRSquared: 0.001), hla: true) == (.caution, .inHLA))
    #expect(finding(InstrumentSource(clumpingRSquared: 0.2)) == (.fails, .correlated))
    // 1/(2·400) = 0.00125.
    #expect(finding(InstrumentSource(clumpingRSquared: 0.001, clumpingPanel: 400)) == (.caution, .panelNoise))
  }

  @Test(arguments: [(0.49, CheckStatus.holds), (0.5, .caution), (0.75, .caution), (0.76, .fails)])
  func heterogeneity(_ share: Double, _ status: CheckStatus) {
    let found = given.appraise { $0.heterogeneity.cochran?.iSquared = share }
    #expect(given.check(.heterogeneity, of: found)?.status == status)
  }

  @Test func pleiotropy() {
    func finding(p: Double, share: Double?) -> (CheckStatus?, CheckFinding?) {
      let found = given.check(
        .pleiotropy,
        of: given.appraise {
          $0.eggerIntercept.estimate?.pValue = PValue(p)
          $0.further?.exposureHeterogeneity?.weighted = share
        }
      )
      return (found?.status, found?.finding)
    }
    #expect(finding(p: 0.05, share: 0.9) == (.holds, .noDirectionalPleiotropy))
    #expect(finding(p: 0.05, share: 0.89) == (.caution, .dilutedEgger))
    #expect(finding(p: 0.05, share: 0.59) == (.cannotBeAssessed, .eggerTooDiluted))
    #expect(finding(p: 0.049, share: 0.59) == (.fails, .directionalPleiotropy))
    #expect(finding(p: 0.5, share: nil) == (.cannotBeAssessed, .notAvailable))
  }

  @Test func outliersThatChangeTheConclusionAreToldFromThoseThatDoNot() {
    func outlier(_ name: String) -> PressoOutlierTest {
      PressoOutlierTest(
        variant: name,
        difference: 1,
        standardError: 0.1,
        pValue: PValue(1e-9),
        bonferroni: PValue(1e-8),
        isOutlier: true
      )
    }
    let stable = given.appraise {
      $0.presso = MRPresso(globalTest: given.global(.rejected), outlierTest: [outlier("rs0")])
    }
    #expect(given.check(.outliers, of: stable)?.finding == .stableWithoutOutliers)
    #expect(given.check(.outliers, of: stable)?.count == 1)
    let changed = given.appraise {
      // One variant against eleven that say nothing.
      for place in 1..<12 { $0.variants[place].outcome.beta = 0.0001 * (place % 2 == 0 ? 1 : -1) }
      $0.variants[0].outcome.beta = 2
      $0.variants[0].outcome.standardError = 0.0001
      $0.presso = MRPresso(globalTest: given.global(.rejected), outlierTest: [outlier("rs0")])
      for place in $0.variants.indices { $0.variants[place].exposure.standardError = 0.001 }
    }
    #expect(given.check(.outliers, of: changed)?.status == .fails)
    let few = given.appraise { $0.presso = MRPresso(globalTest: given.global(.cannotBeAssessed)) }
    #expect(given.check(.outliers, of: few)?.finding == .tooFewForOutliers)
  }

  @Test func agreement() {
    func finding(_ value: Double, _ lower: Double, _ upper: Double) -> (CheckStatus?, CheckFinding?) {
      let found = given.check(
        .agreement,
        of: given.appraise {
          $0.estimates[1].result?.estimate.value = value
          $0.estimates[1].result?.estimate.interval = ConfidenceInterval(lower: lower, upper: upper)
        }
      )
      return (found?.status, found?.finding)
    }
    #expect(finding(0.9, 0.7, 1.1) == (.holds, .methodsAgree))
    #expect(finding(0.9, 0.71, 1.1) == (.caution, .intervalsPart))
    #expect(finding(-0.1, -1, 1) == (.fails, .signsDiffer))
    let alone = given.appraise { $0.estimates.removeLast() }
    #expect(given.check(.agreement, of: alone)?.finding == .oneMethod)
  }

  @Test func leaveOneOutNamesTheLargestShiftAmongAlarms() {
    let found = given.appraise {
      var row = $0.leaveOneOut[0]
      row.shift = 1.5
      row.moves = [.significanceLost, .alarm]
      $0.leaveOneOut.append(row)
      row.shift = 9
      row.moves = [.significanceGained]
      $0.leaveOneOut.append(row)
    }
    #expect(given.check(.leaveOneOut, of: found)?.status == .fails)
    #expect(given.check(.leaveOneOut, of: found)?.number == 1.5)
    #expect(given.check(.leaveOneOut, of: found)?.count == 1)
  }

  @Test(arguments: [
    (SteigerVerdict.exposureFirst, CheckStatus.holds), (.undecided, .caution), (.outcomeFirst, .fails),
    (.cannotBeAssessed, .cannotBeAssessed),
  ])
  func direction(_ verdict: SteigerVerdict, _ status: CheckStatus) {
    let found = given.appraise { $0.steiger.pair = given.steiger(verdict) }
    #expect(given.check(.direction, of: found)?.status == status)
  }

  @Test func multiplicity() {
    let nominal = given.check(.multiplicity, of: given.appraise(adjusted: 0.37, nominal: 0.009))
    #expect(nominal?.finding == .nominalOnly)
    #expect(nominal?.count == 41)
    #expect(nominal?.number == 0.37)
    #expect(
      given.check(.multiplicity, of: given.appraise(adjusted: 0.9, nominal: 0.3))?.finding == .notSignificant
    )
    // BH is the default; an adjustment that the release lacks cannot be assessed.
    let holm = given.design { $0.settings.appraisal?.adjustment = .holm }
    #expect(given.check(.multiplicity, of: given.appraise(design: holm))?.status == .cannotBeAssessed)
  }

  @Test func powerIsHeldAgainstTheRatioOrTheEffect() {
    let binary = given.appraise { $0.further?.power?.analysis?.detectable = log(2.01) }
    #expect(given.check(.power, of: binary)?.status == .fails)
    #expect(given.check(.power, of: binary)?.count == 119)
    #expect(given.check(.power, of: binary)?.threshold == log(2))
    let continuous = given.appraise {
      $0.scale.outcomeType = .continuous
      $0.scale.outcomeUnits = "SD"
      $0.further?.power?.analysis?.detectable = 0.2
    }
    #expect(given.check(.power, of: continuous)?.status == .holds)
  }

  @Test func comparability() {
    let undeclared = given.design {
      $0.settings.sampleOverlap = nil
      $0.disease.ancestry = nil
    }
    let found = given.check(.comparability, of: given.appraise(design: undeclared))
    #expect(found?.finding == .undeclared)
    #expect(found?.count == 2)
    let other = given.design { $0.disease.ancestry = "African" }
    #expect(given.check(.comparability, of: given.appraise(design: other))?.finding == .declaredDifference)
    let biased = given.appraise { $0.further?.overlapBias?.relativeBias = 0.1 }
    #expect(given.check(.comparability, of: biased)?.finding == .declaredOverlap)
    let apart = given.design { $0.settings.sampleOverlap = SampleOverlap(fraction: 0) }
    #expect(given.check(.comparability, of: given.appraise(design: apart))?.finding == .declaredHarmless)
  }

  @Test func theIssuesExample() {
    let appraisal = given.appraise(adjusted: 0.37, nominal: 0.009) {
      $0.estimates[0].result?.estimate.pValue = PValue(0.009)
      $0.further?.power?.analysis?.detectable = log(3.5)
    }
    #expect(appraisal.verdict == .suggestive)
    #expect(appraisal.gravest == [.multiplicity, .power])
  }

  @Test func aPairWithoutAnEstimateInformsOfNothing() {
    let empty = given.appraise {
      $0 = PairResult(
        id: given.pair.id,
        trait: given.pair.trait,
        direction: .forward,
        exposure: given.pair.exposure,
        outcome: given.pair.outcome,
        scale: EffectScale(exposureType: .continuous, outcomeType: .binary),
        status: .noInstrumentLeft
      )
    }
    #expect(empty.verdict == .notInformative)
    #expect(empty.rule == "no_estimate")
  }
}
