import StudyModel

/// What the methods make of a pair.
struct EstimateFacts {
  let pair: PairResult
  let reference: VariantReference

  private static let estimated = "estimated"

  var facts: [Fact] {
    [Fact(.status, code: pair.status.rawValue)] + pair.estimates.flatMap(outcome)
  }

  private func outcome(_ outcome: MethodOutcome) -> [Fact] {
    let method = outcome.method.rawValue
    guard let result = outcome.result else {
      return [Fact(.estimate, method, code: outcome.notEstimated?.code)]
    }
    var facts = [
      Fact(
        .estimate,
        method,
        code: Self.estimated,
        Self.numbers(result),
        standardError: result.estimate.standardError
      )
    ]
    if let invalid = result.details?.invalidVariants {
      facts.append(Fact(.setAside, method, code: invalid.map(reference.name).sorted().joined(separator: " ")))
    }
    return facts
  }

  static func numbers(_ result: CausalEstimate) -> [FactNumber] {
    let standardError = result.estimate.standardError
    var numbers = FactNumber.estimate(result.estimate, monteCarlo: result.monteCarlo)
    numbers.append(.count("variants", result.variantCount))
    numbers += FactNumber.optional("t_lower", result.smallSampleInterval?.lower, size: standardError)
    numbers += FactNumber.optional("t_upper", result.smallSampleInterval?.upper, size: standardError)
    numbers += FactNumber.optional("residual_standard_error", result.residualStandardError)
    guard let details = result.details else { return numbers }
    numbers += FactNumber.optional("tau_squared", details.tauSquared)
    if let intercept = details.intercept { numbers += FactNumber.estimate(intercept, prefix: "intercept.") }
    if let test = details.heterogeneity { numbers += FactNumber.test(test, prefix: "heterogeneity.") }
    numbers += FactNumber.optional("effective_strength", details.effectiveStrength)
    numbers += FactNumber.optional("tuning", details.tuning)
    numbers += FactNumber.optional("i_squared_gx", details.iSquaredGx)
    if let set = details.confidenceSet { numbers.append(.count("interval_pieces", set.pieces.count)) }
    return numbers
  }
}
