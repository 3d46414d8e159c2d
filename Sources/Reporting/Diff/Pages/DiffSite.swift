import Charts
import ReleaseDiff
import StaticSite
import StudyModel

/// The pages of a comparison of two releases: a site of its own.
package struct DiffSite {
  private let comparison: WrittenComparison
  private let templates: TemplateLibrary
  private let reports: (old: String?, new: String?)

  /// - Parameter reports: the front pages of either release's own report as the site's front page sees them, where they
  ///   are to be linked.
  package init(
    _ comparison: WrittenComparison,
    templates: TemplateLibrary,
    reports: (old: String?, new: String?) = (nil, nil)
  ) {
    (self.comparison, self.templates, self.reports) = (comparison, templates, reports)
  }

  /// Every page, figure and download, each as soon as it is made. Throws where a template or a word is missing, and what
  /// the sink throws.
  package func write(to sink: SiteFileSink) throws {
    let words = try Wordbook.of(templates)
    try SiteAssets(templates: templates).files().forEach(sink)
    try page(words).write(try layout(words), templates: templates, to: sink)
  }

  /// The page's template with what it is given.
  package func models() throws -> [(template: String, value: TemplateValue)] {
    let page = try page(Wordbook.of(templates))
    return [("pages/changes.md", try page.model(page.book()))]
  }

  private func page(_ words: Wordbook) throws -> ChangesPage {
    let pages = reports.new.map(Self.folder)
    let traits = Set(comparison.value.pairs.filter { $0.new != nil }.map(\.trait))
    return try ChangesPage(
      comparison,
      words: words,
      place: ChangesPage.Place(
        figures: ("figures", "figures/"),
        prefix: "",
        files: ("", ""),
        reports: reports,
        trait: { trait in
          guard let pages, traits.contains(trait) else { return nil }
          return "\(pages)traits/\(trait).html"
        }
      )
    )
  }

  /// `newer/study/` of `newer/study/index.html`.
  private static func folder(_ page: String) -> String {
    page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
  }

  private func layout(_ words: Wordbook) throws -> PageLayout {
    let value = comparison.value
    let reports = [("new_report", reports.new), ("old_report", reports.old)]
    let beside = try reports.compactMap { code, href in
      try href.map { PageLayout.Link(label: try words.text("diff_page", code), path: $0) }
    }
    let own = [
      PageLayout.Link(label: try words.text("diff_page", "title"), path: "index.html"),
      PageLayout.Link(label: try words.text("diff_page", "downloads"), path: "#downloads"),
    ]
    return PageLayout(
      path: "index",
      kind: "changes",
      title: try words.text("diff_page", "title"),
      brand: value.new.title,
      brandHref: "index.html",
      navigation: beside + own,
      banner: value.old.isSimulated || value.new.isSimulated ? "partials/simulated-changes.md" : nil,
      footer: try words.text("diff_page", "footer", ["old": value.old.date, "new": value.new.date])
    )
  }
}
