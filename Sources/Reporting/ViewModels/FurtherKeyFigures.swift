import Foundation
import StudyModel

extension KeyFigures {
  /// What selection, overlap and the size of the study do to the estimate.
  static let design = [
    KeyFigure(code: "selection") { pair in
      try selection(pair) { selection in
        let code = selection.isDeclared ? "declared" : "not_declared"
        let values = [
          "p": NumberStyle.significant(selection.threshold, digits: 2), "f": f(selection.thresholdF),
          "noise": f(selection.expectedFWithoutAssociation),
        ]
        return try pair.context.words.text("selection", code, values)
      }
    },
    KeyFigure(code: "false_expected") { pair in
      try selection(pair) { NumberStyle.significant($0.falseExpected, digits: 2) }
    },
    KeyFigure(code: "corrected_f") { pair in
      try selection(pair) { selection in
        let values = [
          "f": f(selection.correctedMeanF), "below": NumberStyle.count(selection.correctedBelowTen),
        ]
        return try pair.context.words.text("selection", "corrected_f", values)
      }
    },
    KeyFigure(code: "corrected_estimate") { pair in
      try selection(pair) { selection in
        if let estimate = selection.correctedEstimate { return pair.measured(estimate) }
        return try selection.correctedNotEstimated.map(pair.context.text) ?? "–"
      }
    },
    KeyFigure(code: "overlap_bias") { pair in
      try further(pair) { further in
        guard let bias = further.overlapBias else { return "–" }
        let code = bias.relativeBias == nil ? "unknown" : "known"
        let values = [
          "bias": bias.relativeBias.map { NumberStyle.percent($0) } ?? "",
          "worst": NumberStyle.percent(bias.worstRelativeBias),
        ]
        return try pair.context.words.text("overlap_bias", code, values)
      }
    },
    detectable, statedPower,
    KeyFigure(code: "fisher") { pair in
      try further(pair) { further in
        guard let test = further.fisher else { return "–" }
        let statistic = NumberStyle.fixed(test.statistic, decimals: 1)
        return "\(statistic) (\(test.degreesOfFreedom)), \(pair.context.pValues.cell(test.pValue))"
      }
    },
  ]

  /// All that results without variants allow.
  static let suppliedResults = [detectable, statedPower]

  private static let detectable =
    KeyFigure(code: "detectable") { pair in
      try power(pair) { power in
        let isRatio = pair.result.scale.outcomeType == .binary
        let values = [
          "effect": CheckThresholds.effect(power.detectable, isRatio: isRatio),
          "power": NumberStyle.percent(power.targetPower), "per": perUnit(pair),
          "basis": try pair.context.words.text("power", power.basis.rawValue),
        ]
        return try pair.context.words.text("power", isRatio ? "detectable_ratio" : "detectable", values)
      }
    }

  private static let statedPower =
    KeyFigure(code: "stated_power") { pair in
      try power(pair) { power in
        let isRatio = pair.result.scale.outcomeType == .binary
        let stated = power.stated.map { stated in
          let effect = isRatio ? exp(stated.effect) : stated.effect
          return pair.context.words(
            isRatio ? CheckPhrase.statedRatio : .statedDifference,
            [
              "effect": NumberStyle.significant(effect, digits: 2),
              "power": NumberStyle.percent(stated.power),
            ]
          )
        }
        return stated.joined(separator: "; ")
      }
    }

  private static func perUnit(_ pair: PairDetails) -> String {
    pair.context.words(pair.result.scale.exposureType == .binary ? CheckPhrase.perOdds : .perSD)
  }

  /// I²GX of the weighted regression.
  static let dilution = KeyFigure(code: "i_squared_gx") { pair in
    try further(pair) { further in
      guard let share = further.exposureHeterogeneity else { return "–" }
      return try share.weighted.map { NumberStyle.percent($0) }
        ?? share.notEstimated.map(pair.context.text) ?? "–"
    }
  }

  /// `46% (29–60%)`.
  static func shareOfQ(_ test: HeterogeneityTest) -> String {
    let share = NumberStyle.percent(test.iSquared)
    guard let interval = test.iSquaredInterval else { return share }
    return "\(share) (\(NumberStyle.percent(interval.lower))–\(NumberStyle.percent(interval.upper)))"
  }

  private static func further(
    _ pair: PairDetails,
    _ text: (FurtherSensitivity) throws -> String
  ) throws -> String {
    guard !pair.hasOnlyResults else {
      return try pair.context.text(NotEstimated(reason: .onlyResultsSupplied))
    }
    return try pair.result.further.map(text) ?? "–"
  }

  private static func selection(
    _ pair: PairDetails,
    _ text: (SelectionEffect) throws -> String
  ) throws -> String {
    try further(pair) { further in
      if let selection = further.selection { return try text(selection) }
      return pair.result.variants.isEmpty ? "–" : try pair.context.words.text("selection", "elsewhere")
    }
  }

  private static func power(_ pair: PairDetails, _ text: (PowerAnalysis) throws -> String) throws -> String {
    let power = pair.result.further?.power
    if let analysis = power?.analysis { return try text(analysis) }
    return try power?.notEstimated.map(pair.context.text) ?? "–"
  }
}

extension PairDetails {
  /// `OR 0.50 (0.28–0.91), p = 0.02`, on the scale of display.
  func measured(_ estimate: Estimate) -> String {
    "\(report.scale.measure) \(report.display.text(estimate)), "
      + report.context.pValues.equation(estimate.pValue)
  }
}
