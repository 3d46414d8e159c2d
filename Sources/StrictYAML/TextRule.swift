/// What a text has to look like beyond being one line without control characters.
package struct TextRule: Sendable {
  /// For messages and the key reference ("date").
  package var name: String
  /// What breaks the rule: a summary and a remedy; nil where the text is fine.
  package var violation: @Sendable (_ text: String) -> (summary: String, remedy: String)?

  package init(
    name: String,
    violation: @escaping @Sendable (_ text: String) -> (summary: String, remedy: String)?
  ) {
    self.name = name
    self.violation = violation
  }

  /// Takes every line of text.
  package static let any = TextRule(name: "text") { _ in nil }

  /// A day of the Gregorian calendar as `YYYY-MM-DD`.
  package static let date = TextRule(name: "date") { text in
    guard !isDate(text) else { return nil }
    return ("'\(text)' is not a date", "write year, month and day, such as 2026-11-24")
  }

  /// An address that a page may link to: http and https only, so that no `javascript:` gets there.
  package static let webAddress = TextRule(name: "web address") { text in
    let schemes = ["https://", "http://"]
    let rest = schemes.first { text.lowercased().hasPrefix($0) }.map { text.dropFirst($0.count) }
    if let rest, !rest.isEmpty, !text.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "<" }) {
      return nil
    }
    return ("'\(text)' is not a web address", "write it in full, beginning with https://")
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return false }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, numbers[0] >= 1, (1...12).contains(numbers[1]) else { return false }
    return (1...days(inMonth: numbers[1], year: numbers[0])).contains(numbers[2])
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
