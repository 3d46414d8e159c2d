import ReleaseFormat
import StaticSite
import StudyModel

/// The pages, figures and downloads of one study, under its id.
struct StudyPages {
  let context: StudyContext
  let loaded: LoadedRelease
  let templates: TemplateLibrary
  private let panel: PanelPages

  init(context: StudyContext, loaded: LoadedRelease, templates: TemplateLibrary) throws {
    (self.context, self.loaded, self.templates) = (context, loaded, templates)
    panel = try PanelPages(context: context)
  }

  private var design: StudyDesign { context.design }
  private var folder: String { design.id.rawValue }

  func write(to sink: SiteFileSink) throws {
    try frontPage().forEach(sink)
    for page in panel.all { try panelPage(page).forEach(sink) }
    if context.hasPairsPage { try pairsPage().forEach(sink) }
    for trait in context.shownTraits { try traitPage(trait).forEach(sink) }
    try plainPage("methods", "Methods", MethodsPageModel(context: context).value()).forEach(sink)
    try plainPage("provenance", "Provenance", provenance()).forEach(sink)
    if let published = try published() {
      try plainPage("published", "Published estimates", published).forEach(sink)
    }
    for file in loaded.files { try sink(SiteFile(path: "\(folder)/release/\(file.path)", bytes: file.bytes)) }
    try sink(SiteFile(path: "\(folder)/estimates.tsv", text: EstimatesTable(context: context).text()))
  }

  /// Every page's template with what it is given.
  func models() throws -> [(template: String, value: TemplateValue)] {
    let front = [("pages/study.md", try frontModel(try frontBook()))]
    let traits = try context.shownTraits.map { ("pages/trait.md", try traitModel($0, try traitBook($0))) }
    let pages = try panel.all.map { page in
      ("pages/panel.md", try panel.value(page, figures: panelBook(page).links))
    }
    return front + traits + pages + [
      ("pages/pairs.md", try PairsTableModel(context: context).value()),
      ("pages/methods.md", try MethodsPageModel(context: context).value()),
      ("pages/provenance.md", try provenance()),
    ] + (try published().map { [("pages/published.md", $0)] } ?? [])
  }

  // MARK: The front page

  private func frontPage() throws -> [SiteFile] {
    let book = try frontBook()
    let markdown = try templates.render("pages/study.md", try frontModel(book))
    let structure = PageStructure(
      columns: ["how-unusual-is-the-most-unusual-result"],
      verdicts: ["what-was-found"],
      filterable: "all-",
      columnCodes: columnCodes
    )
    let page = layout("index", "study", design.title)
    return try book.files
      + page.files(markdown: markdown, figures: book.inline, structure: structure, templates: templates)
  }

  private func frontBook() throws -> FigureBook {
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
    try StudyPageModel(context: context, figures: book.links, panel: panel).value()
  }

  // MARK: The panel's pages

  private func panelPage(_ page: PanelPages.Page) throws -> [SiteFile] {
    let book = try panelBook(page)
    let value = try panel.value(page, figures: book.links)
    let markdown = try templates.render("pages/panel.md", value)
    return try book.files
      + layout(page.path, "panel", "\(design.panel.name), \(page.direction.rawValue), page \(page.number)")
      .files(markdown: markdown, figures: book.inline, structure: PageStructure(), templates: templates)
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
    let markdown = try templates.render("pages/pairs.md", try PairsTableModel(context: context).value())
    return try layout("pairs", "pairs", "All pairs")
      .files(
        markdown: markdown,
        figures: [:],
        structure: PageStructure(filterable: "all-", columnCodes: columnCodes),
        templates: templates
      )
  }

  private var columnCodes: [String: String] { context.words.codes(of: PairsTableModel.headKind) }

  // MARK: A trait's page

  private func traitPage(_ trait: Trait) throws -> [SiteFile] {
    let book = try traitBook(trait)
    let markdown = try templates.render("pages/trait.md", try traitModel(trait, book))
    let structure = PageStructure(
      columns: [
        "key-figures", "the-data-of-each-direction", "all-methods", "the-variants-together",
        "outliers-mr-presso", "direction-steigers-test",
      ],
      verdicts: ["in-short"]
    )
    let page = layout("traits/\(trait.id)", "trait", trait.name)
    return try book.files
      + page.files(markdown: markdown, figures: book.inline, structure: structure, templates: templates)
  }

  private func traitBook(_ trait: Trait) throws -> FigureBook {
    FigureBook(
      figures: try context.pairs(of: trait.id).flatMap { try PairFigures(pair: $0).figures() },
      folder: "\(folder)/figures",
      relative: "../figures/",
      prefix: "\(trait.id)."
    )
  }

  private func traitModel(_ trait: Trait, _ book: FigureBook) throws -> TemplateValue {
    try TraitPageModel(context: context, trait: trait, figures: book.links).value()
  }

  // MARK: Pages of text and tables

  private func provenance() throws -> TemplateValue {
    try ProvenancePageModel(context: context, files: loaded.files.map(\.path)).value()
  }

  /// Nil where the study gives no published estimates.
  private func published() throws -> TemplateValue? { try PublishedPageModel(context: context)?.value() }

  private func plainPage(_ name: String, _ title: String, _ value: TemplateValue) throws -> [SiteFile] {
    let markdown = try templates.render("pages/\(name).md", value)
    return try layout(name, name, title)
      .files(markdown: markdown, figures: [:], structure: PageStructure(foldAfter: 60), templates: templates)
  }

  private func layout(_ name: String, _ kind: String, _ title: String) -> PageLayout {
    PageLayout(
      path: "\(folder)/\(name)",
      kind: kind,
      title: title,
      brand: design.title,
      brandHref: "\(folder)/index.html",
      navigation: [
        .init(label: "Overview", path: "\(folder)/index.html"),
        .init(
          label: "Traits",
          path: "\(folder)/\(context.pairsPath)",
          covers: ["traits/", "panel/", "pairs"].map { "\(folder)/\($0)" }
        ),
        .init(label: "Methods", path: "\(folder)/methods.html"),
      ] + publishedLink + [
        .init(label: "Provenance", path: "\(folder)/provenance.html"),
        .init(label: "All studies", path: "index.html"),
      ],
      banner: context.header.truth == nil
        ? nil : "partials/simulated\(kind == "published" ? "-published" : "").md",
      footer: footer,
      provenance: "\(folder)/provenance.html"
    )
  }

  private var publishedLink: [PageLayout.Link] {
    context.header.published == nil ? [] : [.init(label: "Published", path: "\(folder)/published.html")]
  }

  private var footer: String {
    let source = SourceText.text(design.source)
    return (source.isEmpty ? "" : "\(source). ") + "Release of \(design.date)."
  }
}
