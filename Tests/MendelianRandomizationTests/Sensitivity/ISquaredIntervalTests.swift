import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct ISquaredIntervalTests {
  /// Another way to write the test-based interval where Q > k: H^(1 ± 1.96/(√(2Q) − √(2k − 3))).
  @Test(arguments: [(143.65, 78), (30.0, 14), (6.4, 2)])
  func agreesWithThePowerForm(_ q: Double, _ degreesOfFreedom: Int) throws {
    let interval = try #require(ISquaredInterval.interval(q: q, degreesOfFreedom: degreesOfFreedom))
    let h = (q / Double(degreesOfFreedom)).squareRoot()
    let k = Double(degreesOfFreedom + 1)
    let exponent = 1.959_963_984_540_054 / ((2 * q).squareRoot() - (2 * k - 3).squareRoot())
    let ends = [pow(h, 1 - exponent), pow(h, 1 + exponent)].map { max(0, 1 - 1 / ($0 * $0)) }
    #expect(isClose(interval.lower, ends[0], relative: 1e-9))
    #expect(isClose(interval.upper, ends[1], relative: 1e-9))
  }

  /// Higgins & Thompson's own example of few, agreeing studies: below Q = k the error hangs on k alone.
  @Test func belowTheNumberOfVariantsTheErrorHangsOnThemAlone() throws {
    let one = try #require(ISquaredInterval.interval(q: 5, degreesOfFreedom: 9))
    let other = try #require(ISquaredInterval.interval(q: 8, degreesOfFreedom: 9))
    let error = (1 / 16.0 * (1 - 1 / 192.0)).squareRoot()
    for (q, interval) in [(5.0, one), (8.0, other)] {
      let upper = (q / 9).squareRoot() * exp(1.959_963_984_540_054 * error)
      #expect(isClose(interval.upper, max(0, 1 - 1 / (upper * upper)), relative: 1e-9))
      #expect(interval.lower == 0)
    }
  }

  @Test func fewDegreesOrNoScatterHaveNone() {
    #expect(ISquaredInterval.interval(q: 5, degreesOfFreedom: 1) == nil)
    #expect(ISquaredInterval.interval(q: 0, degreesOfFreedom: 5) == nil)
    #expect(ISquaredInterval.interval(q: .infinity, degreesOfFreedom: 5) == nil)
  }

  @Test func theHeterogeneityTestCarriesIt() throws {
    let test = HeterogeneityAnalysis.heterogeneity(try ReferenceTables.variants("bmi_chd")).cochran
    let interval = try #require(test?.iSquaredInterval)
    let share = try #require(test?.iSquared)
    #expect(interval.lower < share && share < interval.upper)
  }
}
