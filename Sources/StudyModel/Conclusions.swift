/// What can be said only with every pair at hand.
package struct Conclusions: Codable, Hashable, Sendable {
  package var families: [TestFamily]

  package init(families: [TestFamily]) {
    self.families = families
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
    untested: [UntestedPair]
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

  package init(
    pair: PairID,
    method: MethodID,
    pValue: PValue,
    bonferroni: PValue,
    benjaminiHochberg: PValue
  ) {
    self.pair = pair
    self.method = method
    self.pValue = pValue
    self.bonferroni = bonferroni
    self.benjaminiHochberg = benjaminiHochberg
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
