import StudyModel

/// What is to be known of one instrument that is used: its flags, its proxy, what was computed of its numbers, and the
/// other traits that it is associated with.
struct KeptVariantNotes {
  let pair: PairDetails
  let variant: HarmonisedVariant

  private var words: Wordbook { pair.context.words }

  /// Names that a note holds; the table of instruments has all.
  private static let mostTraits = 12

  func text() throws -> String {
    let flags = try variant.flags.filter { $0 != .proxy || variant.proxy == nil }
      .map { try words.text("flag", $0.rawValue) }
    return try (flags + [proxy(), shared()].compactMap { $0 } + derived()).joined(separator: "; ")
  }

  private func proxy() throws -> String? {
    guard let proxy = variant.proxy else { return nil }
    return try words.text(
      "variant_note",
      "proxy",
      [
        "proxy": proxy.variant.id, "alleles": "\(proxy.effectAllele.rawValue)/\(proxy.otherAllele.rawValue)",
        "r2": NumberStyle.significant(proxy.rSquared, digits: 2),
      ]
    )
  }

  /// Of an instrument of a panel trait.
  private func shared() throws -> String? {
    guard pair.result.direction == .forward,
      let shared = pair.context.sharedInstruments[variant.variant.id]
    else { return nil }
    let others = shared.filter { $0 != pair.trait.id }.compactMap { pair.context.trait($0)?.nameInText }
    guard !others.isEmpty else { return nil }
    return try words.text("variant_note", "shared", ["traits": words.list(others, atMost: Self.mostTraits)])
  }

  private func derived() throws -> [String] {
    try [("exposure", variant.exposure), ("outcome", variant.outcome)].compactMap { side, effect in
      guard let derived = effect.derived else { return nil }
      let what = try derived.map { try words.text("derived", $0.rawValue) }.joined(separator: ", ")
      return try words.text("variant_note", "derived", ["side": side, "what": what])
    }
  }
}
