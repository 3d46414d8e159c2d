import ReleaseFormat
import StaticSite
import StudyModel

/// The pages, figures and downloads of one study, under its id.
struct StudyPages {
  let context: StudyContext
  let loaded: LoadedRelease
  let templates: TemplateLibrary
  private let panel: PanelPages
  /// With an older release of the study; nil where the site tells of no changes.
  private let comparison: WrittenComparison?
  private let since: SinceModel?

  init(
    context: StudyContext,
    loaded: LoadedRelease,
    templates: TemplateLibrary,
    comparison: WrittenComparison? = nil
  ) throws {
    (self.context, self.loaded, self.templates) = (context, loaded, templates)
    self.comparison = comparison
    panel = try PanelPages(context: context)
    since = try comparison.map {
      try SinceModel($0, words: context.words, methodName: context.shortMethodName)
    }
  }

  private var design: StudyDesign { context.design }
  private var folder: String { design.id.rawValue }

  func write(to sink: SiteFileSink) throws {
    try frontPage().forEach(sink)
    for page in panel.all { try panelPage(page).forEach(sink) }
    if context.hasPairsPage { try pairsPage().forEach(sink) }
    for trait in context.shownTraits { try traitPage(trait).forEach(sink) }
    for page in try plainPages() { try plainPage(page).forEach(sink) }
    if let changes = try changesPage() {
      try changes.write(try layout("changes", "changes", changes.title()), templates: templates, to: sink)
    }
    for file in loaded.files { try sink(SiteFile(path: "\(folder)/release/\(file.path)", bytes: file.bytes)) }
    for file in try downloads() { try sink(file) }
    try tables(sink)
  }

  /// The tables of the whole study, and those of single traits that their pages link.
  private func tables(_ sink: SiteFileSink) throws {
    for table in SupplementaryTable.allCases where table != .estimates {
      let text = table.text(table.rows(of: context))
      try sink(SiteFile(path: "\(folder)/tables/\(table.fileName)", text: text))
    }
    for trait in context.shownTraits {
      for (table, rows) in TraitTables(context: context, trait: trait).tables {
        let name = TraitTables.fileName(table, trait.id)
        try sink(SiteFile(path: "\(folder)/tables/\(name)", text: table.text(rows)))
      }
    }
  }

  /// What programs and reference managers read.
  private func downloads() throws -> [SiteFile] {
    let citation = CitationFiles(design: design, toolVersion: context.header.toolVersion)
    return [
      SiteFile(path: "\(folder)/estimates.tsv", text: EstimatesTable(context: context).text()),
      SiteFile(path: "\(folder)/results.json", bytes: try ResultsDocument(context: context).bytes()),
      SiteFile(path: "\(folder)/citation.bib", text: citation.bibTeX),
      SiteFile(path: "\(folder)/CITATION.cff", text: citation.cff),
    ]
  }

  /// Every page's template with what it is given.
  func models() throws -> [(template: String, value: TemplateValue)] {
    let front = [("pages/study.md", try frontModel(try frontBook()))]
    let traits = try context.shownTraits.map { ("pages/trait.md", try traitModel($0, try traitBook($0))) }
    let pages = try panel.all.map { page in
      ("pages/panel.md", try panel.value(page, figures: panelBook(page).links))
    }
    return front + traits + pages + [
      ("layout/page.html", try layout("index", "study", design.title).model),
      ("pages/pairs.md", try PairsTableModel(context: context).value()),
    ] + (try plainPages().map { ("pages/\($0.template).md", $0.value) })
      + (try changesPage().map { [("pages/changes.md", try $0.model($0.book()))] } ?? [])
  }

  // MARK: The front page

  private func frontPage() throws -> [SiteFile] {
    let book = try frontBook()
    return try book.files
      + layout("index", "study", design.title).files(try frontText(book), templates: templates)
  }

  func frontText(_ book: FigureBook) throws -> PageText {
    PageText(
      markdown: try templates.render("pages/study.md", try frontModel(book)),
      figures: book.inline,
      structure: PageStructure(
        columns: ["how-unusual-is-the-most-unusual-result"],
        verdicts: ["what-was-found"],
        filterable: "all-",
        columnCodes: columnCodes
      )
    )
  }

  func frontBook() throws -> FigureBook {
    FigureBook(
      // Methods against one trait would be one column: its page shows them all, with their intervals.
      figures: try PanelFigures(context: context).figures().filter {
        $0.id != "grid" || context.shownTraits.count > 1
      },
      folder: "\(folder)/figures",
      relative: "figures/",
      prefix: ""
    )
  }

  private func frontModel(_ book: FigureBook) throws -> TemplateValue {
    try StudyPageModel(context: context, figures: book.links, panel: panel, since: since).value()
  }

  // MARK: The panel's pages

  private func panelPage(_ page: PanelPages.Page) throws -> [SiteFile] {
    let book = try panelBook(page)
    let value = try panel.value(page, figures: book.links)
    let text = PageText(markdown: try templates.render("pages/panel.md", value), figures: book.inline)
    let title = "\(design.panel.name), \(page.direction.rawValue), page \(page.number)"
    return try book.files + layout(page.path, "panel", title).files(text, templates: templates)
  }

  private func panelBook(_ page: PanelPages.Page) throws -> FigureBook {
    let figures = PanelFigures(context: context, linkPrefix: "../")
    return FigureBook(
      figures: try [
        page.forest.figure(),
        figures.grid([page.direction], page.pairs.map(\.trait), id: page.id + "-grid"),
      ].compactMap { $0 },
      folder: "\(folder)/figures",
      relative: "../figures/",
      prefix: ""
    )
  }

