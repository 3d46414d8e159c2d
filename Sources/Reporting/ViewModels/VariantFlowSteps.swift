import StudyModel

/// The steps from the candidates of a pair to its instruments, with what each left out.
struct VariantFlowSteps {
  let pair: PairDetails

  private var context: StudyContext { pair.context }

  /// None where nothing was a candidate.
  func steps() throws -> [VariantFlowFigure.Step] {
    guard pair.result.flow.candidates > 0 else { return [] }
    return try stages.map { code, count, stages in
      VariantFlowFigure.Step(
        count: count,
        label: try context.words.text("step", code),
        losses: try losses(stages)
      )
    }
  }

  /// Code, variants left, and the stages that left out what is missing from the step before.
  private var stages: [(code: String, count: Int, stages: [Exclusion.Stage])] {
    let flow = pair.result.flow
    let isSupplied = pair.result.variants.contains { $0.alignment == .supplied }
    var steps: [(String, Int, [Exclusion.Stage])] = [
      ("candidates", flow.candidates, []), ("selected", flow.selected, [.selection]),
    ]
    if let independent = flow.independent { steps.append(("independent", independent, [.clumping])) }
    guard pair.result.status != .lookupNotSupplied else {
      return steps + [("used", flow.used, [.lookup, .harmonisation, .estimation])]
    }
    if !isSupplied { steps.append(("found", flow.found, [.lookup])) }
    return steps + [
      ("harmonised", flow.harmonised, isSupplied ? [.lookup, .harmonisation] : [.harmonisation]),
      ("used", flow.used, [.estimation]),
    ]
  }

  /// One line a reason, in the order of the reasons.
  private func losses(_ stages: [Exclusion.Stage]) throws -> [VariantFlowFigure.Loss] {
    let excluded = pair.result.exclusions.filter { stages.contains($0.stage) }
    let counts = Dictionary(grouping: excluded, by: \.reason).mapValues(\.count)
    return try ExclusionReason.allCases.compactMap { reason in
      guard let count = counts[reason] else { return nil }
      return .init(count: count, reason: try context.words.text("exclusion", reason.rawValue))
    }
  }
}
