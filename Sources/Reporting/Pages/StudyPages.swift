import ReleaseFormat
import StaticSite
import StudyModel

/// The pages, figures and downloads of one study, under its id.
struct StudyPages {
  let context: StudyContext
  let loaded: LoadedRelease
  let templates: TemplateLibrary

  private var design: StudyDesign { context.design }
  private var folder: String { design.id.rawValue }

  func files() throws -> [SiteFile] {
    var files = try frontPage()
    for trait in design.panel.traits { files += try traitPage(trait) }
    files += try plainPage("methods", "Methods", MethodsPageModel(context: context).value())
    files += try plainPage("provenance", "Provenance", provenance())
    files += loaded.files.map { SiteFile(path: "\(folder)/release/\($0.path)", bytes: $0.bytes) }
    files.append(SiteFile(path: "\(folder)/estimates.tsv", text: EstimatesTable(context: context).text()))
    return files
  }

  /// Every page's template with what it is given.
  func models() throws -> [(template: String, value: TemplateValue)] {
    let front = [("pages/study.md", try frontModel(try frontBook()))]
    let traits = try design.panel.traits.map { ("pages/trait.md", try traitModel($0, try traitBook($0))) }
    return front + traits + [
      ("pages/methods.md", try MethodsPageModel(context: context).value()),
      ("pages/provenance.md", try provenance()),
    ]
  }

  // MARK: The front page

  private func frontPage() throws -> [SiteFile] {
    let book = try frontBook()
    let markdown = try templates.render("pages/study.md", try frontModel(book))
    let structure = PageStructure(verdicts: ["what-was-found"])
    let page = layout("index", "study", design.title)
    return try book.files
      + page.files(markdown: markdown, figures: book.inline, structure: structure, templates: templates)
  }

  private func frontBook() throws -> FigureBook {
    FigureBook(
      figures: try PanelFigures(context: context).figures(),
      folder: "\(folder)/figures",
      relative: "figures/",
      prefix: ""
    )
  }

  private func frontModel(_ book: FigureBook) throws -> TemplateValue {
    try StudyPageModel(context: context, figures: book.links).value()
  }

  // MARK: A trait's page

  private func traitPage(_ trait: Trait) throws -> [SiteFile] {
    let book = try traitBook(trait)
    let markdown = try templates.render("pages/trait.md", try traitModel(trait, book))
    let structure = PageStructure(
      columns: ["key-figures", "the-data-of-each-direction", "all-methods", "the-variants-together"],
      verdicts: ["in-short"]
    )
    let page = layout("traits/\(trait.id)", "trait", trait.name)
    return try book.files
      + page.files(markdown: markdown, figures: book.inline, structure: structure, templates: templates)
  }

  private func traitBook(_ trait: Trait) throws -> FigureBook {
    let reports = Direction.allCases.flatMap { context.pairs($0) }.filter { $0.trait.id == trait.id }
    return FigureBook(
      figures: try reports.flatMap { try PairFigures(pair: $0).figures() },
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
        .init(label: "Traits", path: "\(folder)/index.html#all-\(design.pairs.count)-pairs"),
        .init(label: "Methods", path: "\(folder)/methods.html"),
        .init(label: "Provenance", path: "\(folder)/provenance.html"),
        .init(label: "All studies", path: "index.html"),
      ],
      footer: footer,
      provenance: "\(folder)/provenance.html"
    )
  }

  private var footer: String {
    let source = SourceText.text(design.source)
    return (source.isEmpty ? "" : "Data: \(source). ") + "Release of \(design.date)."
  }
}
