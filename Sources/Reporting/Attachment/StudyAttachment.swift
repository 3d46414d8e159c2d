import Charts
import ReleaseFormat
import StudyModel

/// What a manuscript's supplement is made of, as a function of a release: the report in one file, the tables, the figures
/// and the texts.
package struct StudyAttachment {
  private let pages: StudyPages
  private let tableFacts: StudyTables
  private let templates: TemplateLibrary

  /// - Parameter traits: the panel traits that are shown; nil shows all. Counts and families are always the whole
  ///   study's.
  /// - Throws: where a template or a word is missing, or the release has no trait of an id.
  package init(_ source: ReportSource, templates: TemplateLibrary, traits: [TraitID]? = nil) throws {
    let known = Set(source.design.panel.traits.map(\.id))
    for trait in traits ?? [] where !known.contains(trait) {
      throw ReportingError.unknownTrait(trait.rawValue)
    }
    let words = try Wordbook.of(templates)
    let context = StudyContext(source: source, words: words, only: traits.map(Set.init))
    pages = try StudyPages(context: context, templates: templates)
    tableFacts = try pages.tables { _ in }
    self.templates = templates
  }

  private var context: StudyContext { pages.context }

  /// For the properties of files: title, authors, and the date that the study gives itself.
  package var design: StudyDesign { context.design }

  // MARK: Tables

  /// S1 to S8, in their order; those without a row are there, and say that they have none.
  package func tables() throws -> [SupplementarySheet] {
    let tables = SupplementaryTable.numbered
    var rows = tables.map { $0.rows(of: context) }
    // Each pair is read once for all of its tables.
    for report in context.directions.flatMap(context.shownPairs) {
      let pair = try context.details(report)
      for (index, table) in tables.enumerated() { rows[index] += table.rows(of: pair) }
    }
    return try tables.enumerated().map { index, table in
      SupplementarySheet(
        number: "S\(index + 1)",
        title: try context.words.text("table", table.rawValue),
        columns: try table.columns.map { column in
          SupplementarySheet.Column(
            header: try context.words.text("column", column.name),
            note: context.words.has("column_note", column.name)
              ? try context.words.text("column_note", column.name) : "",
            format: column.format
          )
        },
        rows: rows[index].map { $0.map(SupplementarySheet.Cell.init) }
      )
    }
  }

  /// A sentence of the workbook, from the book of words.
  package func words(_ code: String, _ values: [String: String] = [:]) throws -> String {
    try context.words.text("attachment", code, values)
  }

  // MARK: Figures

  /// Every figure of the front page and of the traits' pages, each with the name of its files.
  package func figures() throws -> [(name: String, figure: ReportFigure)] {
    let front = try PanelFigures(context: context).figures().map { ($0.id, $0) }
    let traits = try context.shownTraits.flatMap { trait in
      try context.details(of: trait.id).flatMap { try PairFigures(pair: $0).figures() }.map {
        ("\(trait.id).\($0.id)", $0)
      }
    }
    return front + traits
  }

  // MARK: Texts

  /// Markdown that reads well by itself: links to pages that are not beside it are plain text.
  package func markdown(_ page: String) throws -> String {
    guard let plain = try pages.plainPages(tableFacts).first(where: { $0.name == page }) else {
      throw ReportingError.missingAsset("pages/\(page).md")
    }
    return MarkdownLinks.withoutLocal(try pages.plainText(plain).rendered().markdown)
  }

  // MARK: The report

  /// The report as one file of HTML without scripts: it loads nothing, and its policy allows nothing to be loaded.
  package func report() throws -> String {
    let front = try pages.frontBook()
    var parts = [Part(path: "index", title: context.design.title, text: try pages.frontText(front))]
    for trait in context.shownTraits {
      let pairs = try context.details(of: trait.id)
      let text = try pages.traitText(trait, pairs, try pages.traitBook(trait, pairs))
      parts.append(Part(path: "traits/\(trait.id)", title: trait.name, text: text))
    }
    for page in try pages.plainPages(tableFacts) where Self.chapters.contains(page.template) {
      let title = try context.words.text("page_title", page.template)
      parts.append(Part(path: page.name, title: title, text: try pages.plainText(page)))
    }
    return try document(parts)
  }

  private struct Part {
    let path: String
    let title: String
    let text: PageText
  }

  /// The pages of text that the report has, in the order of the site.
  private static let chapters: Set<String> = [
    "instruments", "methods", "multiplicity", "strobe-mr", "provenance", "published", "reading",
  ]

  private func document(_ parts: [Part]) throws -> String {
    let links = OneFileLinks(pages: Set(parts.map(\.path)))
    let articles = try parts.map { part in
      let html = try part.text.rendered().body.filled { $0 }
      let name = part.path.split(separator: "/").first.map(String.init) ?? part.path
      return "<article id=\"\(OneFileLinks.anchor(part.path))\" class=\"part \(name)\">\n"
        + links.moved(html, from: part.path) + "</article>\n"
    }
    let style = try ReportStyle(templates: templates).text(
      title: context.design.title,
      date: context.design.date
    )
    return try templates.render(
      "attachment/report.html",
      .object([
        "title": .text(context.design.title),
        "style": .text(style),
        "style_hash": .text(ReportStyle.hash(style)),
        "cover": .text(try cover(parts)),
        "body": .text(articles.joined()),
      ])
    )
  }

  private func cover(_ parts: [Part]) throws -> String {
    let design = context.design
    let source = SourceText.text(design.source, context.words)
    let value = TemplateValue.object([
      "title": .text(design.title), "question": .text(design.question), "date": .text(design.date),
      "authors": .text(context.words.list(design.authors)),
      "source": .optional(source.isEmpty ? nil : source),
      "simulated": .optional(context.header.truth?.name),
      "method": .text(context.methodName(design.settings.primaryMethod)),
      "panel": .text(design.panel.name), "disease": .text(design.disease.nameInText),
      "both": .flag(context.directions.count > 1),
      "traits": .number(design.panel.traits.count),
      "one_trait": .flag(design.panel.traits.count == 1),
      "subset": context.isSubset
        ? .object(["shown": .text(context.words.list(context.shownTraits.map(\.name)))]) : .absent,
      "directions": .list(
        try context.directions.map { try FamilyVerdictModel(context: context, direction: $0).value() }
      ),
      "parts": .list(
        parts.map {
          .object(["title": .text($0.title), "href": .text("#" + OneFileLinks.anchor($0.path))])
        }
      ),
    ])
    let markdown = try templates.render("attachment/cover.md", value)
    return try PageText(markdown: markdown).rendered().body.filled { $0 }
  }
}
