import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel

/// The files that an author attaches to a manuscript.
package struct AttachmentFiles {
  /// A kind of file, as `--only` names it.
  package enum Kind: String, CaseIterable, Sendable {
    case report, pdf, tables, figures, strobe, methods
  }

  private let attachment: StudyAttachment
  private let kinds: Set<Kind>
  private let searchPath: String
  /// Takes what could not be made, and why: another program is not installed, or failed.
  private let notice: (String) -> Void

  /// - Parameters:
  ///   - searchPath: where other programs are looked for, as `PATH` has it.
  ///   - notice: is told what is left out because a program is missing.
  package init(
    _ attachment: StudyAttachment,
    kinds: Set<Kind> = Set(Kind.allCases),
    searchPath: String,
    notice: @escaping (String) -> Void
  ) {
    (self.attachment, self.kinds) = (attachment, kinds)
    (self.searchPath, self.notice) = (searchPath, notice)
  }

  /// Makes every file and hands it on; the manifest with all checksums comes last.
  ///
  /// - Throws: where a template or a word is missing, a program fails, or the sink throws.
  package func write(to sink: SiteFileSink) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var manifest = "path\tbytes\tsha256\n"
    func add(_ path: String, _ bytes: [UInt8]) throws {
      manifest += "\(path)\t\(bytes.count)\t\(ContentDigest.sha256(bytes))\n"
      try sink(SiteFile(path: path, bytes: bytes))
    }
    if kinds.contains(.report) || kinds.contains(.pdf) { try report(in: folder, add) }
    if kinds.contains(.tables) {
      try add("supplementary-tables.xlsx", try workbook(in: folder))
    }
    if kinds.contains(.methods) { try text("methods", in: folder, add) }
    if kinds.contains(.strobe) { try text("strobe-mr", in: folder, add) }
    if kinds.contains(.figures) { try figures(in: folder, add) }
    try sink(SiteFile(path: "MANIFEST.tsv", text: manifest))
  }

  private typealias Add = (String, [UInt8]) throws -> Void

  /// Seconds that WeasyPrint may take: a report of many figures has taken it more than five minutes.
  private static let slowTimeLimit = 3600.0

  private func bytes(_ file: URL) throws -> [UInt8] { Array(try Data(contentsOf: file)) }

  // MARK: The report

  private func report(in folder: URL, _ add: Add) throws {
    let html = Array(try attachment.report().utf8)
    if kinds.contains(.report) { try add("report.html", html) }
    guard kinds.contains(.pdf) else { return }
    let (source, target) = (folder.appending(path: "report.html"), folder.appending(path: "report.pdf"))
    try Data(html).write(to: source)
    let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    if let browser = ExternalProgram(named: browsers, searchPath: searchPath) {
      // A browser refuses its sandbox to root; what it opens here is our own file, without scripts.
      let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
      try browser.run(
        sandbox + [
          "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(folder.path)/profile",
          "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=\(target.path)",
          source.absoluteString,
        ],
        in: folder
      )
    } else if let weasyprint = ExternalProgram(named: ["weasyprint"], searchPath: searchPath) {
      notice("report.pdf is made by WeasyPrint, which takes many minutes; Chromium takes seconds")
      try weasyprint.run([source.path, target.path], in: folder, timeLimit: Self.slowTimeLimit)
    } else {
      return notice("report.pdf is left out: install Chromium or WeasyPrint, or print report.html to PDF")
    }
    try add("report.pdf", try bytes(target))
  }

  // MARK: Tables

  private func workbook(in folder: URL) throws -> [UInt8] {
    let (attachment, design) = (attachment, attachment.design)
    let sheets = try attachment.tables()
    var headings: [String: String] = [:]
    for sheet in sheets {
      headings[sheet.number] = try attachment.words(
        "heading",
        ["number": sheet.number, "title": sheet.title]
      )
    }
    let titles = headings
    let authors = design.authors.joined(separator: ", ")
    let words = Workbook.Words(
      contents: try attachment.words("contents"),
      table: try attachment.words("table"),
      holds: try attachment.words("holds"),
      rows: try attachment.words("rows"),
      release: try attachment.words("release", ["authors": authors, "date": design.date]),
      empty: try attachment.words("empty"),
      heading: { titles[$0.number] ?? $0.title }
    )
    let file = folder.appending(path: "tables.xlsx")
    try Workbook(title: design.title, author: authors, date: design.date, words: words)
      .write(sheets, to: file.path)
    return try bytes(file)
  }

  // MARK: Texts

  private func text(_ page: String, in folder: URL, _ add: Add) throws {
    let markdown = Array(try attachment.markdown(page).utf8)
    try add("\(page).md", markdown)
    guard let pandoc = ExternalProgram(named: ["pandoc"], searchPath: searchPath) else {
      return notice("\(page).docx is left out: install pandoc")
    }
    let (source, target) = (folder.appending(path: "\(page).md"), folder.appending(path: "\(page).docx"))
    try Data(markdown).write(to: source)
    try pandoc.run(
      [
        "--from=gfm", "--to=docx", "--output=\(target.path)", "--metadata=date:\(attachment.design.date)",
        source.path,
      ],
      in: folder
    )
    try add("\(page).docx", try bytes(target))
  }

  // MARK: Figures

  private func figures(in folder: URL, _ add: Add) throws {
    let converter = ExternalProgram(named: ["rsvg-convert"], searchPath: searchPath)
    if converter == nil {
      notice("figures are SVG only: install rsvg-convert (librsvg2-bin) for PDF and PNG")
    }
    for (name, figure) in try attachment.figures() {
      for sheet in figure.journalSheets {
        let file = "\(name)-\(sheet.millimetres)mm\(sheet.suffix)"
        try add("figures/\(file).svg", Array(sheet.svg.utf8))
        guard let converter else { continue }
        let source = folder.appending(path: "\(file).svg")
        try Data(sheet.svg.utf8).write(to: source)
        for (format, options) in [("pdf", [String]()), ("png", ["--dpi-x=300", "--dpi-y=300"])] {
          let target = folder.appending(path: "\(file).\(format)")
          try converter.run(
            ["--format=\(format)", "--output=\(target.path)"] + options + [source.path],
            in: folder
          )
          try add("figures/\(file).\(format)", try bytes(target))
        }
      }
    }
  }
}
