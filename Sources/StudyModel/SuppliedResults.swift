/// What another tool's result tables say of one pair, as they stand there.
package struct SuppliedResults: Hashable, Sendable {
  package var estimates: [SuppliedEstimate]
  package var heterogeneity: [SuppliedHeterogeneity]
  package var pleiotropy: SuppliedPleiotropy?

  package init(
    estimates: [SuppliedEstimate] = [],
    heterogeneity: [SuppliedHeterogeneity] = [],
    pleiotropy: SuppliedPleiotropy? = nil
  ) {
    self.estimates = estimates
    self.heterogeneity = heterogeneity
    self.pleiotropy = pleiotropy
  }
}

/// How far the printed numbers of a row may lie from those that were computed: half a unit of the last digit each.
package struct PrintedRounding: Hashable, Sendable {
  /// Of the estimate, the intercept or Q.
  package var value: Double
  package var standardError: Double
  package var pValue: Double

  package init(value: Double = 0, standardError: Double = 0, pValue: Double = 0) {
    self.value = value
    self.standardError = standardError
    self.pValue = pValue
  }
}

/// One row of TwoSampleMR's `mr()`.
package struct SuppliedEstimate: Hashable, Sendable {
  package var method: MethodID
  /// At least 1; 0 where the row says NA, as TwoSampleMR does of methods that gave nothing.
  package var variantCount: Int
  /// Nil where the row says NA: the tool ran the method and got nothing.
  package var value: Double?
  package var standardError: Double?
  package var pValue: PValue?
  package var rounding: PrintedRounding
  /// One-based line of the file, the header being line 1.
  package var line: Int

  package init(
    method: MethodID,
    variantCount: Int,
    value: Double?,
    standardError: Double?,
    pValue: PValue?,
    rounding: PrintedRounding = PrintedRounding(),
    line: Int
  ) {
    self.method = method
    self.variantCount = variantCount
    self.value = value
    self.standardError = standardError
    self.pValue = pValue
    self.rounding = rounding
    self.line = line
  }
}

/// One row of TwoSampleMR's `mr_heterogeneity()`.
package struct SuppliedHeterogeneity: Hashable, Sendable {
  package var method: MethodID
  package var q: Double
  package var degreesOfFreedom: Int
  package var pValue: PValue
  package var rounding: PrintedRounding
  package var line: Int

  package init(
    method: MethodID,
    q: Double,
    degreesOfFreedom: Int,
    pValue: PValue,
    rounding: PrintedRounding = PrintedRounding(),
    line: Int
  ) {
    self.method = method
    self.q = q
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = pValue
    self.rounding = rounding
    self.line = line
  }
}

/// One row of TwoSampleMR's `mr_pleiotropy_test()`.
package struct SuppliedPleiotropy: Hashable, Sendable {
  package var intercept: Double
  package var standardError: Double
  package var pValue: PValue
  package var rounding: PrintedRounding
  package var line: Int

  package init(
    intercept: Double,
    standardError: Double,
    pValue: PValue,
    rounding: PrintedRounding = PrintedRounding(),
    line: Int
  ) {
    self.intercept = intercept
    self.standardError = standardError
    self.pValue = pValue
    self.rounding = rounding
    self.line = line
  }
}
