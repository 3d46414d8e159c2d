import StudyModel

/// The instruments of a pair, what was left out of them and why, and the count at each step.
package struct HarmonisationResult: Sendable {
  package var variants: [HarmonisedVariant]
  /// In the order of the flow, and within a step by line. Every candidate row that is not among `variants` is
  /// the exposure's row of exactly one of these; an entry without an exposure's row speaks of an outcome row
  /// alone.
  package var exclusions: [Exclusion]
  package var flow: VariantFlow

  package init(variants: [HarmonisedVariant], exclusions: [Exclusion], flow: VariantFlow) {
    self.variants = variants
    self.exclusions = exclusions
    self.flow = flow
  }

  /// Orders the exclusions and counts the flow from them.
  ///
  /// - Parameter isClumped: whether the candidates went through clumping.
  package init(
    candidates: Int,
    variants: [HarmonisedVariant],
    unordered exclusions: [Exclusion],
    isClumped: Bool = false
  ) {
    let stages = Exclusion.Stage.allCases
    self.variants = variants
    self.exclusions = stages.flatMap { stage in
      exclusions.filter { $0.stage == stage }.enumerated()
        .sorted { ($0.element.firstLine, $0.offset) < ($1.element.firstLine, $1.offset) }
        .map(\.element)
    }
    func lost(at stage: Exclusion.Stage) -> Int {
      exclusions.count { $0.stage == stage && $0.exposure != nil }
    }
    let selected = candidates - lost(at: .selection)
    let independent = selected - lost(at: .clumping)
    let found = independent - lost(at: .lookup)
    flow = VariantFlow(
      candidates: candidates,
      selected: selected,
      independent: isClumped ? independent : nil,
      found: found,
      harmonised: found - lost(at: .harmonisation),
      used: variants.count
    )
  }
}

extension Exclusion {
  fileprivate var firstLine: Int { exposure?.line ?? outcome?.line ?? 0 }
}
