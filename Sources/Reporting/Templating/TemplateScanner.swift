/// Reads the tags of a template, and refuses those that our templates do without: inheritance, dynamic partials,
/// other delimiters and pragmas, which would change how text is escaped.
struct TemplateScanner {
  private let file: String
  private var rest: Substring
  private var line = 1

  private init(_ text: String, file: String) {
    self.file = file
    rest = text[...]
  }

  /// Throws at the first tag that is wrong.
  static func tags(of text: String, file: String) throws(TemplateError) -> [TemplateTag] {
    var scanner = TemplateScanner(text, file: file)
    return try scanner.tags(inside: nil)
  }

  private mutating func tags(inside section: (name: String, line: Int)?) throws(TemplateError)
    -> [TemplateTag]
  {
    var tags: [TemplateTag] = []
    while let (tag, line) = try nextTag() {
      let body = String(tag.dropFirst()).trimmingSpaces
      switch tag.first {
      case "!": continue
      case "#": tags.append(.section(try key(body, line), try self.tags(inside: (body, line))))
      case "^": tags.append(.inverted(try key(body, line), try self.tags(inside: (body, line))))
      case ">": tags.append(.partial(name: try partialName(body, line), line: line))
      case "{", "&": tags.append(.variable(try key(body, line)))
      case "/":
        guard section?.name == body else { throw error(line, "{{/\(body)}} closes no open section") }
        return tags
      case "=", "%", "<", "$":
        throw error(line, "tags that begin with \"{{\(tag.prefix(1))\" are not used here")
      default: tags.append(.variable(try key(tag.trimmingSpaces, line)))
      }
    }
    if let section { throw error(section.line, "the section {{#\(section.name)}} is not closed") }
    return tags
  }

  /// What stands between the next pair of braces, and its line; nil at the end.
  private mutating func nextTag() throws(TemplateError) -> (tag: String, line: Int)? {
    guard let start = rest.firstRange(of: "{{") else { return nil }
    line += rest[..<start.lowerBound].lineBreaks
    let first = line
    rest = rest[start.upperBound...]
    let isTriple = rest.first == "{"
    guard let end = rest.firstRange(of: isTriple ? "}}}" : "}}") else {
      throw error(first, "a tag is not closed")
    }
    let tag = String(rest[..<end.lowerBound])
    line += tag[...].lineBreaks
    rest = rest[end.upperBound...]
    return (tag, first)
  }

  private func key(_ text: String, _ line: Int) throws(TemplateError) -> TemplateKey {
    let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_?")
    let inner = text.split(separator: "(", omittingEmptySubsequences: false).last ?? ""
    let name = inner.prefix { $0 != ")" }
    guard !text.isEmpty, name.allSatisfy(letters.contains) else {
      throw error(line, "\"\(text)\" is not a key")
    }
    return TemplateKey(
      path: name.split(separator: ".").map(String.init),
      isTransformed: text != name,
      line: line
    )
  }

  private func partialName(_ text: String, _ line: Int) throws(TemplateError) -> String {
    guard !text.hasPrefix("*") else { throw error(line, "a partial's name must be written out") }
    return text
  }

  private func error(_ line: Int, _ summary: String) -> TemplateError {
    TemplateError(file: file, line: line, summary: summary)
  }
}

extension Substring {
  fileprivate var lineBreaks: Int { utf8.count { $0 == UInt8(ascii: "\n") } }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
