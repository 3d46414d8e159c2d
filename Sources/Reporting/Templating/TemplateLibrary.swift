import Foundation
import Mustache

/// The templates and assets of a report: the built-in ones, or those with a person's own laid over them.
///
/// A template is called by its path below templates/ (`pages/overview.md`), with or without the extension; a
/// partial also without its folder (`{{> row}}` is `partials/row.md`).
package struct TemplateLibrary: Sendable {
  private let files: [String: [UInt8]]
  /// By path.
  private let tags: [String: [TemplateTag]]
  /// From every name that a template may be called by to its path.
  private let paths: [String: String]
  private let mustache: MustacheLibrary

  /// Throws `TemplateError` for a template that does not parse, a partial that is not there, partials that call each
  /// other in a ring, and a name that two templates share.
  package init(files: [String: [UInt8]]) throws {
    self.files = files
    var tags: [String: [TemplateTag]] = [:]
    var parsed: [String: MustacheTemplate] = [:]
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard let notation = TemplateNotation(path: path) else { continue }
      (tags[path], parsed[path]) = try Self.parse(bytes, notation, path: path)
    }
    self.tags = tags
    paths = try Self.names(of: tags.keys.sorted())
    mustache = MustacheLibrary(templates: paths.compactMapValues { parsed[$0] })
    try checkPartials()
  }

  /// The templates that were in templates/ when the program was built.
  package static func embedded() throws -> TemplateLibrary { try TemplateLibrary(files: embeddedFiles) }

  /// The built-in templates, each replaced by the file of the same path in the folder where there is one; further
  /// files there are added. Of `assets/words.tsv` single lines are replaced: a house style changes the few it means.
  package static func directory(_ path: String) throws -> TemplateLibrary {
    var own = try TemplateFolder.files(below: path)
    if let words = own[wordsPath], let builtIn = embeddedFiles[wordsPath] {
      own[wordsPath] = builtIn + words.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
    return try TemplateLibrary(files: embeddedFiles.merging(own) { _, own in own })
  }

  private static let wordsPath = "assets/words.tsv"

  /// Throws `TemplateError` where there is no such template.
  package func render(_ name: String, _ value: TemplateValue) throws -> String {
    guard let text = mustache.render(value, withTemplate: name) else { throw Self.unknown(name) }
    return text
  }

  /// A file of assets/, by its path there (`site.css`).
  package func asset(_ name: String) -> [UInt8]? { files["assets/\(name)"] }

  /// Where the keys of all templates are listed.
  package static let keyListPath = "keys.tsv"

  /// A file of the templates, by its path there.
  package func file(_ path: String) -> [UInt8]? { files[path] }

  /// Whether there is a file of that path.
  package func has(_ path: String) -> Bool { files[path] != nil }

  /// Every file by its path, in the order of the paths.
  package var allFiles: [(path: String, bytes: [UInt8])] {
    files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The paths of the partials that any template calls.
  func calledPartials() -> Set<String> {
    Set(tags.values.flatMap { $0.flatMap(\.partials) }.compactMap { paths[$0.name] })
  }

  /// The paths below assets/, sorted.
  package var assetNames: [String] {
    files.keys.filter { $0.hasPrefix("assets/") }.map { String($0.dropFirst("assets/".count)) }.sorted()
  }

  /// The paths of all templates, sorted.
  package var templatePaths: [String] { tags.keys.sorted() }

  /// The path and the tags of a template.
  package func template(_ name: String) throws(TemplateError) -> (path: String, tags: [TemplateTag]) {
    guard let path = paths[name], let tags = tags[path] else { throw Self.unknown(name) }
    return (path, tags)
  }

  private static var embeddedFiles: [String: [UInt8]] {
    Dictionary(EmbeddedTemplates.files.map { ($0.path, Array($0.text.utf8)) }) { _, last in last }
  }

  private static func unknown(_ name: String) -> TemplateError {
    TemplateError(file: name, summary: "there is no such template")
  }
}

// MARK: Reading

extension TemplateLibrary {
  private static func parse(
    _ bytes: [UInt8],
    _ notation: TemplateNotation,
    path: String
  ) throws -> ([TemplateTag], MustacheTemplate) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateError(file: path, summary: "the file is not UTF-8 text")
    }
    let tags = try TemplateScanner.tags(of: text, file: path)
    do {
      return (tags, try notation.parse(text))
    } catch let error as MustacheTemplate.ParserError {
      // The pragma takes a line of its own.
      throw TemplateError(file: path, line: error.context.lineNumber - 1, summary: "\(error.error)")
    }
  }

  private static func names(of paths: [String]) throws(TemplateError) -> [String: String] {
    var names = Dictionary(uniqueKeysWithValues: paths.map { ($0, $0) })
    for path in paths {
      let stem = String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)])
      let short = stem.hasPrefix("partials/") ? [String(stem.dropFirst("partials/".count))] : []
      for name in [stem] + short {
        if let other = names.updateValue(path, forKey: name) {
          throw TemplateError(file: path, summary: "it shares the name \"\(name)\" with \(other)")
        }
      }
    }
    return names
  }

  private func checkPartials() throws(TemplateError) {
    var checked: Set<String> = []
    for path in templatePaths { try check(path, calledBy: [], checked: &checked) }
  }

  private func check(_ path: String, calledBy: [String], checked: inout Set<String>) throws(TemplateError) {
    guard !checked.contains(path) else { return }
    for (name, line) in (tags[path] ?? []).flatMap(\.partials) {
      guard let partial = paths[name] else {
        throw TemplateError(file: path, line: line, summary: "there is no partial \"\(name)\"")
      }
      guard partial != path, !calledBy.contains(partial) else {
        throw TemplateError(file: path, line: line, summary: "the partial \"\(name)\" ends up calling itself")
      }
      try check(partial, calledBy: calledBy + [path], checked: &checked)
    }
    checked.insert(path)
  }
}

extension TemplateTag {
  fileprivate var partials: [(name: String, line: Int)] {
    switch self {
    case .variable: []
    case .section(_, let tags), .inverted(_, let tags): tags.flatMap(\.partials)
    case .partial(let name, let line): [(name, line)]
    }
  }
}
