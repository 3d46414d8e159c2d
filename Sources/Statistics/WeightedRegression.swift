/// y = b·x by least squares with weights w.
package struct RegressionThroughOrigin: Hashable, Sendable {
  /// Σwxy / Σwx².
  package let slope: Double
  /// 1 / √Σwx²: the slope's standard error where w are inverse variances that are taken as known.
  package let slopeStandardError: Double
  /// Σw(y − bx)².
  package let residualSumOfSquares: Double
  /// n − 1.
  package let degreesOfFreedom: Int

  /// The three arrays have one length ≥ 1.
  package init(x: [Double], y: [Double], weights w: [Double]) {
    let n = x.count
    let xx = sum(n) { w[$0] * x[$0] * x[$0] }
    let slope = sum(n) { w[$0] * x[$0] * y[$0] } / xx
    self.slope = slope
    slopeStandardError = 1 / xx.squareRoot()
    residualSumOfSquares = sum(n) { index in
      let residual = y[index] - slope * x[index]
      return w[index] * residual * residual
    }
    degreesOfFreedom = n - 1
  }

  init(slope: Double, slopeStandardError: Double, residualSumOfSquares: Double, degreesOfFreedom: Int) {
    self.slope = slope
    self.slopeStandardError = slopeStandardError
    self.residualSumOfSquares = residualSumOfSquares
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// y = a + b·x by least squares with weights w.
package struct RegressionWithIntercept: Hashable, Sendable {
  package let intercept: Double
  package let slope: Double
  /// Standard errors where w are inverse variances that are taken as known.
  package let interceptStandardError: Double
  package let slopeStandardError: Double
  /// Σw(y − a − bx)².
  package let residualSumOfSquares: Double
  /// n − 2.
  package let degreesOfFreedom: Int

  /// The three arrays have one length ≥ 2. Sums are taken about the weighted means, which keeps their digits
  /// where x hardly varies.
  package init(x: [Double], y: [Double], weights w: [Double]) {
    let n = x.count
    let total = w.compensatedSum()
    let xMean = sum(n) { w[$0] * x[$0] } / total
    let yMean = sum(n) { w[$0] * y[$0] } / total
    let xx = sum(n) { w[$0] * (x[$0] - xMean) * (x[$0] - xMean) }
    let slope = sum(n) { w[$0] * (x[$0] - xMean) * (y[$0] - yMean) } / xx
    let intercept = yMean - slope * xMean
    self.slope = slope
    self.intercept = intercept
    slopeStandardError = 1 / xx.squareRoot()
    interceptStandardError = (1 / total + xMean * xMean / xx).squareRoot()
    residualSumOfSquares = sum(n) { index in
      let residual = (y[index] - yMean) - slope * (x[index] - xMean)
      return w[index] * residual * residual
    }
    degreesOfFreedom = n - 2
  }

  init(
    intercept: Double,
    slope: Double,
    interceptStandardError: Double,
    slopeStandardError: Double,
    residualSumOfSquares: Double,
    degreesOfFreedom: Int
  ) {
    self.intercept = intercept
    self.slope = slope
    self.interceptStandardError = interceptStandardError
    self.slopeStandardError = slopeStandardError
    self.residualSumOfSquares = residualSumOfSquares
    self.degreesOfFreedom = degreesOfFreedom
  }
}
