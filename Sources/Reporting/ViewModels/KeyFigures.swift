import StudyModel

/// One line of the key-figures panel: what it is called and how it reads for a pair.
struct KeyFigure: Sendable {
  let label: String
  let text: @Sendable (PairReport) throws -> String
}

/// The panel of key figures on a trait's page.
enum KeyFigures {
  static let instruments = [
    KeyFigure(label: "Variants used") { NumberStyle.count($0.result.flow.used) },
    KeyFigure(label: "Excluded") { NumberStyle.count($0.result.exclusions.count) },
    KeyFigure(label: "F, median (range)") { pair in
      guard let strength = pair.result.strength else { return "–" }
      return "\(f(strength.medianF)) (\(f(strength.minimumF))–\(f(strength.maximumF)))"
    },
    KeyFigure(label: "F, mean") { pair in pair.result.strength.map { f($0.meanF) } ?? "–" },
    KeyFigure(label: "F below 10") { pair in
      pair.result.strength.map { NumberStyle.count($0.belowTen) } ?? "–"
    },
    KeyFigure(label: "R² of the exposure") { pair in
      guard let strength = pair.result.strength else { return "–" }
      guard let share = strength.rSquared.map({ NumberStyle.percent($0) }) else { return "not supplied" }
      guard pair.result.scale.exposureType == .binary else { return share }
      return pair.exposure.prevalence == nil
        ? "\(share) of liability, no prevalence given" : "\(share) of liability"
    },
    KeyFigure(label: "F of all instruments together") { pair in
      guard let strength = pair.result.strength else { return "–" }
      if pair.result.scale.exposureType == .binary { return "not defined for a binary exposure" }
      return strength.pairF.map(f) ?? "not supplied"
    },
  ]

  static let disagreement = [
    KeyFigure(label: "Cochran’s Q (df), p") { pair in
      try test(pair, pair.result.heterogeneity.cochran, pair.result.heterogeneity.cochranNotEstimated)
    },
    KeyFigure(label: "Rücker’s Q′ (df), p") { pair in
      try test(pair, pair.result.heterogeneity.rucker, pair.result.heterogeneity.ruckerNotEstimated)
    },
    KeyFigure(label: "Q − Q′, p") { pair in
      guard let difference = pair.result.heterogeneity.difference else { return "–" }
      return
        "\(NumberStyle.fixed(difference.value, decimals: 1)), \(pair.context.pValues.cell(difference.pValue))"
    },
    KeyFigure(label: "I²") { pair in
      pair.result.heterogeneity.cochran.map { NumberStyle.percent($0.iSquared) } ?? "–"
    },
    KeyFigure(label: "Egger intercept (SE), p") { pair in
      guard let intercept = pair.result.eggerIntercept.estimate else {
        return try missing(pair, pair.result.eggerIntercept.notEstimated)
      }
      let decimals = EffectDisplay.decimals(halfWidth: intercept.standardError)
      let value = EffectDisplay.difference(intercept.value, decimals: decimals)
      let error = EffectDisplay.difference(intercept.standardError, decimals: decimals)
      return "\(value) (\(error)), \(pair.context.pValues.cell(intercept.pValue))"
    },
  ]

  /// An F statistic: whole from 10, one decimal below.
  static func f(_ value: Double) -> String {
    if value >= 1e15 { return NumberStyle.scientific(value, digits: 2) }
    return value >= 10 ? NumberStyle.count(value) : NumberStyle.fixed(value, decimals: 1)
  }

  private static func test(
    _ pair: PairReport,
    _ test: HeterogeneityTest?,
    _ reason: NotEstimated?
  ) throws -> String {
    guard let test else { return try missing(pair, reason) }
    let q = NumberStyle.fixed(test.q, decimals: 1)
    return "\(q) (\(test.degreesOfFreedom)), \(pair.context.pValues.cell(test.pValue))"
  }

  private static func missing(_ pair: PairReport, _ reason: NotEstimated?) throws -> String {
    guard pair.result.status == .analysed, let reason else { return "–" }
    return try pair.context.text(reason)
  }
}
