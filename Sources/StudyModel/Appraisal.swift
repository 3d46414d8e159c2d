/// What a reader may conclude of one pair: a list of checks and the verdict that the rules make of them. Codes, numbers
/// and thresholds only; the sentences are the templates'.
package struct Appraisal: Codable, Hashable, Sendable {
  package var pair: PairID
  /// In the order of `CheckID`; every check stands once.
  package var checks: [AppraisalCheck]
  package var verdict: Verdict
  /// The row of the rule table that gave the verdict.
  package var rule: String
  /// The checks that weighed most against a better verdict, gravest first; at most two.
  package var gravest: [CheckID]

  package init(pair: PairID, checks: [AppraisalCheck], verdict: Verdict, rule: String, gravest: [CheckID]) {
    self.pair = pair
    self.checks = checks
    self.verdict = verdict
    self.rule = rule
    self.gravest = gravest
  }
}

/// The five classes that every pair falls into.
package enum Verdict: String, CaseIterable, Codable, Hashable, Sendable {
  case robust
  case supportedWithCautions = "supported_with_cautions"
  case suggestive
  /// No evidence of an effect, by a study that could have seen one.
  case noEvidenceInformative = "no_evidence_informative"
  case notInformative = "not_informative"

  /// Steps of the certainty meter, out of three.
  package var certainty: Int {
    switch self {
    case .robust: 3
    case .supportedWithCautions, .noEvidenceInformative: 2
    case .suggestive: 1
    case .notInformative: 0
    }
  }
}

/// What is checked, in the order in which it is shown.
package enum CheckID: String, CaseIterable, Codable, Hashable, Sendable {
  case instruments
  case strength
  case independence
  case heterogeneity
  case pleiotropy
  case outliers
  case agreement
  case leaveOneOut = "leave_one_out"
  case direction
  case multiplicity
  case power
  /// Overlap of the samples, scale of the effects, ancestry.
  case comparability
}

/// How a check came out.
package enum CheckStatus: String, CaseIterable, Codable, Hashable, Sendable {
  case holds
  case caution
  case fails
  case cannotBeAssessed = "cannot_be_assessed"
}

/// One check of one pair.
package struct AppraisalCheck: Codable, Hashable, Sendable {
  package var id: CheckID
  package var status: CheckStatus
  /// Why: the branch of the check that was taken.
  package var finding: CheckFinding
  /// The number that decided; nil where the finding rests on none.
  package var number: Double?
  /// What it was held against.
  package var threshold: Double?
  /// How many (variants, methods, tests) the finding speaks of.
  package var count: Int?
  /// Variants, or what is undeclared of `overlap`, `scale` and `ancestry`; nil where it speaks of none.
  package var subjects: [String]?

  package init(
    id: CheckID,
    status: CheckStatus,
    finding: CheckFinding,
    number: Double? = nil,
    threshold: Double? = nil,
    count: Int? = nil,
    subjects: [String]? = nil
  ) {
    self.id = id
    self.status = status
    self.finding = finding
    self.number = number
    self.threshold = threshold
    self.count = count
    self.subjects = subjects
  }
}

/// The branches of the checks.
package enum CheckFinding: String, CaseIterable, Codable, Hashable, Sendable {
  // Any check.

  /// The release does not hold what the check needs.
  case notAvailable = "not_available"

  // Instruments; number: how many, threshold: how many would do.

  case enoughInstruments = "enough_instruments"
  case fewInstruments = "few_instruments"
  case tooFewForPleiotropy = "too_few_for_pleiotropy"

  // Strength; number: corrected mean F (or the selection's p), threshold: 10 (or 5e-8).

  case strong
  case selectedElsewhere = "selected_elsewhere"
  case selectedLeniently = "selected_leniently"
  case weak

  // Independence; number: r² threshold, count: HLA variants.

  case independent
  case inHLA = "in_hla"
  case panelNoise = "panel_noise"
  case correlated
  case clumpingNotDeclared = "clumping_not_declared"

  // Heterogeneity; number: I², threshold: where the next class begins.

  case lowHeterogeneity = "low_heterogeneity"
  case moderateHeterogeneity = "moderate_heterogeneity"
  case highHeterogeneity = "high_heterogeneity"

  // Pleiotropy; number: p of the intercept, or I²GX.

  case noDirectionalPleiotropy = "no_directional_pleiotropy"
  case dilutedEgger = "diluted_egger"
  case directionalPleiotropy = "directional_pleiotropy"
  case eggerTooDiluted = "egger_too_diluted"

  // Outliers; number: p of the global test; count: outliers.

  case noOutliers = "no_outliers"
  case stableWithoutOutliers = "stable_without_outliers"
  case changedWithoutOutliers = "changed_without_outliers"
  case tooFewForOutliers = "too_few_for_outliers"

  // Agreement; count: methods.

  case methodsAgree = "methods_agree"
  case intervalsPart = "intervals_part"
  case signsDiffer = "signs_differ"
  case oneMethod = "one_method"

  // Leave-one-out; count: alarms, number: largest |shift|.

  case noAlarm = "no_alarm"
  case alarm

  // Direction; number: p of Steiger's test.

  case exposureFirst = "exposure_first"
  case directionUndecided = "direction_undecided"
  case outcomeFirst = "outcome_first"
  case noiseRivalsSignal = "noise_rivals_signal"

  // Multiplicity; number: adjusted p, threshold: α, count: tests of the family.

  case significantAdjusted = "significant_adjusted"
  case nominalOnly = "nominal_only"
  case notSignificant = "not_significant"
  case notTested = "not_tested"

  // Power; number: detectable |β|, threshold: |β| that still counts as informative.

  case powered
  case underpowered

  // Comparability; count: what of overlap, scale and ancestry is undeclared.

  case declaredHarmless = "declared_harmless"
  case declaredOverlap = "declared_overlap"
  case declaredDifference = "declared_difference"
  case undeclared
}