  private func pairsPage() throws -> [SiteFile] {
    let text = PageText(
      markdown: try templates.render("pages/pairs.md", try PairsTableModel(context: context).value()),
      structure: PageStructure(filterable: "all-", columnCodes: columnCodes)
    )
    let title = try context.words.text("page_title", "pairs")
    return try layout("pairs", "pairs", title).files(text, templates: templates)
  }

  private var columnCodes: [String: String] { context.words.codes(of: PairsTableModel.headKind) }

  // MARK: A trait's page

  private func traitPage(_ trait: Trait) throws -> [SiteFile] {
    let book = try traitBook(trait)
    return try book.files
      + layout("traits/\(trait.id)", "trait", trait.name)
      .files(try traitText(trait, book), templates: templates)
  }

  func traitText(_ trait: Trait, _ book: FigureBook) throws -> PageText {
    PageText(
      markdown: try templates.render("pages/trait.md", try traitModel(trait, book)),
      figures: book.inline,
      structure: PageStructure(
        columns: [
          "key-figures", "the-data-of-each-direction", "all-methods", "the-variants-together",
          "outliers-mr-presso", "direction-steigers-test", "since-the-release-of",
        ],
        verdicts: ["in-short"]
      )
    )
  }

  func traitBook(_ trait: Trait) throws -> FigureBook {
    FigureBook(
      figures: try context.pairs(of: trait.id).flatMap { try PairFigures(pair: $0).figures() },
      folder: "\(folder)/figures",
      relative: "../figures/",
      prefix: "\(trait.id)."
    )
  }

  private func traitModel(_ trait: Trait, _ book: FigureBook) throws -> TemplateValue {
    try TraitPageModel(context: context, trait: trait, figures: book.links, since: since).value()
  }

  // MARK: What changed

  /// Nil where the site tells of no changes.
  private func changesPage() throws -> ChangesPage? {
    try comparison.map { comparison in
      try ChangesPage(
        comparison,
        words: context.words,
        place: ChangesPage.Place(
          figures: ("\(folder)/figures", "figures/"),
          prefix: "changes.",
          files: ("\(folder)/changes/", "changes/"),
          trait: { context.isShown($0) ? "traits/\($0).html" : nil }
        )
      )
    }
  }

  // MARK: Pages of text and tables

  typealias PlainPage = (name: String, template: String, value: TemplateValue)

  func plainPages() throws -> [PlainPage] {
    let provenance = ProvenancePageModel(context: context, files: loaded.files.map(\.path))
    let instruments = InstrumentPages(context: context)
    let lists = try (1...instruments.count).map { page in
      (InstrumentPages.path(page), "instruments", try instruments.value(page))
    }
    let published = try PublishedPageModel(context: context)?.value()
    return lists + [
      ("methods", "methods", try MethodsPageModel(context: context).value()),
      ("multiplicity", "multiplicity", try MultiplicityPageModel(context: context).value()),
      ("strobe-mr", "strobe-mr", try STROBEMRChecklist(context: context).value()),
      ("provenance", "provenance", try provenance.value()),
      ("downloads", "downloads", try DownloadsPageModel(context: context).value()),
      ("reading", "reading", reading),
    ] + (published.map { [("published", "published", $0)] } ?? [])
  }

  private var reading: TemplateValue {
    let hasAppraisals = context.release.conclusions.appraisals != nil
    return .object(["level": .text(context.level), "appraisal": .flag(hasAppraisals)])
  }

  private func plainPage(_ page: PlainPage) throws -> [SiteFile] {
    let title = try context.words.text("page_title", page.template)
    return try layout(page.name, page.template, title).files(try plainText(page), templates: templates)
  }

  func plainText(_ page: PlainPage) throws -> PageText {
    PageText(
      markdown: try templates.render("pages/\(page.template).md", page.value),
      structure: PageStructure(foldAfter: 60)
    )
  }

  private func layout(_ name: String, _ kind: String, _ title: String) throws -> PageLayout {
    PageLayout(
      path: "\(folder)/\(name)",
      kind: kind,
      title: title,
      brand: design.title,
      brandHref: "\(folder)/index.html",
      navigation: try navigation(),
      banner: context.header.truth == nil
        ? nil : "partials/simulated\(["published", "changes"].contains(kind) ? "-\(kind)" : "").md",
      footer: try footer(),
      studies: "index.html",
      provenance: "\(folder)/provenance.html",
      reading: "\(folder)/reading.html",
      citation: "\(folder)/downloads.html#how-to-cite"
    )
  }

  private func navigation() throws -> [PageLayout.Link] {
    typealias Entry = (code: String, file: String, covers: [String])
    let published: [Entry] = context.header.published == nil ? [] : [("published", "published.html", [])]
    let changes: [Entry] = comparison == nil ? [] : [("changes", SinceModel.page, [])]
    let links: [Entry] =
      [
        ("overview", "index.html", []),
        ("traits", context.pairsPath, ["traits/", "panel/", "pairs"]),
        ("instruments", "instruments.html", ["instruments-"]),
        ("methods", "methods.html", []),
        ("multiplicity", "multiplicity.html", []),
      ] + changes + published + [
        ("strobe", "strobe-mr.html", []),
        ("provenance", "provenance.html", []),
        ("downloads", "downloads.html", []),
      ]
    return try links.map { link in
      PageLayout.Link(
        label: try context.words.text("nav", link.code),
        path: "\(folder)/\(link.file)",
        covers: link.covers.map { "\(folder)/\($0)" }
      )
    }
  }

  private func footer() throws -> String {
    let source = SourceText.text(design.source)
    return try context.words.text(
      "footer",
      "study",
      ["source": source.isEmpty ? "" : "\(source). ", "date": design.date]
    )
  }
}
