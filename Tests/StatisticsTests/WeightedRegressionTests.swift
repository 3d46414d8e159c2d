import Statistics
import Testing

@Suite struct WeightedRegressionTests {
  @Test func throughOriginByHand() {
    // Σwxy = 1·1·2 + 2·2·3 = 14, Σwx² = 1 + 8 = 9.
    let line = RegressionThroughOrigin(x: [1, 2], y: [2, 3], weights: [1, 2])
    #expect(isClose(line.slope, 14.0 / 9))
    #expect(isClose(line.slopeStandardError, 1.0 / 3))
    // (2 − 14/9)² + 2(3 − 28/9)² = 16/81 + 2/81.
    #expect(isClose(line.residualSumOfSquares, 18.0 / 81))
    #expect(line.degreesOfFreedom == 1)
  }

  @Test func withInterceptByHand() {
    // x̄ = 2, ȳ = 8/3, Sxx = 2, Sxy = 2: slope 1, intercept 2/3, residuals 1/3, −2/3, 1/3.
    let line = RegressionWithIntercept(x: [1, 2, 3], y: [2, 2, 4], weights: [1, 1, 1])
    #expect(isClose(line.slope, 1))
    #expect(isClose(line.intercept, 2.0 / 3))
    #expect(isClose(line.residualSumOfSquares, 2.0 / 3))
    #expect(isClose(line.slopeStandardError, 0.5.squareRoot()))
    #expect(isClose(line.interceptStandardError, (1.0 / 3 + 2).squareRoot()))
    #expect(line.degreesOfFreedom == 1)
  }

  @Test func keepsItsDigitsWhereXHardlyVaries() {
    let x = [1_000_000.0, 1_000_001, 1_000_002]
    let line = RegressionWithIntercept(x: x, y: x.map { 3 * ($0 - 1_000_000) }, weights: [1, 2, 1])
    #expect(isClose(line.slope, 3))
  }
}
