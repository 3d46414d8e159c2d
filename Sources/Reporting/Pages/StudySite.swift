import ReleaseFormat
import StaticSite
import StudyModel

/// Takes the files of a site as they are made, so that a large site never lies in memory as a whole.
package typealias SiteFileSink = (SiteFile) throws -> Void

/// The whole site of one or more releases: a pure function of their bytes, the templates and the choice of traits.
package struct StudySite {
  private let releases: [ReportSource]
  private let templates: TemplateLibrary
  private let traits: [TraitID]?
  /// Of the study with older releases of it.
  private let since: [StudyID: WrittenComparison]

  /// - Parameters:
  ///   - traits: the panel traits that get a page; nil shows all of every study.
  ///   - since: comparisons of older releases with these, at most one a study: its pages then tell what changed.
  package init(
    _ releases: [ReportSource],
    templates: TemplateLibrary,
    traits: [TraitID]? = nil,
    since: [WrittenComparison] = []
  ) {
    self.releases = releases.sorted { $0.design.id < $1.design.id }
    self.templates = templates
    self.traits = traits
    self.since = Dictionary(since.map { ($0.value.new.study, $0) }) { first, _ in first }
  }

  /// Every page, figure and download, each as soon as it is made; long tables come in parts. Throws where a template or a word is missing, two
  /// releases are of one study, or a trait is in none of them; and what the sink throws.
  package func write(to sink: SiteFileSink) throws {
    try checkIdentities()
    let studies = try studies()
    try SiteAssets(templates: templates).files().forEach(sink)
    try libraryPage(studies).forEach(sink)
    for study in studies { try pages(study).write(to: sink) }
  }

  /// All files in memory.
  package func build() throws -> Site {
    var parts: [SiteFile] = []
    try write { parts.append($0) }
    return Site(parts: parts)
  }

  /// Every page's template with what it is given, so that the two can be held against each other.
  package func models() throws -> [(template: String, value: TemplateValue)] {
    let studies = try studies()
    let library = LibraryPageModel(
      studies: studies,
      leftOut: leftOut,
      title: "",
      words: try Wordbook.of(templates)
    )
    return try [("pages/library.md", try library.value(render: templates.render))]
      + studies.flatMap { try pages($0).models() }
  }

  private func pages(_ context: StudyContext) throws -> StudyPages {
    try StudyPages(
      context: context,
      templates: templates,
      comparison: since[context.design.id]
    )
  }

  /// Those that hold any of the traits that were asked for.
  private func studies() throws -> [StudyContext] {
    let words = try Wordbook.of(templates)
    try checkTraits()
    return releases.filter(holdsChosenTraits).map {
      StudyContext(source: $0, words: words, only: traits.map(Set.init))
    }
  }

  private func holdsChosenTraits(_ release: ReportSource) -> Bool {
    guard let traits else { return true }
    return release.design.panel.traits.contains { traits.contains($0.id) }
  }

  private var leftOut: [String] {
    releases.filter { !holdsChosenTraits($0) }.map(\.design.title)
  }

  private func checkTraits() throws {
    let known = Set(releases.flatMap { $0.design.panel.traits.map(\.id) })
    for trait in traits ?? [] where !known.contains(trait) {
      throw ReportingError.unknownTrait(trait.rawValue)
    }
  }

  private func checkIdentities() throws {
    var seen: Set<String> = []
    for release in releases {
      let id = release.design.id.rawValue
      guard seen.insert(id.lowercased()).inserted else { throw ReportingError.releasesShareAnID(id) }
    }
  }

  private func libraryPage(_ contexts: [StudyContext]) throws -> [SiteFile] {
    let words = try Wordbook.of(templates)
    let title =
      contexts.count == 1 ? contexts[0].design.title : try words.text("page_title", "library")
    let model = LibraryPageModel(studies: contexts, leftOut: leftOut, title: title, words: words)
    let markdown = try templates.render("pages/library.md", try model.value(render: templates.render))
    let page = PageLayout(
      path: "index",
      kind: "library",
      title: title,
      brand: try words.text("brand", "library"),
      brandHref: "index.html",
      navigation: contexts.map {
        PageLayout.Link(label: $0.design.title, path: "\($0.design.id)/index.html")
      },
      banner: contexts.allSatisfy { $0.header.truth != nil } ? "partials/simulated.md" : nil,
      footer: try words.text("footer", "library")
    )
    return try page.files(PageText(markdown: markdown), templates: templates)
  }
}
