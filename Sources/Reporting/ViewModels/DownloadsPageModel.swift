import StudyModel

/// What can be downloaded, how it is cited and under which licence.
struct DownloadsPageModel {
  let context: StudyContext
  let tables: StudyTables

  private var design: StudyDesign { context.design }

  func value() throws -> TemplateValue {
    let source = SourceText.text(design.source, context.words)
    return .object([
      "tables": .list(try StudyTables.onSite.map(table)),
      "pair_files": .number(context.source.outlines.count),
      "authors": .text(context.words.list(design.authors)), "title": .text(design.title),
      "date": .text(design.date),
      "source": .optional(source.isEmpty ? nil : source),
      "licence": .optional(design.source.licence),
      "licences": .list(licences),
      "published": .flag(context.header.published != nil),
    ])
  }

  private func table(_ table: SupplementaryTable) throws -> TemplateValue {
    let rows = tables.rowCounts[table, default: 0]
    return .object([
      "file": .text(table.fileName), "href": .text("tables/\(table.fileName)"),
      "title": .text(try context.words.text("table", table.rawValue)), "rows": .number(rows),
      "one": .flag(rows == 1),
    ])
  }

  /// Of the samples, each licence once with the traits that are under it.
  private var licences: [TemplateValue] {
    var order: [String] = []
    var owners: [String: [String]] = [:]
    for trait in design.panel.traits + [design.disease] {
      guard let licence = trait.source.licence else { continue }
      if owners[licence] == nil { order.append(licence) }
      owners[licence, default: []].append(trait.name)
    }
    return order.map { licence in
      .object([
        "name": .text(context.words.list(owners[licence] ?? [], atMost: 6)), "licence": .text(licence),
      ])
    }
  }
}
