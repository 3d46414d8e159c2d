import ParallelWork
import ReleaseFormat
import StaticSite
import StudyModel

/// The pages, figures and downloads of one study, under its id.
struct StudyPages {
  let context: StudyContext
  let templates: TemplateLibrary
  private let panel: PanelPages
  /// With an older release of the study; nil where the site tells of no changes.
  private let comparison: WrittenComparison?
  private let since: SinceModel?

  init(
    context: StudyContext,
    templates: TemplateLibrary,
    comparison: WrittenComparison? = nil
  ) throws {
    (self.context, self.templates) = (context, templates)
    self.comparison = comparison
    panel = try PanelPages(context: context)
    since = try comparison.map {
      try SinceModel($0, words: context.words) { context.shortMethodName($0) }
    }
  }

  private var design: StudyDesign { context.design }
  private var folder: String { design.id.rawValue }

  func write(to sink: SiteFileSink) throws {
    try frontPage().forEach(sink)
    for page in panel.all { try panelPage(page).forEach(sink) }
    if context.hasPairsPage { try pairsPage().forEach(sink) }
    for page in try plainPages(try tables(to: sink)) { try plainPage(page).forEach(sink) }
    if let changes = try changesPage() {
      try changes.write(try layout("changes", "changes", changes.title()), templates: templates, to: sink)
    }
    try context.source.release.eachFile { path, bytes in
      try sink(SiteFile(path: "\(folder)/release/\(path)", bytes: bytes))
    }
    try downloads(to: sink)
    // Last, so that what every one of them links to is there: who follows the links need not keep them open.
    try traits(to: sink)
  }

  /// Pages of traits that are made at a time: enough for every core, and few enough to lie in memory together.
  private static let traitsAtOnce = 16

  private func traits(to sink: SiteFileSink) throws {
    var rest = context.shownTraits[...]
    while !rest.isEmpty {
      let made = try SideBySide.map(Array(rest.prefix(Self.traitsAtOnce))) { try traitFiles($0) }
      for file in made.joined() { try sink(file) }
      rest = rest.dropFirst(Self.traitsAtOnce)
    }
  }

  func tables(to sink: SiteFileSink) throws -> StudyTables {
    try StudyTables(context: context, folder: folder, to: sink)
  }

  /// What programs and reference managers read, beside the tables.
  private func downloads(to sink: SiteFileSink) throws {
    let citation = CitationFiles(
      design: design,
      toolVersion: context.header.toolVersion,
      words: context.words
    )
    var continues = false
    try ResultsDocument.write(context) { part in
      let path = "\(folder)/\(ResultsDocument.fileName)"
      try sink(SiteFile(path: path, bytes: part, continues: continues))
      continues = true
    }
    try sink(SiteFile(path: "\(folder)/citation.bib", text: citation.bibTeX))
    try sink(SiteFile(path: "\(folder)/CITATION.cff", text: citation.cff))
  }

  /// Every page's template with what it is given.
  func models() throws -> [(template: String, value: TemplateValue)] {
    let front = [("pages/study.md", try frontModel(try frontBook()))]
    let traits = try context.shownTraits.map { trait in
      let pairs = try context.details(of: trait.id)
      return ("pages/trait.md", try traitModel(trait, pairs, try traitBook(trait, pairs)))
    }
    let pages = try panel.all.map { page in
      ("pages/panel.md", try panel.value(page, figures: panelBook(page).links))
    }
    return front + traits + pages + [
      ("layout/page.html", try layout("index", "study", design.title).model),
      ("pages/pairs.md", try PairsTableModel(context: context).value()),
    ] + (try plainPages(try tables { _ in }).map { ("pages/\($0.template).md", $0.value) })
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
        columns: context.words.anchors(.frontColumns),
        verdicts: context.words.anchors(.frontVerdicts),
        filterable: context.words(SectionPhrase.filterable),
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
    let title = try context.words.text(
      "page_title",
      "panel",
      [
        "panel": design.panel.name, "direction": context.words.direction(page.direction),
        "number": NumberStyle.count(page.number),
      ]
    )
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
      structure: PageStructure(
        filterable: context.words(SectionPhrase.filterable),
        columnCodes: columnCodes
      )
    )
    let title = try context.words.text("page_title", "pairs")
    return try layout("pairs", "pairs", title).files(text, templates: templates)
  }

  private var columnCodes: [String: String] { context.words.codes(of: PairsTableModel.headKind) }

  // MARK: A trait's page

  /// The trait's page with its figures and tables.
  private func traitFiles(_ trait: Trait) throws -> [SiteFile] {
    let pairs = try context.details(of: trait.id)
    let book = try traitBook(trait, pairs)
    let page = try layout("traits/\(trait.id)", "trait", trait.name)
      .files(try traitText(trait, pairs, book), templates: templates)
    let tables = TraitTables(trait: trait, pairs: pairs).tables.map { table, rows in
      let name = TraitTables.fileName(table, trait.id)
      return SiteFile(path: "\(folder)/tables/\(name)", text: table.text(rows))
    }
    return book.files + tables + page
  }

  func traitText(_ trait: Trait, _ pairs: [PairDetails], _ book: FigureBook) throws -> PageText {
    var structure = PageStructure(
      columns: context.words.anchors(.traitColumns),
      verdicts: context.words.anchors(.traitVerdicts)
    )
    for anchor in context.words.anchors(.checks) { structure.classes[anchor] = "checks" }
    for anchor in context.words.anchors(.facts) { structure.classes[anchor] = "facts" }
    return PageText(
      markdown: try templates.render("pages/trait.md", try traitModel(trait, pairs, book)),
      figures: book.inline,
      structure: structure
    )
  }

  func traitBook(_ trait: Trait, _ pairs: [PairDetails]) throws -> FigureBook {
    FigureBook(
      figures: try pairs.flatMap { try PairFigures(pair: $0).figures() },
      folder: "\(folder)/figures",
      relative: "../figures/",
      prefix: "\(trait.id)."
    )
  }

  private func traitModel(_ trait: Trait, _ pairs: [PairDetails], _ book: FigureBook) throws -> TemplateValue
  {
    try TraitPageModel(
      context: context,
      trait: trait,
      reports: pairs,
      figures: book.links,
      since: since
    ).value()
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

  func plainPages(_ tables: StudyTables) throws -> [PlainPage] {
    let provenance = ProvenancePageModel(context: context, files: context.source.release.filePaths)
    let instruments = tables.instruments
    let lists = try (1...instruments.count).map { page in
      (InstrumentPages.path(page), "instruments", try instruments.value(page))
    }
    let published = try PublishedPageModel(context: context)?.value()
    return lists + [
      ("methods", "methods", try MethodsPageModel(context: context).value()),
      ("multiplicity", "multiplicity", try MultiplicityPageModel(context: context).value()),
      ("strobe-mr", "strobe-mr", try STROBEMRChecklist(context: context).value()),
      ("provenance", "provenance", try provenance.value()),
      ("downloads", "downloads", try DownloadsPageModel(context: context, tables: tables).value()),
      ("reading", "reading", reading),
    ] + (published.map { [("published", "published", $0)] } ?? [])
  }

  private var reading: TemplateValue {
    let hasAppraisals = context.conclusions.appraisals != nil
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
    let source = SourceText.text(design.source, context.words)
    return try context.words.text(
      "footer",
      "study",
      ["source": source.isEmpty ? "" : "\(source). ", "date": design.date]
    )
  }
}
