import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel
import Testing

/// Whether a report can be translated by its templates alone: with every phrase of the book of words in full-width letters,
/// no ASCII word may stand in a figure or in what a template is given but the study's own.
@Suite struct TranslationTests {
  @Test func aBookWithoutAPhraseIsRefused() throws {
    let templates = try TemplateLibrary(files: ["assets/words.tsv": Array("kind\tcode\twords\n".utf8)])
    #expect(throws: ReportingError.missingWords(kind: "count", code: "next")) { try Wordbook.of(templates) }
  }

  @Test func figuresSayNothingThatTheBookOfWordsDoesNot() throws {
    for (releases, site) in try Self.sites() {
      let own = Self.ownWords(releases)
      for file in site.files where file.path.hasSuffix(".svg") {
        let text = Self.text(ofSVG: String(decoding: file.bytes, as: UTF8.self))
        let left = Self.leftOver(in: text, besides: own)
        #expect(left.isEmpty, "\(file.path): \(left)")
      }
    }
  }

  @Test func templatesAreGivenNothingThatTheBookOfWordsDoesNotSay() throws {
    let templates = try Self.translated()
    let comparison = try (
      [ChangesPagesTests.later(), ChangesPagesTests.old.get()].map { LoadedRelease(release: $0, files: []) },
      ChangesPagesTests.models(templates).filter { $0.template.hasPrefix("pages/") }
    )
    let studies = try Self.releases().map { releases in
      (releases, try StudySite(releases, templates: templates).models())
    }
    for (releases, models) in studies + [comparison] {
      let own = Self.ownWords(releases)
      for (name, value) in models {
        for (key, text) in Self.texts(value, key: "") where !Self.isAddress(key) {
          let left = Self.leftOver(in: text, besides: own)
          #expect(left.isEmpty, "\(name) \(key): \(left) in \(text.prefix(200))")
        }
      }
    }
  }

  // MARK: The sites

  private static func releases() throws -> [[LoadedRelease]] {
    try [
      CommittedReleases.all(), [CommittedReleases.genomeWide()], [LargePanel.release(traits: 130)],
    ]
  }

  private static func sites() throws -> [(releases: [LoadedRelease], site: Site)] {
    let templates = try translated()
    return try releases().map { ($0, try StudySite($0, templates: templates).build()) }
  }

