import StudyModel

/// One pair, seen by a reader: its result with names, scale, family and strength of evidence.
struct PairReport {
  let context: StudyContext
  let design: PairDesign
  let result: PairResult
  let trait: Trait
  let exposure: Trait
  let outcome: Trait

  var display: EffectDisplay {
    EffectDisplay(result.scale, panelDecimals: context.decimals(result.direction, result.scale))
  }

  var scale: ScaleWords {
    ScaleWords(scale: result.scale, exposure: exposure.nameInText, outcome: outcome.nameInText)
  }

  /// The primary method's estimate, or the Wald ratio where one variant is all there is.
  var primary: CausalEstimate? {
    result.primaryEstimate(context.design.settings.primaryMethod)
  }

  var adjustment: (family: TestFamily, test: AdjustedTest)? { context.adjustment(result.id) }

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
  var hasOnlyResults: Bool { result.basis == .suppliedResults }

  /// The variants behind the primary estimate; where there is none, those behind the other methods' or in use.
  var variantCount: Int { result.variantCount(context.design.settings.primaryMethod) }

  /// Why there is no primary estimate, in words; nil where there is one.
  var missingText: String? {
    get throws {
      guard primary == nil else { return nil }
      guard result.status == .analysed else {
        return try context.words.text("status", result.status.rawValue)
      }
      let outcome = result.estimates.first { $0.method == context.design.settings.primaryMethod }
      if let reason = outcome?.notEstimated, reason.reason != .notInResults {
        return try context.text(reason)
      }
      return try context.words.text("no_primary", result.basis.rawValue)
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

extension PairResult {
  /// The variants behind the primary estimate; where there is none, those behind the other methods' or in use.
  func variantCount(_ primary: MethodID) -> Int {
    primaryEstimate(primary)?.variantCount ?? estimates.compactMap(\.result?.variantCount).max() ?? flow.used
  }
}
