import Foundation
import Statistics
import StudyModel

/// Which p-values agree with a statistic whose parts were printed with few digits.
struct PValueAgreement {
  /// −log₁₀ p of the statistic nearest to zero that rounds to what was printed, of the printed one, and of the one
  /// farthest from zero.
  private let smallest: Double
  private let printed: Double
  private let largest: Double

  /// Besides what rounding explains, p may differ by a hundredth of itself, and below 1e-10 by 0.02 on the scale of
  /// log₁₀: other programs' tails lose digits.
  private static let share = log10(1.01)
  private static let tiny = (from: 10.0, tolerance: 0.02)

  /// Where a printed 0 may come from a tail that another program subtracted from 1.
  private static let underflow = 1e-15

  /// Of an effect over its standard error.
  init(value: Double, standardError: Double, rounding: PrintedRounding, distribution: TestDistribution) {
    let size = abs(value)
    let nearest = max(0, size - rounding.value) / (standardError + rounding.standardError)
    let leastError = max(standardError - rounding.standardError, .leastNormalMagnitude)
    let farthest = (size + rounding.value) / leastError
    smallest = distribution.twoSided(nearest).negativeLog10
    printed = distribution.twoSided(size / standardError).negativeLog10
    largest = farthest.isFinite ? distribution.twoSided(farthest).negativeLog10 : .infinity
  }

  /// Of Q on χ².
  init(q: Double, rounding: PrintedRounding, degreesOfFreedom: Int) {
    let distribution = ChiSquaredDistribution(degreesOfFreedom: Double(degreesOfFreedom))
    smallest = distribution.upperTail(max(0, q - rounding.value)).negativeLog10
    printed = distribution.upperTail(q).negativeLog10
    largest = distribution.upperTail(q + rounding.value).negativeLog10
  }

  /// Whether that p may be the statistic's; `rounding` is how far it may lie from the p that was computed.
  func accepts(_ pValue: PValue, rounding: Double) -> Bool {
    let tolerance = printed > Self.tiny.from ? Self.tiny.tolerance : Self.share
    if pValue.value == 0, pValue.negativeLog10.isInfinite {
      // A bare 0 is an underflow, 0.000 a number below half a thousandth.
      let isBare = rounding <= 0 || rounding >= Self.bareRounding
      let bound = isBare ? Self.underflow : rounding
      return largest + tolerance >= -log10(bound)
    }
    let low = PValue(min(1, pValue.value + rounding)).negativeLog10
    let high =
      pValue.value > rounding ? -log10(pValue.value - rounding) : Double.infinity
    // Below the range of doubles the logarithm alone tells the size.
    let (least, most) =
      pValue.value > 1e-300 ? (low, high) : (pValue.negativeLog10, pValue.negativeLog10)
    return most + tolerance >= smallest && least - tolerance <= largest
  }

  /// The rounding of a number without decimals.
  private static let bareRounding = 0.05

  /// Beyond this −log₁₀ p only the bound is named.
  private static let mostInWords = 1_000_000

  /// "the first two give p = 0.012".
  var words: String {
    guard printed > 3 else { return "the first two give p = \(Self.rounded(pow(10, -printed)))" }
    guard printed < Double(Self.mostInWords) else {
      return "the first two give p below 1e-\(Self.mostInWords)"
    }
    let exponent = printed.rounded(.down)
    let digit = (pow(10, exponent + 1 - printed) * 10).rounded() / 10
    return "the first two give p = \(digit)e-\(Int(exponent) + 1)"
  }

  private static func rounded(_ p: Double) -> Double { (p * 10_000).rounded() / 10_000 }
}
