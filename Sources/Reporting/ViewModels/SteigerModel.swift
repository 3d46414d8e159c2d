import StudyModel

/// What Steiger's test says of one pair: do the variants speak of the exposure first?
struct SteigerModel {
  let pair: PairDetails

  private var context: StudyContext { pair.context }
  private var steiger: Steiger { pair.result.steiger }

  /// Absent where the pair has no test.
  func value() throws -> TemplateValue {
    guard let test = steiger.pair else { return .absent }
    return .object([
      "verdict": .text(try context.words.text("steiger_pair", test.verdict.rawValue, pair.names)),
      "exposure": .text(pair.exposure.nameInText),
      "exposure_share": .text(NumberStyle.percent(test.exposureRSquared)),
      "exposure_noise": .text(NumberStyle.percent(test.exposureNoise)),
      "exposure_is_binary": .flag(pair.result.scale.exposureType == .binary),
      "outcome": .text(pair.outcome.nameInText),
      "outcome_share": .text(NumberStyle.percent(test.outcomeRSquared)),
      "outcome_noise": .text(NumberStyle.percent(test.outcomeNoise)),
      "outcome_is_binary": .flag(pair.result.scale.outcomeType == .binary),
      "selected_noise": .optional(selectedNoise(test)),
      "p": .optional(Self.isAssessed(test) ? context.pValues.equation(test.pValue) : nil),
      "ratio": .optional(ratio(test)),
      "table": try table(),
      "filtered": try FilteredModel(pair: pair).value(),
    ])
  }

  /// A p beside a comparison that means nothing would be read all the same.
  private static func isAssessed(_ test: SteigerTest) -> Bool { test.verdict != .cannotBeAssessed }

  /// Absent where selection adds too little to be seen.
  private func selectedNoise(_ test: SteigerTest) -> String? {
    let noise = NumberStyle.percent(test.exposureNoise)
    let selected = NumberStyle.percent(test.exposureNoiseGivenSelection)
    return selected == noise ? nil : selected
  }

  /// Says how robust a direction is, and so nothing where none was found.
  private func ratio(_ test: SteigerTest) -> String? {
    guard [.exposureFirst, .outcomeFirst].contains(test.verdict) else { return nil }
    return steiger.sensitivityRatio.map { NumberStyle.significant($0, digits: 2) }
  }

  private func table() throws -> TemplateValue {
    let rows = try steiger.variants.map(row)
    guard !rows.isEmpty else { return .absent }
    let verdicts = steiger.variants.compactMap(\.test?.verdict)
    let counts = try SteigerVerdict.allCases.compactMap { verdict -> String? in
      let count = verdicts.filter { $0 == verdict }.count
      guard count > 0 else { return nil }
      return "\(NumberStyle.count(count)) \(try context.words.text("steiger", verdict.rawValue))"
    }
    return .object(["rows": .list(rows), "summary": .text(counts.joined(separator: "; "))])
  }

  private func row(_ row: SteigerVariant) throws -> TemplateValue {
    guard let test = row.test else {
      return .object([
        "variant": .text(row.variant), "exposure": .absent, "outcome": .absent, "p": .absent,
        "verdict": .text(try row.notEstimated.map(context.text) ?? ""),
      ])
    }
    return .object([
      "variant": .text(row.variant),
      "exposure": .text(NumberStyle.percent(test.exposureRSquared)),
      "outcome": .text(NumberStyle.percent(test.outcomeRSquared)),
      "p": .text(Self.isAssessed(test) ? context.pValues.cell(test.pValue) : "–"),
      "verdict": .text(try context.words.text("steiger", test.verdict.rawValue)),
    ])
  }
}
