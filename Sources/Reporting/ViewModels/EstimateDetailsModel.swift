import StudyModel

/// What methods say beside their estimates: the variants they set aside, sets that are no interval, τ², Monte-Carlo
/// errors.
struct EstimateDetailsModel {
  let pair: PairDetails

  private var context: StudyContext { pair.context }

  /// One line a method that has something to say; absent where none has.
  func value() throws -> TemplateValue {
    let lines = try pair.result.estimates.compactMap(\.result).compactMap { result -> TemplateValue? in
      let facts = try facts(result)
      guard !facts.isEmpty else { return nil }
      return .object([
        "method": .text(context.methodName(result.method)), "facts": .text(facts.joined(separator: "; ")),
      ])
    }
    let simulated = try simulated()
    guard !lines.isEmpty || simulated != .absent else { return .absent }
    return .object(["lines": .list(lines), "simulated": simulated])
  }

  /// How far another seed would move each simulated standard error, and each simulated estimate.
  private func simulated() throws -> TemplateValue {
    let results = pair.result.estimates.compactMap(\.result)
    let items = try results.compactMap { result -> String? in
      guard let error = result.monteCarlo, result.estimate.standardError > 0 else { return nil }
      let unit = result.estimate.standardError
      let own = NumberStyle.percent(error.standardErrorOfStandardError / unit)
      let values = [
        "method": context.methodName(result.method), "draws": NumberStyle.count(error.draws), "error": own,
        "estimate": error.standardErrorOfEstimate.map { NumberStyle.percent($0 / unit) } ?? "",
      ]
      let code = error.standardErrorOfEstimate == nil ? "simulated" : "simulated_estimate"
      return try context.words.text("estimate_detail", code, values)
    }
    return items.isEmpty ? .absent : .object(["items": .text(items.joined(separator: "; "))])
  }

  private func facts(_ result: CausalEstimate) throws -> [String] {
    var facts: [String] = []
    func add(_ code: String, _ values: [String: String]) throws {
      facts.append(try context.words.text("estimate_detail", code, values))
    }
    if let details = result.details {
      if let set = details.confidenceSet {
        try add("confidence_set", ["pieces": context.words.list(set.pieces.map(piece))])
      }
      if let invalid = details.invalidVariants {
        if invalid.isEmpty {
          try add("none_invalid", [:])
        } else {
          let names = context.words.list(invalid, atMost: Self.longestList)
          let numbers = [
            "count": NumberStyle.count(invalid.count), "all": NumberStyle.count(pair.result.variants.count),
          ]
          let count = context.words(CountPhrase.part, numbers)
          try add("invalid", ["count": count, "names": names])
        }
      }
      if let tau = details.tauSquared { try add("tau", ["value": NumberStyle.significant(tau, digits: 2)]) }
      if let intercept = details.intercept {
        let value = NumberStyle.significant(intercept.value, digits: 2)
        try add("intercept", ["value": value, "p": context.pValues.equation(intercept.pValue)])
      }
      if let strength = details.effectiveStrength {
        try add("strength", ["value": NumberStyle.significant(strength, digits: 2)])
      }
      if let share = details.iSquaredGx { try add("dilution", ["value": NumberStyle.percent(share)]) }
    }
    return facts
  }

  private static let longestList = 12

  /// On the scale of display: `0.82–0.91`, `below 0.4 …`.
  private func piece(_ piece: ConfidenceSet.Piece) -> String {
    func shown(_ end: Double) -> String { NumberStyle.significant(pair.display.value(end), digits: 3) }
    let phrase: CheckPhrase =
      switch (piece.lower, piece.upper) {
      case (_?, _?): piece.isCut ? .betweenAndCut : .between
      case (_?, nil): .above
      case (nil, _?): .below
      case (nil, nil): .everything
      }
    let values = ["low": piece.lower.map(shown) ?? "", "high": piece.upper.map(shown) ?? ""]
    return context.words(phrase, values)
  }
}
