import StudyModel

/// What stands in the place of a part that a pair does not have: one line with the reason.
struct PairAbsence {
  let pair: PairDetails

  private var context: StudyContext { pair.context }
  private var result: PairResult { pair.result }

  /// Why the pair has nothing that needs variants; nil where it has them.
  func general() throws -> String? {
    if result.status != .analysed {
      return DisplayName.capitalised(try context.words.text("status", result.status.rawValue)) + "."
    }
    guard pair.hasOnlyResults else { return nil }
    return try context.words.text("basis", PairBasis.suppliedResults.rawValue)
  }

  /// The general reason, or the part's own.
  func text(_ own: NotEstimated?) throws -> String {
    if let general = try general() { return general }
    return try own.map { DisplayName.capitalised(try context.text($0)) + "." } ?? ""
  }

  /// Why no estimate without one variant is there; nil where there are some.
  func leaveOneOut() throws -> String? {
    guard result.leaveOneOut.isEmpty else { return nil }
    if let general = try general() { return general }
    let primary = context.design.settings.primaryMethod
    let method = context.methodName(pair.primary?.method ?? primary)
    if pair.primary == nil {
      let outcome = result.estimates.first { $0.method == primary }
      let reason = try outcome?.notEstimated.map(context.text) ?? ""
      return try context.words.text("leave_one_out", "no_primary", ["method": method, "reason": reason])
    }
    if let refusal = result.leaveOneOutNotEstimated {
      let most = refusal.needed.map(NumberStyle.count) ?? ""
      return try context.words.text("leave_one_out", "too_many_variants", ["method": method, "needed": most])
    }
    let code = result.variants.count == 1 ? "one_variant" : "too_few_left"
    return try context.words.text("leave_one_out", code, ["method": method])
  }

  /// Why there is no forest of all methods; nil where there is one.
  func methods() throws -> String? { result.status == .analysed ? nil : try general() }

  /// Why there are no figures of the variants; nil where there are.
  func plots() throws -> String? { try general() }

  func presso() throws -> String? {
    result.presso.globalTest == nil ? try text(result.presso.notEstimated) : nil
  }

  func steiger() throws -> String? {
    result.steiger.pair == nil ? try text(result.steiger.notEstimated) : nil
  }

  func flow() throws -> String? { result.flow.candidates == 0 ? try text(nil) : nil }

  /// The line that all pairs share where none of them has the part; nil where one has it, or the lines differ.
  static func shared(
    _ pairs: [PairDetails],
    _ line: (PairAbsence) throws -> String?
  ) throws -> String? {
    let lines = try pairs.map { try line(PairAbsence(pair: $0)) }
    guard let first = lines.first, let line = first, !line.isEmpty, lines.allSatisfy({ $0 == line }) else {
      return nil
    }
    return line
  }
}