  /// The built-in templates with a book of words in full-width letters; anchors stay as they are.
  private static func translated() throws -> TemplateLibrary {
    let builtIn = try TemplateLibrary.embedded()
    var files = Dictionary(uniqueKeysWithValues: builtIn.allFiles)
    let words = String(decoding: files["assets/words.tsv"] ?? [], as: UTF8.self)
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      index,
      line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard index > 0, fields.count == 3, fields[0] != "section", fields[0] != "strobe_link" else {
        return String(line)
      }
      return "\(fields[0])\t\(fields[1])\t\(fullWidth(fields[2]))"
    }
    files["assets/words.tsv"] = Array(lines.joined(separator: "\n").utf8)
    return try TemplateLibrary(files: files)
  }

  /// `ａｂｃ`, but for the names of placeholders.
  private static func fullWidth(_ phrase: Substring) -> String {
    var (text, isPlaceholder) = (String.UnicodeScalarView(), false)
    for scalar in phrase.unicodeScalars {
      if scalar == "{" { isPlaceholder = true }
      if scalar == "}" { isPlaceholder = false }
      let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
      let wide = Unicode.Scalar(scalar.value + 0xFEE0)
      text.append(isLetter && !isPlaceholder ? wide ?? scalar : scalar)
    }
    return String(text)
  }

  // MARK: Words

  /// Words of two ASCII letters or more that are neither the study's own nor a part of one of them, as a line may break
  /// within a long name; not where links lead to.
  private static func leftOver(in text: String, besides own: Set<String>) -> [String] {
    words(of: text.replacing(/\]\([^)]*\)/, with: "]")).filter { word in
      !own.contains(word) && !own.contains { $0.contains(word) }
    }.sorted()
  }

  private static func words(of text: String) -> Set<String> {
    let words = text.split { !($0.isLetter && $0.isASCII) && !"0123456789-_".contains($0) }.map(String.init)
    return Set(words.filter { word in word.count { $0.isLetter } >= 2 })
  }

  /// The words of the study's own texts: names, notes, citations; of the tool's, the names of methods.
  private static func ownWords(_ releases: [LoadedRelease]) -> Set<String> {
    var own: Set<String> = symbols
    for release in releases.map(\.release) {
      var texts: [String] = []
      collect(Mirror(reflecting: release.header), &texts)
      for pair in release.pairs {
        texts += pair.variants.map(\.variant.id) + pair.exclusions.map(\.variant.id)
        texts += pair.variants.flatMap {
          [$0.effectAllele?.rawValue, $0.otherAllele?.rawValue].compactMap { $0 }
        }
        texts +=
          pair.variants.compactMap(\.proxy?.variant.id) + pair.exclusions.compactMap(\.confounder?.trait)
        let rows = pair.exclusions.flatMap { [$0.exposure, $0.outcome].compactMap { $0 } }
        texts += rows.flatMap { [$0.effectAllele?.rawValue, $0.otherAllele?.rawValue].compactMap { $0 } }
      }
      texts += release.conclusions.families.map(\.id) + release.pairs.map(\.id.rawValue)
      for text in texts {
        own.formUnion(words(of: text))
        own.formUnion(words(of: text).map { $0.prefix(1).uppercased() + $0.dropFirst() })
        own.formUnion(words(of: text.lowercased()))
      }
    }
    return own
  }

  /// What is the same in every language.
  private static let symbols: Set<String> = [
    "OR", "SD", "SE", "CI", "SNP", "PRESSO", "MR", "IVW", "MR-PRESSO", "Egger", "rs", "kb", "Mb", "mrreport",
    "TSV", "RSS", "HLA",
    // The command on the page of provenance.
    "analyse", "study", "yaml", "--release", "DIR",
  ]

  private static func collect(_ mirror: Mirror, _ texts: inout [String]) {
    for child in mirror.children {
      if let text = child.value as? String {
        texts.append(text)
      } else {
        collect(Mirror(reflecting: child.value), &texts)
      }
    }
  }

  private static func text(ofSVG svg: String) -> String {
    var (text, rest) = ("", svg[...])
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[open...close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("<style"), let end = rest.range(of: "</style>") { rest = rest[end.upperBound...] }
      text += tag.hasPrefix("<tspan") || tag.hasPrefix("</tspan") ? "" : " "
    }
    return text.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
  }

  private static func texts(_ value: TemplateValue, key: String) -> [(key: String, text: String)] {
    switch value {
    case .text(let text): [(key, text)]
    case .object(let members): members.sorted { $0.key < $1.key }.flatMap { texts($1, key: "\(key).\($0)") }
    case .list(let items): items.flatMap { texts($0, key: key) }
    default: []
    }
  }

  /// Paths, anchors and codes, which nobody reads as words, and what a template has said already.
  private static func isAddress(_ key: String) -> Bool {
    // What JUnit's file is given has codes alone.
    let codes = [
      ".tables.", ".suites.", ".verdict.worst", ".verdict.failing", ".provenance.others.rows.subject",
    ]
    if codes.contains(where: key.hasPrefix) || key == ".studies.verdicts.verdict" { return true }
    let last = key.split(separator: ".").last ?? ""
    return [
      "href", "svg", "tsv", "png", "file", "path", "sha", "page", "root", "link", "code", "css", "id",
      "anchor",
      "provenance", "downloads", "reading", "markdown", "studies", "files", "citation",
    ].contains { last == $0 || last.hasSuffix("_" + $0) }
  }
}
