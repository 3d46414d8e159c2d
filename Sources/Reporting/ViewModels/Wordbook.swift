import Foundation

/// The words for every code that a release may hold, read from `assets/words.tsv` of the templates.
package struct Wordbook: Sendable {
  private let words: [String: String]

  /// Reads `kind`, `code` and `words` columns; throws where a line does not have all three.
  package init(tsv: String) throws {
    var words: [String: String] = [:]
    for (index, line) in tsv.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, !line.isEmpty else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3 else { throw ReportingError.brokenWords(line: index + 1) }
      words[Self.key(String(fields[0]), String(fields[1]))] = String(fields[2])
    }
    self.words = words
  }

  /// The book of these templates; throws where they have none, or one without a phrase.
  package static func of(_ templates: TemplateLibrary) throws -> Wordbook {
    guard let bytes = templates.asset("words.tsv") else { throw ReportingError.missingAsset("words.tsv") }
    let book = try Wordbook(tsv: String(decoding: bytes, as: UTF8.self))
    try book.checkPhrases()
    return book
  }

  /// The words for a code, its `{placeholders}` filled; throws where the book has none.
  package func text(_ kind: String, _ code: String, _ values: [String: String] = [:]) throws -> String {
    guard let text = words[Self.key(kind, code)] else {
      throw ReportingError.missingWords(kind: kind, code: code)
    }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open] + (values[name] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// The codes of one kind by their words.
  package func codes(of kind: String) -> [String: String] {
    let pairs = words.compactMap { key, text -> (String, String)? in
      let parts = key.split(separator: "\t")
      return parts.count == 2 && parts[0] == kind ? (text, String(parts[1])) : nil
    }
    return Dictionary(pairs) { first, second in min(first, second) }
  }

  /// Whether the book has words for the code.
  package func has(_ kind: String, _ code: String) -> Bool { words[Self.key(kind, code)] != nil }

  private static func key(_ kind: String, _ code: String) -> String { kind + "\t" + code }
}

/// A template folder that cannot make a report.
package enum ReportingError: Error, Hashable, Sendable, CustomStringConvertible {
  case brokenWords(line: Int)
  case missingWords(kind: String, code: String)
  case missingAsset(String)
  case releasesShareAnID(String)
  case unknownTrait(String)

  package var description: String {
    switch self {
    case .brokenWords(let line):
      "templates/assets/words.tsv:\(line): expected three tab-separated fields: kind, code, words"
    case .missingWords(let kind, let code):
      "templates/assets/words.tsv has no line for \(kind) \(code); add one"
    case .missingAsset(let name):
      "templates/assets/\(name) is missing; restore it from the project"
    case .releasesShareAnID(let id):
      "two releases are of the study “\(id)”; a site can hold one of them"
    case .unknownTrait(let id):
      "no release has a trait with the id “\(id)”; ids stand in study.yaml and in release.json"
    }
  }
}
