import Foundation
import StudyModel

/// How the report is cited, for reference managers: BibTeX and the Citation File Format 1.2.0
/// (doi:10.5281/zenodo.5171937).
struct CitationFiles {
  let design: StudyDesign
  let toolVersion: String
  let words: Wordbook

  private var year: String { String(design.date.prefix(4)) }

  // MARK: BibTeX

  var bibTeX: String {
    let fields = [
      ("author", design.authors.map(Self.braced).joined(separator: " and ")),
      ("title", "{" + Self.escaped(design.title) + "}"),
      ("year", year),
      ("note", Self.escaped(note)),
      ("doi", design.source.doi.map(Self.escaped) ?? ""),
      ("url", design.source.url ?? ""),
    ]
    let lines = fields.filter { !$0.1.isEmpty }.map { "  \($0.0) = {\($0.1)}" }
    return "@misc{\(design.id.rawValue)-\(year),\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private var note: String {
    words(SourcePhrase.release, ["date": design.date, "source": SourceText.text(design.source, words)])
  }

  /// In braces, so that a name is taken as it is written and no word of it for another author.
  private static func braced(_ author: String) -> String { "{" + escaped(author) + "}" }

  /// What TeX would take for commands, written as text; line ends become spaces.
  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\textbackslash{}"
      case "{", "}", "#", "$", "%", "&", "_": "\\\(character)"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "\n", "\r", "\r\n", "\t": " "
      default: String(character)
      }
    }.joined()
  }

  // MARK: Citation File Format

  var cff: String {
    let authors = design.authors.map { "  - name: \(Self.quoted($0))" }
    var lines = [
      "cff-version: 1.2.0",
      "message: \(Self.quoted(words(SourcePhrase.citeThis)))",
      "type: dataset",
      "title: \(Self.quoted(design.title))",
      "authors:",
    ]
    lines += authors
    lines += [
      "version: \(Self.quoted(design.date))", "date-released: \(Self.quoted(design.date))",
      "abstract: \(Self.quoted(abstract))",
    ]
    if let doi = design.source.doi { lines.append("doi: \(Self.quoted(doi))") }
    if let url = design.source.url { lines.append("url: \(Self.quoted(url))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The licence stands here, for the format has a key for none but those of one list.
  private var abstract: String {
    let values = [
      "question": design.question, "version": toolVersion, "licence": design.source.licence ?? "",
    ]
    return words(
      design.source.licence == nil ? SourcePhrase.abstract : SourcePhrase.abstractWithLicence,
      values
    )
  }

  /// A double-quoted scalar of YAML 1.2, which takes JSON's escapes.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        String(format: "\\u%04X", scalar.value)
      default: String(scalar)
      }
    }
    return "\"" + scalars.joined() + "\""
  }
}
