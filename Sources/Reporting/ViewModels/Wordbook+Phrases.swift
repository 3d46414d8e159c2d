import StudyModel

extension Wordbook {
  /// All kinds of phrases.
  private static let phrases: [any (Phrase & Sendable).Type] = [
    CountPhrase.self, DirectionPhrase.self, ScalePhrase.self, TitlePhrase.self, SectionPhrase.self,
    EvidencePhrase.self, AxisPhrase.self, FigurePhrase.self,
    FigureSentence.self, CaptionPhrase.self, FactPhrase.self, CheckPhrase.self, SourcePhrase.self,
  ]

  /// Throws where a phrase is missing.
  func checkPhrases() throws {
    for type in Self.phrases { try check(type) }
  }

  private func check<Kind: Phrase>(_ type: Kind.Type) throws {
    for phrase in type.allCases where !has(type.kind, phrase.rawValue) {
      throw ReportingError.missingWords(kind: type.kind, code: phrase.rawValue)
    }
  }

  /// The phrase, its `{placeholders}` filled; its code where the book was not made of templates and has it not.
  func callAsFunction<Name: Phrase>(_ phrase: Name, _ values: [String: String] = [:]) -> String {
    (try? text(Name.kind, phrase.rawValue, values)) ?? phrase.rawValue
  }

  func callAsFunction(_ phrase: CountPhrase, _ count: Int) -> String {
    self(phrase, ["count": NumberStyle.count(count)])
  }

  /// The anchors of one kind of section.
  func anchors(_ phrase: SectionPhrase) -> [String] { self(phrase).split(separator: " ").map(String.init) }

  /// How two numbers stand as a range: `{low} to {high}`.
  var range: String { self(CountPhrase.range, ["low": "{low}", "high": "{high}"]) }

  /// “forward”, within a sentence.
  func direction(_ direction: Direction) -> String {
    switch direction {
    case .forward: self(DirectionPhrase.forward)
    case .reverse: self(DirectionPhrase.reverse)
    }
  }

  /// “1 test”, “41 tests”.
  func tests(_ count: Int) -> String { self(count == 1 ? .oneTest : .tests, count) }

  /// “1 variant”, “79 variants”.
  func variants(_ count: Int) -> String { self(count == 1 ? .oneVariant : .variants, count) }

  /// “a, b and c”.
  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let separator = self(CountPhrase.nextInList, ["list": "", "name": ""])
    let head = names.dropLast().joined(separator: separator)
    return self(CountPhrase.lastInList, ["list": head, "name": last])
  }

  /// “a, b and 40 more”: names beyond the limit are counted, and stand in the table of all pairs.
  func list(_ names: [String], atMost limit: Int) -> String {
    guard names.count > limit + 1 else { return list(names) }
    return list(names.prefix(limit) + [self(.moreInList, names.count - limit)])
  }
}
