import ReleaseDiff
import StudyModel

/// The words for what a comparison holds.
struct DiffWords {
  let words: Wordbook
  private let pairs: [PairID: PairComparison]
  private let pStyle: PValueStyle

  init(words: Wordbook, changes: ReleaseChanges) {
    self.words = words
    pairs = Dictionary(changes.pairs.map { ($0.id, $0) }) { first, _ in first }
    // A p must not be rounded across the level that it is held against; releases of one study rarely have two.
    let levels = changes.pairs.lazy.compactMap { ($0.new ?? $0.old)?.tests.first?.significanceLevel }
    pStyle = levels.first.map { PValueStyle(significanceLevel: $0) } ?? PValueStyle()
  }

  /// The pair in both releases.
  func line(_ id: PairID) -> PairComparison? { pairs[id] }

  func text(_ kind: String, _ code: String) throws -> String { try words.text(kind, code) }

  /// The pair's trait and direction; absent for what is of the whole study.
  func pair(_ change: Change) throws -> TemplateValue { try change.pair.map(pair) ?? .absent }

  func pair(_ id: PairID) throws -> TemplateValue {
    guard let pair = pairs[id] else { return .text(id.rawValue) }
    return .text(try self.pair(pair.traitName, pair.direction))
  }

  func pair(_ traitName: String, _ direction: Direction) throws -> String {
    "\(traitName), \(try words.text("diff_direction", direction.rawValue))"
  }

  func aspect(_ change: Change) throws -> String { try words.text("diff_aspect", change.aspect.rawValue) }

  func kind(_ change: Change) throws -> String { try words.text("diff_kind", change.kind.rawValue) }

  func origin(_ change: Change) throws -> TemplateValue {
    try change.origin.map { .text(try words.text("diff_origin", $0.rawValue)) } ?? .absent
  }

  /// `0.72 (0.44–1.17)`, on the scale that people read; with its method where the pair's estimate in the other release is
  /// by another one.
  func estimate(_ standing: PairStanding?, beside other: PairStanding? = nil) -> TemplateValue {
    guard let standing, let estimate = standing.estimate, let scale = standing.scale else { return .absent }
    let text = EffectDisplay(scale, range: words.range).text(estimate)
    guard let method = standing.method, let another = other?.method, another != method else {
      return .text(text)
    }
    return .text(words(ScalePhrase.byMethod, ["estimate": text, "method": method.rawValue]))
  }

  /// `OR`, the unit, or `β`.
  func measure(_ standing: PairStanding?) -> TemplateValue {
    standing?.scale.map { .text(ScaleWords(scale: $0, exposure: "", outcome: "", words: words).measure) }
      ?? .absent
  }

  func p(_ p: PValue?) -> TemplateValue { p.map { .text(pStyle.cell($0)) } ?? .absent }

  /// For a figure; a dash where there is none.
  func cell(_ p: PValue?) -> String { p.map { pStyle.cell($0) } ?? "–" }

  /// A code in words where there are some, as it is otherwise.
  func code(_ change: Change, _ code: String?) throws -> TemplateValue {
    guard let code else { return .absent }
    switch change.aspect {
    case .verdict: return .text(try words.text("verdict", code))
    case .direction, .steiger, .variantDirection:
      return .text(words.has("steiger", code) ? try words.text("steiger", code) : try missing(code))
    case .instrument, .candidate: return .text(try fate(code))
    case .alignment: return .text(try words.text("alignment", code))
    case .driver:
      return .text(
        try code.split(separator: "+").map { try words.text("move", String($0)) }.joined(separator: ", ")
      )
    case .sign, .unclearSign, .heterogeneity, .eggerIntercept, .pressoGlobal, .fisher, .estimate,
      .filteredEstimate, .exposureHeterogeneity, .pressoDistortion:
      return .text(words.has("diff_code", code) ? try words.text("diff_code", code) : try missing(code))
    default: return .text(code)
    }
  }

  private func missing(_ code: String) throws -> String {
    words.has("not_estimated", code) ? try words.text("not_estimated", code, ["needed": "more"]) : code
  }

  /// `used`, or why the variant is left out; what stands for no candidate at all where there is none.
  func fate(_ code: String?) throws -> String {
    guard let code else { return try words.text("diff_fate", "absent") }
    return try code.split(separator: "+").map { part in
      guard let dot = part.firstIndex(of: ".") else { return try words.text("diff_fate", String(part)) }
      return try words.text("exclusion", String(part[part.index(after: dot)...]))
    }.joined(separator: "; ")
  }
}
