import Charts
import ReleaseFormat
import StaticSite
import StudyModel

/// The whole site of one or more releases: a pure function of their bytes and the templates.
package struct StudySite {
  private let releases: [LoadedRelease]
  private let templates: TemplateLibrary

  package init(releases: [LoadedRelease], templates: TemplateLibrary) {
    self.releases = releases.sorted { $0.release.header.design.id < $1.release.header.design.id }
    self.templates = templates
  }

  /// Lays out every page, figure and download; throws where a template or a word is missing, or where two releases
  /// are of one study.
  package func build() throws -> Site {
    let words = try Wordbook(tsv: text(of: "words.tsv"))
    try checkIdentities()
    let contexts = releases.map { StudyContext(release: $0.release, words: words) }
    var files = try assets()
    files += try libraryPage(contexts)
    for (context, loaded) in zip(contexts, releases) {
      files += try StudyPages(context: context, loaded: loaded, templates: templates).files()
    }
    return Site(files: files)
  }

  /// Every page's template with what it is given, so that the two can be held against each other.
  package func models() throws -> [(template: String, value: TemplateValue)] {
    let words = try Wordbook(tsv: text(of: "words.tsv"))
    let contexts = releases.map { StudyContext(release: $0.release, words: words) }
    let library = try LibraryPageModel(studies: contexts, title: "").value(render: templates.render)
    return try [("pages/library.md", library)]
      + zip(contexts, releases).flatMap { context, loaded in
        try StudyPages(context: context, loaded: loaded, templates: templates).models()
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
    return [
      SiteFile(path: "assets/site.css", text: style),
      SiteFile(path: "assets/site.js", text: try text(of: "site.js")),
    ]
  }

  private func text(of asset: String) throws -> String {
    guard let bytes = templates.asset(asset) else { throw ReportingError.missingAsset(asset) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func libraryPage(_ contexts: [StudyContext]) throws -> [SiteFile] {
    let title = contexts.count == 1 ? contexts[0].design.title : "Mendelian randomization studies"
    let model = LibraryPageModel(studies: contexts, title: title)
    let markdown = try templates.render("pages/library.md", try model.value(render: templates.render))
    let page = PageLayout(
      path: "index",
      kind: "library",
      title: title,
      brand: "Mendelian randomization reports",
      brandHref: "index.html",
      navigation: contexts.map {
        PageLayout.Link(label: $0.design.title, path: "\($0.design.id)/index.html")
      },
      footer: "Figures and sources: each study’s provenance page."
    )
    return try page.files(markdown: markdown, figures: [:], structure: PageStructure(), templates: templates)
  }
}
