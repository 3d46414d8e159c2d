/// Looks through a person's own templates for what would print nothing or be passed over in silence: a key that no view
/// model has, a file that nothing uses, words for codes or with placeholders that are not there.
package struct TemplateCheck {
  private let library: TemplateLibrary
  private let builtIn: TemplateLibrary
  /// By path below the person's folder.
  private let own: [String: [UInt8]]

  /// - Throws: `TemplateError` where the folder cannot be read, or a template does not parse, calls a partial that is
  ///   not there, or ends up calling itself.
  package init(folder: String) throws {
    own = try TemplateFolder.files(below: folder)
    builtIn = try .embedded()
    library = try .directory(folder)
  }

  /// How many files the folder has.
  package var fileCount: Int { own.count }

  /// Every fault with its file and, where it has one, its line; sorted.
  ///
  /// - Throws: where the built-in list of keys is missing.
  package func problems() throws -> [TemplateError] {
    try (unknownKeys() + unusedFiles() + words()).sorted {
      ($0.file, $0.line ?? 0, $0.summary) < ($1.file, $1.line ?? 0, $1.summary)
    }
  }

  // MARK: Keys

  private func unknownKeys() throws -> [TemplateError] {
    guard let bytes = builtIn.file(TemplateLibrary.keyListPath) else {
      throw ReportingError.missingAsset(TemplateLibrary.keyListPath)
    }
    let keys = TemplateKeyList(text: String(decoding: bytes, as: UTF8.self))
    var walk = ShapeWalk(library: library)
    for (name, shape) in keys.shapes.sorted(by: { $0.key < $1.key }) {
      try walk.walk(name, stack: [shape])
    }
    return walk.problems.filter { own[$0.file] != nil }
  }

  // MARK: Files

  private func unusedFiles() -> [TemplateError] {
    let used = library.calledPartials()
    let texts = own.filter { TemplateNotation(path: $0.key) != nil || $0.key.hasSuffix(".css") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    return own.keys.compactMap { path in
      guard !builtIn.has(path), !used.contains(path) else { return nil }
      let isLinked = path.hasPrefix("assets/") && texts.values.contains { $0.contains(path.lastComponent) }
      guard !isLinked else { return nil }
      return TemplateError(
        file: path,
        summary:
          "nothing uses this file; `mrreport templates export` writes the built-in ones with their paths"
      )
    }
  }

  // MARK: Words

  private func words() -> [TemplateError] {
    guard let bytes = own["assets/words.tsv"], let known = builtIn.asset("words.tsv") else { return [] }
    let book = WordLines(String(decoding: known, as: UTF8.self))
    return WordLines(String(decoding: bytes, as: UTF8.self)).lines.flatMap { line -> [TemplateError] in
      func problem(_ summary: String) -> TemplateError {
        TemplateError(file: "assets/words.tsv", line: line.number, summary: summary)
      }
      guard let words = line.words else {
        return [problem("expected three tab-separated fields: kind, code, words")]
      }
      guard let standard = book.words(line.kind, line.code) else {
        return [problem("no page asks for words of the kind “\(line.kind)” and the code “\(line.code)”")]
      }
      let strangers = WordLines.placeholders(words).subtracting(WordLines.placeholders(standard))
      return strangers.sorted().map { problem("there is no {\($0)} to fill in here") }
    }
  }
}

extension String {
  fileprivate var lastComponent: Substring { split(separator: "/").last ?? self[...] }
}

/// The lines of a book of words.
struct WordLines {
  struct Line {
    /// One-based.
    let number: Int
    let kind: String
    let code: String
    /// Nil where the line does not have three fields.
    let words: String?
  }

  let lines: [Line]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst().compactMap
    {
      index,
      line in
      guard !line.isEmpty else { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Line(
        number: index + 1,
        kind: fields[0],
        code: fields.count > 1 ? fields[1] : "",
        words: fields.count == 3 ? fields[2] : nil
      )
    }
  }

  func words(_ kind: String, _ code: String) -> String? {
    lines.last { $0.kind == kind && $0.code == code }?.words
  }

  /// The names between braces.
  static func placeholders(_ words: String) -> Set<String> {
    Set(
      words.split(separator: "{").dropFirst().compactMap { part in
        part.firstIndex(of: "}").map { String(part[..<$0]) }
      }
    )
  }
}

/// Walks a template as Mustache would, beside the shape of what it is given.
private struct ShapeWalk {
  let library: TemplateLibrary
  /// The first at each place: a partial is walked wherever it is called, and other keys are there each time.
  var problems: [TemplateError] { Array(found.values) }
  private var found: [Place: TemplateError] = [:]

  init(library: TemplateLibrary) { self.library = library }

  private struct Place: Hashable {
    let file: String
    let line: Int
    let key: [String]
  }

  mutating func walk(_ name: String, stack: [TemplateShape]) throws(TemplateError) {
    let (path, tags) = try library.template(name)
    try walk(tags, file: path, stack: stack)
  }

  private mutating func walk(_ tags: [TemplateTag], file: String, stack: [TemplateShape])
    throws(TemplateError)
  {
    for tag in tags {
      switch tag {
      case .variable(let key): _ = find(key, file, stack)
      case .section(let key, let inner):
        guard let shape = find(key, file, stack) else { continue }
        // What is inside something that was never there cannot be known.
        guard !shape.isUnknownInside || key.path.isEmpty else { continue }
        let isOpen = shape.holdsKeys && !key.isTransformed
        try walk(inner, file: file, stack: isOpen ? stack + [shape] : stack)
      case .inverted(let key, let inner):
        _ = find(key, file, stack)
        try walk(inner, file: file, stack: stack)
      case .partial(let name, _): try walk(name, stack: stack)
      }
    }
  }

  /// Nil, and a problem, where there is no such key: an object answers for those around it.
  private mutating func find(_ key: TemplateKey, _ file: String, _ stack: [TemplateShape]) -> TemplateShape? {
    guard var shape = stack.last else { return nil }
    for name in key.path {
      guard let member = shape.members[name] else {
        guard shape.holdsKeys else { return nil }
        let known = shape.members.keys.sorted().joined(separator: ", ")
        let summary =
          "there is no key {{\(key.path.joined(separator: "."))}} here; there are: \(known)"
        let place = Place(file: file, line: key.line, key: key.path)
        if found[place] == nil {
          found[place] = TemplateError(file: file, line: key.line, summary: summary)
        }
        return nil
      }
      shape = member
    }
    return shape
  }
}
