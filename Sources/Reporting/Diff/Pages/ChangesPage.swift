import ReleaseDiff
import StaticSite
import StudyModel

/// The page of a comparison with its figures and its files.
struct ChangesPage {
  private let comparison: WrittenComparison
  private let figures: ChangesFigures
  private let words: DiffWords
  private let moves: PairMoves
  private let place: Place

  /// Where the page and what belongs to it stand.
  struct Place {
    /// Of the figures, from the root of the site and as the page sees it.
    var figures: (folder: String, relative: String)
    /// Set before the names of the figures' files.
    var prefix: String
    /// Of the comparison's files, likewise; each ends with a slash or is empty.
    var files: (folder: String, relative: String)
    /// The front pages of either release as the page sees them, where they lie beside.
    var reports: (old: String?, new: String?) = (nil, nil)
    /// The page of a trait as this page sees it; nil for none.
    var trait: (TraitID) -> String? = { _ in nil }
  }

  /// - Throws: where a word is missing.
  init(_ comparison: WrittenComparison, words: Wordbook, place: Place) throws {
    self.comparison = comparison
    self.place = place
    self.words = DiffWords(words: words, changes: comparison.value)
    moves = try PairMoves(comparison.value, words: self.words)
    figures = ChangesFigures(
      changes: comparison.value,
      words: self.words,
      moves: moves,
      href: place.trait
    )
  }

  /// `What changed`, for navigation and for the window.
  func title() throws -> String { try words.text("diff_page", "title") }

  func book() throws -> FigureBook {
    FigureBook(
      figures: try figures.figures(),
      folder: place.figures.folder,
      relative: place.figures.relative,
      prefix: place.prefix
    )
  }

  func model(_ book: FigureBook) throws -> TemplateValue {
    try ChangesPageModel(
      changes: comparison.value,
      digest: comparison.digest,
      moves: moves,
      figures: figures,
      words: words,
      links: book.links,
      filePrefix: place.files.relative,
      reports: place.reports
    ).value()
  }

  /// Hands on the page and all that it links to, one after the other.
  func write(_ layout: PageLayout, templates: TemplateLibrary, to sink: SiteFileSink) throws {
    let book = try book()
    let markdown = try templates.render("pages/changes.md", try model(book))
    let text = PageText(markdown: markdown, figures: book.inline, structure: structure)
    try layout.files(text, templates: templates).forEach(sink)
    try book.files.forEach(sink)
    try comparison.forEachFile { name, bytes in
      try sink(SiteFile(path: place.files.folder + name, bytes: bytes))
    }
  }

  private var structure: PageStructure {
    var structure = PageStructure(columns: words.words.anchors(.changesColumns))
    for anchor in words.words.anchors(.changesSummary) { structure.classes[anchor] = "summary" }
    structure.folded = words.words.anchors(.changesFolded)
    return structure
  }
}
