import Foundation
import Statistics
import StudyModel

/// What a row says of an allele's effect, in whichever way; nil where it does not say.
struct RawEffect {
  var beta: Double?
  var ratio: Double?
  var standardError: Double?
  var intervalLower: Double?
  var intervalUpper: Double?
  var z: Double?
  /// As printed, so that a p below the range of doubles keeps its size.
  var pValue: PValue?
  var negativeLog10P: Double?
  var effectAlleleFrequency: Double?
  var sampleSize: Double?
  var cases: Double?
  var controls: Double?
  var imputationQuality: Double?

  /// The effect on the scale of β, what is not given being computed; says what is missing where that cannot be.
  func effect() throws(Missing) -> (effect: AlleleEffect, derived: [DerivedValue]) {
    var derived: [DerivedValue] = []
    let people = people(&derived)
    var (beta, standardError) = (beta, standardError)
    if beta == nil, let ratio {
      beta = log(ratio)
      derived.append(.betaFromRatio)
    }
    if beta == nil, let z, let people, let f = effectAlleleFrequency {
      let scale = (2 * f * (1 - f) * (people + z * z)).squareRoot()
      (beta, standardError) = (z / scale, 1 / scale)
      derived.append(.effectFromZ)
    }
    guard let beta else { throw .effect }
    if standardError == nil { standardError = self.standardError(of: beta, &derived) }
    guard let standardError else { throw .standardError }
    let effect = AlleleEffect(
      beta: beta,
      standardError: standardError,
      pValue: pValue(beta / standardError, &derived),
      effectAlleleFrequency: effectAlleleFrequency,
      sampleSize: people
    )
    return (effect, derived)
  }

  /// What a row lacks.
  enum Missing: Error {
    case effect
    case standardError
  }

  private func people(_ derived: inout [DerivedValue]) -> Double? {
    if let sampleSize { return sampleSize }
    guard let cases, let controls else { return nil }
    derived.append(.sampleSizeFromCounts)
    return cases + controls
  }

  /// From the interval, from z, or from p, in this order.
  private func standardError(of beta: Double, _ derived: inout [DerivedValue]) -> Double? {
    if let lower = intervalLower, let upper = intervalUpper,
      let width = Self.width(lower, upper, ratio != nil)
    {
      derived.append(.standardErrorFromInterval)
      return width / (2 * Self.quantileOf95)
    }
    if let z, z != 0, beta != 0 {
      derived.append(.standardErrorFromP)
      return abs(beta / z)
    }
    guard let p = givenP, p.value < 1, beta != 0, let z = NormalTail.absoluteZ(p), z > 0 else { return nil }
    derived.append(.standardErrorFromP)
    return abs(beta) / z
  }

  private static func width(_ lower: Double, _ upper: Double, _ isRatio: Bool) -> Double? {
    let width = isRatio ? log(upper) - log(lower) : upper - lower
    return width.isFinite && width > 0 ? width : nil
  }

  private static let quantileOf95 = NormalDistribution.quantile(0.975)

  private var givenP: PValue? {
    if let pValue, pValue.negativeLog10.isFinite { return pValue }
    return negativeLog10P.map { PValue(negativeLog10: $0) }
  }

  /// As given; from −log₁₀ p; or from z where p is missing or a bare 0.
  private func pValue(_ z: Double, _ derived: inout [DerivedValue]) -> PValue? {
    if let pValue, pValue.negativeLog10.isFinite, pValue.value > 0 || negativeLog10P == nil { return pValue }
    if let negativeLog10P {
      derived.append(.pFromLogarithm)
      return PValue(negativeLog10: negativeLog10P)
    }
    guard z.isFinite else { return nil }
    derived.append(.pFromEffect)
    let tail = NormalDistribution.twoSided(z)
    return PValue(negativeLog10: tail.negativeLog10, value: tail.value)
  }
}

/// The normal quantile of a p, however small.
enum NormalTail {
  /// |z| of the two-sided p; nil where p is 0 without a logarithm.
  static func absoluteZ(_ p: PValue) -> Double? {
    if p.value > 1e-300 { return -NormalDistribution.quantile(p.value / 2) }
    guard p.negativeLog10.isFinite else { return nil }
    // Newton's steps on log p(z), whose slope is nearly −z so far out.
    var z = (2 * M_LN10 * p.negativeLog10).squareRoot()
    for _ in 0..<30 {
      let step = (NormalDistribution.twoSided(z).negativeLog10 - p.negativeLog10) * M_LN10 / z
      z -= step
      if abs(step) < 1e-13 * z { break }
    }
    return z
  }
}
