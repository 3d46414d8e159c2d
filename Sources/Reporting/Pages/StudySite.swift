import Charts
import ReleaseFormat
import StaticSite
import StudyModel

/// Takes the files of a site as they are made, so that a large site never lies in memory as a whole.
package typealias SiteFileSink = (SiteFile) throws -> Void

/// The whole site of one or more releases: a pure function of their bytes, the templates and the choice of traits.
package struct StudySite {
  private let releases: [LoadedRelease]
  private let templates: TemplateLibrary
  private let traits: [TraitID]?

  /// - Parameter traits: the panel traits that get a page; nil shows all of every study.
  package init(releases: [LoadedRelease], templates: TemplateLibrary, traits: [TraitID]? = nil) {
    self.releases = releases.sorted { $0.release.header.design.id < $1.release.header.design.id }
    self.templates = templates
    self.traits = traits
  }

  /// Every page, figure and download, each as soon as it is made. Throws where a template or a word is missing, two
  /// releases are of one study, or a trait is in none of them; and what the sink throws.
  package func write(to sink: SiteFileSink) throws {
    try checkIdentities()
    let studies = try studies()
    try assets().forEach(sink)
    try libraryPage(studies.map(\.context)).forEach(sink)
    for study in studies {
      try StudyPages(context: study.context, loaded: study.loaded, templates: templates).write(to: sink)
    }
  }

  /// All files in memory.
  package func build() throws -> Site {
    var files: [SiteFile] = []
    try write { files.append($0) }
    return Site(files: files)
  }

  /// Every page's template with what it is given, so that the two can be held against each other.
  package func models() throws -> [(template: String, value: TemplateValue)] {
    let studies = try studies()
    let library = LibraryPageModel(studies: studies.map(\.context), leftOut: leftOut, title: "")
    return try [("pages/library.md", try library.value(render: templates.render))]
      + studies.flatMap { study in
        try StudyPages(context: study.context, loaded: study.loaded, templates: templates).models()
      }
  }

  /// Those that hold any of the traits that were asked for.
  private func studies() throws -> [(context: StudyContext, loaded: LoadedRelease)] {
    let words = try Wordbook(tsv: text(of: "words.tsv"))
    try checkTraits()
    return releases.filter(holdsChosenTraits).map { loaded in
      (StudyContext(release: loaded.release, words: words, only: traits.map(Set.init)), loaded)
    }
  }

  private func holdsChosenTraits(_ loaded: LoadedRelease) -> Bool {
    guard let traits else { return true }
    return loaded.release.header.design.panel.traits.contains { traits.contains($0.id) }
  }

  private var leftOut: [String] {
    releases.filter { !holdsChosenTraits($0) }.map(\.release.header.design.title)
  }

  private func checkTraits() throws {
    let known = Set(releases.flatMap { $0.release.header.design.panel.traits.map(\.id) })
    for trait in traits ?? [] where !known.contains(trait) {
      throw ReportingError.unknownTrait(trait.rawValue)
    }
  }

  private func checkIdentities() throws {
    var seen: Set<String> = []
    for release in releases {
      let id = release.release.header.design.id.rawValue
      guard seen.insert(id.lowercased()).inserted else { throw ReportingError.releasesShareAnID(id) }
    }
  }

  private func assets() throws -> [SiteFile] {
    let style =
      try text(of: "site.css") + "\n/* The marks of the figures */\n\n" + ChartStyle.rules
      + "\n@media (forced-colors: active) {\n:root {\(ChartStyle.forcedProperties)}\n}\n"
    let further = templates.assetNames.filter { !["site.css", "words.tsv"].contains($0) }
    return [SiteFile(path: "assets/site.css", text: style)]
      + further.compactMap { name in
        templates.asset(name).map { SiteFile(path: "assets/\(name)", bytes: $0) }
      }
  }

  private func text(of asset: String) throws -> String {
    guard let bytes = templates.asset(asset) else { throw ReportingError.missingAsset(asset) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func libraryPage(_ contexts: [StudyContext]) throws -> [SiteFile] {
    let words = try Wordbook(tsv: text(of: "words.tsv"))
    let title =
      contexts.count == 1 ? contexts[0].design.title : try words.text("page_title", "library")
    let model = LibraryPageModel(studies: contexts, leftOut: leftOut, title: title)
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
