/// What can be said only with every pair at hand.
package struct Conclusions: Codable, Hashable, Sendable {
  package var families: [TestFamily]
  /// One a pair, in the order of the design; nil in releases made before schema version 3.
  package var appraisals: [Appraisal]?
  /// Instruments that several traits of the panel share; nil where there are none, and in releases made before schema
  /// version 4.
  package var sharedInstruments: [SharedInstrument]?

  package init(
    families: [TestFamily],
    appraisals: [Appraisal]? = nil,
    sharedInstruments: [SharedInstrument]? = nil
  ) {
    self.families = families
    self.appraisals = appraisals
    self.sharedInstruments = sharedInstruments
  }
}

/// A declared family of tests with its adjusted p-values.
package struct TestFamily: Codable, Hashable, Sendable {
  package var id: String
  package var directions: [Direction]
  package var method: MethodID
  package var groups: [String]?
  package var significanceLevel: Double
  /// Pairs the family was declared to hold.
  package var declared: Int
  /// Pairs that gave a p-value: the number the adjustment is made for.
  package var tested: Int
  /// Tests with an unadjusted p below the significance level.
  package var nominal: Int
  /// tested × significance level: what chance alone would give.
  package var nominalExpected: Double
  package var passingBonferroni: Int
  package var passingBenjaminiHochberg: Int
  /// In the order of the panel.
  package var tests: [AdjustedTest]
  package var untested: [UntestedPair]
  /// Nil in releases made before schema version 3.
  package var passingHolm: Int?
  package var passingBenjaminiYekutieli: Int?
  package var passingStorey: Int?
  /// Storey's share of true null hypotheses, in (0, 1]; 1 under 100 tests.
  package var storeyPi0: Double?
  /// Where the study gives a correlation matrix of the traits.
  package var effectiveTests: EffectiveTests?

  package init(
    id: String,
    directions: [Direction],
    method: MethodID,
    groups: [String]?,
    significanceLevel: Double,
    declared: Int,
    tested: Int,
    nominal: Int,
    nominalExpected: Double,
    passingBonferroni: Int,
    passingBenjaminiHochberg: Int,
    tests: [AdjustedTest],
    untested: [UntestedPair],
    passingHolm: Int? = nil,
    passingBenjaminiYekutieli: Int? = nil,
    passingStorey: Int? = nil,
    storeyPi0: Double? = nil,
    effectiveTests: EffectiveTests? = nil
  ) {
    self.id = id
    self.directions = directions
    self.method = method
    self.groups = groups
    self.significanceLevel = significanceLevel
    self.declared = declared
    self.tested = tested
    self.nominal = nominal
    self.nominalExpected = nominalExpected
    self.passingBonferroni = passingBonferroni
    self.passingBenjaminiHochberg = passingBenjaminiHochberg
    self.tests = tests
    self.untested = untested
    self.passingHolm = passingHolm
    self.passingBenjaminiYekutieli = passingBenjaminiYekutieli
    self.passingStorey = passingStorey
    self.storeyPi0 = storeyPi0
    self.effectiveTests = effectiveTests
  }
}

/// One member of a family.
package struct AdjustedTest: Codable, Hashable, Sendable {
  package var pair: PairID
  /// The family's method, or the Wald ratio where one variant is all there is.
  package var method: MethodID
  package var pValue: PValue
  package var bonferroni: PValue
  package var benjaminiHochberg: PValue
  /// Nil in releases made before schema version 3.
  package var holm: PValue?
  package var benjaminiYekutieli: PValue?
  /// Storey's q-value.
  package var storey: PValue?
  /// 1 − (1 − p)^M, M the family's effective number of tests; nil where there is none.
  package var effective: PValue?

  package init(
    pair: PairID,
    method: MethodID,
    pValue: PValue,
    bonferroni: PValue,
    benjaminiHochberg: PValue,
    holm: PValue? = nil,
    benjaminiYekutieli: PValue? = nil,
    storey: PValue? = nil,
    effective: PValue? = nil
  ) {
    self.pair = pair
    self.method = method
    self.pValue = pValue
    self.bonferroni = bonferroni
    self.benjaminiHochberg = benjaminiHochberg
    self.holm = holm
    self.benjaminiYekutieli = benjaminiYekutieli
    self.storey = storey
    self.effective = effective
  }
}

/// How many independent tests a family of correlated traits is worth (Li & Ji, Heredity 2005;95:221–227).
package struct EffectiveTests: Codable, Hashable, Sendable {
  /// Σ (1 if λ ≥ 1) + (λ − ⌊λ⌋) over the eigenvalues λ of the correlation matrix.
  package var count: Double
  /// Tests of the family whose traits the matrix holds; the others count one each.
  package var covered: Int
  /// Tests whose `effective` p is below the significance level.
  package var passing: Int

  package init(count: Double, covered: Int, passing: Int) {
    self.count = count
    self.covered = covered
    self.passing = passing
  }
}

/// A declared member that gave no p-value, and why.
package struct UntestedPair: Codable, Hashable, Sendable {
  package var pair: PairID
  package var status: PairStatus
  /// Where the pair was analysed but the family's method gave no estimate.
  package var notEstimated: NotEstimated?

  package init(pair: PairID, status: PairStatus, notEstimated: NotEstimated? = nil) {
    self.pair = pair
    self.status = status
    self.notEstimated = notEstimated
  }
}

/// A variant that is an instrument of one panel trait and associated with others of the panel.
package struct SharedInstrument: Codable, Hashable, Sendable {
  package var variant: String
  /// In the order of the panel; two or more.
  package var traits: [TraitID]

  package init(variant: String, traits: [TraitID]) {
    self.variant = variant
    self.traits = traits
  }
}
