import StaticSite
import StudyModel

/// One page: where it stands, what surrounds its text, and how Markdown becomes its HTML.
struct PageLayout {
  struct Link {
    let label: String
    /// From the root of the site.
    let path: String
    /// Beginnings of the paths of pages that belong under the link.
    var covers: [String] = []
  }

  /// From the root of the site, without the extension.
  let path: String
  /// A class of the body element.
  let kind: String
  let title: String
  let brand: String
  /// From the root of the site.
  let brandHref: String
  let navigation: [Link]
  /// The partial that heads the page where its study's figures are none of real people.
  var banner: String?
  let footer: String
  /// The list of all studies; from the root of the site.
  var studies: String?
  /// From the root of the site.
  var provenance: String?
  /// How to read the plots; from the root of the site.
  var reading: String?
  /// How to cite; from the root of the site.
  var citation: String?

  /// The page as HTML and, beside it, as Markdown.
  func files(_ text: PageText, templates: TemplateLibrary) throws -> [SiteFile] {
    let banner = try banner.map { try templates.render($0, .absent) + "\n\n" } ?? ""
    let (tidy, body) = try text.rendered(after: banner)
    let html = try body.filled { try templates.render("layout/page.html", value(body: $0)) }
    return [SiteFile(path: path + ".html", text: html), SiteFile(path: path + ".md", text: tidy)]
  }

  /// What the layout's template is given, but for the text of the page.
  var model: TemplateValue { value(body: "") }

  private func value(body: String) -> TemplateValue {
    .object([
      "title": .text(title == brand ? title : "\(title) · \(brand)"),
      "description": .text(title),
      "root": .text(root),
      "kind": .text(kind),
      "brand": .text(brand),
      "brand_href": .text(root + brandHref),
      "nav": .list(
        navigation.map { link in
          .object([
            "label": .text(link.label), "href": .text(root + link.path),
            "current": .flag(link.path == path + ".html"),
            "covers": .flag(link.covers.contains { path.hasPrefix($0) }),
          ])
        }
      ),
      "body": .text(body),
      "footer": .text(footer),
      "markdown": .text((path.split(separator: "/").last.map(String.init) ?? path) + ".md"),
      "studies": .optional(studies.map { root + $0 }),
      "provenance": .optional(provenance.map { root + $0 }),
      "reading": .optional(reading.map { root + $0 }),
      "citation": .optional(citation.map { root + $0 }),
      "version": .text(ToolVersion.current),
    ])
  }

  private var root: String {
    String(repeating: "../", count: path.filter { $0 == "/" }.count)
  }
}
