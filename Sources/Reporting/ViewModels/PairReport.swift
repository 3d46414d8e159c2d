import StudyModel

/// One pair, seen by a reader: its outline with names, scale, family and strength of evidence.
final class PairReport: Sendable {
  let context: StudyContext
  let design: PairDesign
  let outline: PairOutline
  let trait: Trait
  let exposure: Trait
  let outcome: Trait

  init(
    context: StudyContext,
    design: PairDesign,
    outline: PairOutline,
    trait: Trait,
    exposure: Trait,
    outcome: Trait
  ) {
    (self.context, self.design, self.outline) = (context, design, outline)
    (self.trait, self.exposure, self.outcome) = (trait, exposure, outcome)
  }

  var display: EffectDisplay {
    EffectDisplay(
      outline.scale,
      panelDecimals: context.decimals(outline.direction, outline.scale),
      range: context.words.range
    )
  }

  var scale: ScaleWords {
    ScaleWords(
      scale: outline.scale,
      exposure: exposure.nameInText,
      outcome: outcome.nameInText,
      words: context.words
    )
  }

  /// The primary method's estimate, or the Wald ratio where one variant is all there is.
  var primary: CausalEstimate? { outline.primary }

  var adjustment: (family: TestFamily, test: AdjustedTest)? { context.adjustment(outline.id) }

  /// How the primary p stands against the significance level, before and after adjustment.
  var evidence: Evidence {
    guard let primary else { return .untested }
    guard let adjustment else { return .unadjusted }
    let level = context.design.settings.significanceLevel
    if adjustment.test.benjaminiHochberg.value < level { return .passing }
    return primary.estimate.pValue.value < level ? .nominal : .neither
  }

  /// `../traits/CRP.html` from the root of the study's report.
  var pagePath: String { "traits/\(trait.id).html" }

  /// Whether another tool's results are all there is.
  var hasOnlyResults: Bool { outline.basis == .suppliedResults }

  /// The variants behind the primary estimate; where there is none, those behind the other methods' or in use.
  var variantCount: Int { outline.variantCount }

  /// Why there is no primary estimate, in words; nil where there is one.
  var missingText: String? {
    get throws {
      guard primary == nil else { return nil }
      guard outline.status == .analysed else {
        return try context.words.text("status", outline.status.rawValue)
      }
      let method = outline.method(context.design.settings.primaryMethod)
      if let reason = method?.notEstimated, reason.reason != .notInResults {
        return try context.text(reason)
      }
      return try context.words.text("no_primary", outline.basis.rawValue)
    }
  }

  /// `exposure` and `outcome`, for the placeholders of the word book.
  var names: [String: String] {
    ["exposure": exposure.nameInText, "outcome": outcome.nameInText]
  }
}

/// How strong the evidence of one pair is, in the terms that figures mark.
enum Evidence: String, CaseIterable, Sendable {
  /// Adjusted p below the significance level.
  case passing
  /// Only the unadjusted p is below it.
  case nominal
  /// Neither is.
  case neither
  /// There is a p, and no declared family holds it.
  case unadjusted
  /// There is no p.
  case untested
}
