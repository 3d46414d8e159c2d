import MarkdownRendering
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
  /// From the root of the site.
  var provenance: String?

  /// The page as HTML and, beside it, as Markdown.
  func files(
    markdown: String,
    figures: [String: String],
    structure: PageStructure,
    templates: TemplateLibrary
  ) throws -> [SiteFile] {
    let banner = try banner.map { try templates.render($0, .absent) + "\n\n" } ?? ""
    let tidy = Self.tidy(banner + markdown)
    let slots = FigureSlots(figures)
    let rendered = try MarkdownRenderer().html(tidy) { path, _ in slots.slot(path) }
    let body = structure.apply(to: NonBreakingSpaces.set(in: rendered.html))
    let html = slots.fill(try templates.render("layout/page.html", value(body: body)))
    return [SiteFile(path: path + ".html", text: html), SiteFile(path: path + ".md", text: tidy)]
  }

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
      "provenance": .optional(provenance.map { root + $0 }),
      "version": .text(ToolVersion.current),
    ])
  }

  private var root: String {
    String(repeating: "../", count: path.filter { $0 == "/" }.count)
  }

  /// Templates leave blank lines and spaces where a section was empty; one is enough, and none at a line's ends.
  private static func tidy(_ markdown: String) -> String {
    var lines: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ").joined(separator: " ")
      if words.isEmpty, lines.last?.isEmpty ?? true { continue }
      lines.append(words)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
