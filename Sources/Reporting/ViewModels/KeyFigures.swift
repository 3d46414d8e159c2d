import StudyModel

/// One line of the key-figures panel: its code in the book of words and how it reads for a pair.
struct KeyFigure: Sendable {
  let code: String
  let text: @Sendable (PairDetails) throws -> String
}

/// The panel of key figures on a trait's page.
enum KeyFigures {
  static let variantsUsed = KeyFigure(code: "variants_used") { NumberStyle.count($0.variantCount) }

  /// In the place of the rest where only results were supplied.
  static let needsVariants = KeyFigure(code: "needs_variants") { pair in
    try pair.context.text(NotEstimated(reason: .onlyResultsSupplied))
  }

  static let instruments = [
    variantsUsed,
    KeyFigure(code: "excluded") { pair in
      pair.hasOnlyResults ? try needsVariants.text(pair) : NumberStyle.count(pair.result.exclusions.count)
    },
    KeyFigure(code: "median_f") { pair in
      try strength(pair) { "\(f($0.medianF)) (\(f($0.minimumF))–\(f($0.maximumF)))" }
    },
    KeyFigure(code: "mean_f") { pair in try strength(pair) { f($0.meanF) } },
    KeyFigure(code: "f_below_ten") { pair in try strength(pair) { NumberStyle.count($0.belowTen) } },
    KeyFigure(code: "r_squared") { pair in
      try strength(pair) { strength in
        guard let share = strength.rSquared.map({ NumberStyle.percent($0) }) else {
          return try pair.context.text(NotEstimated(reason: .explainedVarianceUnknown))
        }
        guard pair.result.scale.exposureType == .binary else { return share }
        let code = pair.exposure.prevalence == nil ? "liability_no_prevalence" : "liability"
        return try pair.context.words.text("r_squared", code, ["share": share])
      }
    },
    KeyFigure(code: "pair_f") { pair in
      try strength(pair) { strength in
        if pair.result.scale.exposureType == .binary {
          return try pair.context.words.text("pair_f", "binary_exposure")
        }
        return try strength.pairF.map(f) ?? pair.context.text(NotEstimated(reason: .explainedVarianceUnknown))
      }
    },
  ]

  static let disagreement = [
    KeyFigure(code: "cochran") { pair in
      guard let test = pair.result.heterogeneity.cochran else { return try noCochran(pair) }
      return text(test, pair)
    },
    KeyFigure(code: "rucker") { pair in
      guard let test = pair.result.heterogeneity.rucker else { return try noRucker(pair) }
      return text(test, pair)
    },
    KeyFigure(code: "q_difference") { pair in
      guard let difference = pair.result.heterogeneity.difference else {
        return pair.result.heterogeneity.rucker == nil ? try noRucker(pair) : try noCochran(pair)
      }
      return
        "\(NumberStyle.fixed(difference.value, decimals: 1)), \(pair.context.pValues.cell(difference.pValue))"
    },
    KeyFigure(code: "i_squared") { pair in
      try pair.result.heterogeneity.cochran.map(shareOfQ) ?? noCochran(pair)
    },
    KeyFigure(code: "egger_intercept") { pair in
      guard let intercept = pair.result.eggerIntercept.estimate else {
        return try missing(pair, pair.result.eggerIntercept.notEstimated, needed: fewestForALine)
      }
      let decimals = EffectDisplay.decimals(halfWidth: intercept.standardError)
      let value = EffectDisplay.difference(intercept.value, decimals: decimals)
      let error = EffectDisplay.difference(intercept.standardError, decimals: decimals)
      return "\(value) (\(error)), \(pair.context.pValues.cell(intercept.pValue))"
    },
    dilution,
  ]

  /// Fewest variants that can disagree.
  private static let fewestForQ = 2
  /// Fewest variants that can disagree with a line that has an intercept.
  private static let fewestForALine = 3

  private static func strength(
    _ pair: PairDetails,
    _ text: (InstrumentStrength) throws -> String
  ) throws -> String {
    if let strength = pair.result.strength { return try text(strength) }
    return pair.hasOnlyResults ? try needsVariants.text(pair) : "–"
  }

  private static func text(_ test: HeterogeneityTest, _ pair: PairDetails) -> String {
    let q = NumberStyle.fixed(test.q, decimals: 1)
    return "\(q) (\(test.degreesOfFreedom)), \(pair.context.pValues.cell(test.pValue))"
  }

  private static func noCochran(_ pair: PairDetails) throws -> String {
    try missing(pair, pair.result.heterogeneity.cochranNotEstimated, needed: fewestForQ)
  }

  private static func noRucker(_ pair: PairDetails) throws -> String {
    try missing(pair, pair.result.heterogeneity.ruckerNotEstimated, needed: fewestForALine)
  }

  /// Too few variants is the truth even where a supplied table lacks the number: no table could hold it.
  private static func missing(
    _ pair: PairDetails,
    _ reason: NotEstimated?,
    needed: Int
  ) throws -> String {
    guard pair.result.status == .analysed else { return "–" }
    if pair.hasOnlyResults, pair.variantCount < needed {
      return try pair.context.text(NotEstimated(reason: .tooFewVariants, needed: needed))
    }
    if let reason { return try pair.context.text(reason) }
    return pair.hasOnlyResults ? try pair.context.text(NotEstimated(reason: .notInResults)) : "–"
  }

  /// An F statistic: whole from 10, one decimal below.
  static func f(_ value: Double) -> String {
    if value >= 1e15 { return NumberStyle.scientific(value, digits: 2) }
    return value >= 10 ? NumberStyle.count(value) : NumberStyle.fixed(value, decimals: 1)
  }
}
