import Foundation
import StudyModel

extension FactNumber {
  static func count(_ field: String, _ value: Int) -> FactNumber {
    FactNumber(field: field, value: Double(value), measure: .exact)
  }

  static func plain(_ field: String, _ value: Double, size: Double = 0, error: Double = 0) -> FactNumber {
    FactNumber(field: field, value: value, measure: .plain(size: size, error: error))
  }

  /// - Parameter error: of log₁₀ p, by the Monte Carlo.
  static func pValue(_ p: PValue, _ field: String = "p_value", error: Double = 0) -> FactNumber {
    FactNumber(
      field: field,
      value: p.negativeLog10,
      measure: .negativeLog10P(error: error),
      shown: p.value
    )
  }

  /// Value, standard error, interval and p of an estimate.
  ///
  /// What is simulated moves with the seed: the bounds with both errors, and log₁₀ p as `errorOfLogarithm` says.
  static func estimate(_ estimate: Estimate, monteCarlo: MonteCarlo? = nil, prefix: String = "")
    -> [FactNumber]
  {
    let standardError = estimate.standardError
    let valueError = monteCarlo?.standardErrorOfEstimate ?? 0
    let spreadError = monteCarlo?.standardErrorOfStandardError ?? 0
    let width =
      standardError > 0 ? (estimate.interval.upper - estimate.interval.lower) / 2 / standardError : 0
    let boundError = hypot(valueError, width * spreadError)
    func number(_ field: String, _ value: Double, error: Double) -> FactNumber {
      FactNumber(
        field: prefix + field,
        value: value,
        measure: .plain(standardError: standardError, error: error)
      )
    }
    return [
      number("value", estimate.value, error: valueError),
      plain(prefix + "standard_error", standardError, error: spreadError),
      number("lower", estimate.interval.lower, error: boundError),
      number("upper", estimate.interval.upper, error: boundError),
      pValue(
        estimate.pValue,
        prefix + "p_value",
        error: monteCarlo.map { errorOfLogarithm(estimate, $0) } ?? 0
      ),
    ]
  }

  /// Of log₁₀ p of a simulated estimate: |d log₁₀ p / dz| times the error of z. The hazard φ(z)/Φ(−z) of that derivative is
  /// at most (z + √(z² + 4)) / 2 (Birnbaum, Annals of Mathematical Statistics 1942;13:245–246).
  static func errorOfLogarithm(_ estimate: Estimate, _ monteCarlo: MonteCarlo) -> Double {
    guard estimate.standardError > 0 else { return 0 }
    let z = abs(estimate.value / estimate.standardError)
    let spread = z * monteCarlo.standardErrorOfStandardError
    let error = hypot(monteCarlo.standardErrorOfEstimate ?? 0, spread) / estimate.standardError
    return (z + (z * z + 4).squareRoot()) / 2 * error / log(10)
  }

  /// A p that was simulated with a Monte-Carlo error of its own.
  static func simulated(_ p: PValue, _ field: String = "p_value", error: Double) -> FactNumber {
    .pValue(p, field, error: p.value > 0 ? error / p.value / log(10) : 0)
  }

  static func optional(_ field: String, _ value: Double?, size: Double = 0) -> [FactNumber] {
    value.map { [plain(field, $0, size: size)] } ?? []
  }
}

extension NotEstimated {
  /// As a fact's code.
  var code: String { reason.rawValue }
}

extension PValue {
  /// The code of a test at a level.
  func code(at level: Double) -> String { value < level ? "significant" : "not_significant" }
}
