/// Gives flat HTML from Markdown the structure that the stylesheet works with: a section a heading, a column a
/// subheading, and tables that fold and stack.
///
/// Works on the bytes that our own renderer writes, not on anybody's HTML.
package struct PageStructure {
  /// Slugs of second-level headings (or their beginnings) whose subsections stand side by side.
  package var columns: [String] = []
  /// Slugs whose section holds verdicts.
  package var verdicts: [String] = []
  /// The slugs of sections whose tables are laid out in a way of their own, and the class that does it.
  package var classes: [String: String] = [:]
  /// The beginning of the slug of the section whose table can be sorted and filtered.
  package var filterable: String?
  /// The codes of that table's columns by their heads; the script knows columns by these and by no words.
  package var columnCodes: [String: String] = [:]
  /// Beginnings of the slugs of third-level headings whose part of the page is folded away beneath them.
  package var folded: [String] = []
  /// Rows after which a table folds where scripts run.
  package var foldAfter = 12

  package init(
    columns: [String] = [],
    verdicts: [String] = [],
    filterable: String? = nil,
    columnCodes: [String: String] = [:],
    foldAfter: Int = 12
  ) {
    self.columns = columns
    self.verdicts = verdicts
    self.filterable = filterable
    self.columnCodes = columnCodes
    self.foldAfter = foldAfter
  }

  /// Wraps the body of a page.
  package func apply(to html: String) -> String {
    let parts = html.splitBefore("<h2")
    guard let first = parts.first else { return html }
    let head = first.hasPrefix("<h2") ? section(first) : tables(first)
    return CheckIcons.drawn(in: head + parts.dropFirst().map(section).joined())
  }

  private func section(_ html: String) -> String {
    let slug = html.firstIdentifier ?? ""
    let isVerdicts = verdicts.contains(slug)
    let hasColumns = isVerdicts || columns.contains { slug.hasPrefix($0) || slug.hasSuffix($0) }
    let filter = filterable.map(slug.hasPrefix) ?? false
    let opening = classes[slug].map { "<section class=\"\($0)\">" } ?? "<section>"
    guard hasColumns else {
      return "\(opening)\n\(folds(tables(html, isFilterable: filter)))</section>\n"
    }
    let parts = tables(html).splitBefore("<h3")
    let columns = parts.dropFirst().map { "<div>\n\($0)</div>\n" }.joined()
    let holdsTables = parts.dropFirst().contains { $0.firstBytes("<table") != nil }
    let name = isVerdicts ? "columns verdicts" : holdsTables ? "columns with-tables" : "columns"
    return "<section class=\"\(name)\">\n\(parts.first ?? "")\(columns)</section>\n"
  }

  /// What stands under a heading that folds, up to the next one, opens and closes with it.
  private func folds(_ html: String) -> String {
    guard !folded.isEmpty else { return html }
    return html.splitBefore("<h3").map { part in
      guard part.hasPrefix("<h3"), let slug = part.firstIdentifier, folded.contains(where: slug.hasPrefix),
        let end = part.firstBytes("</h3>")
      else { return part }
      let heading = part[..<end.upperBound]
      return "<details>\n<summary>\(heading)</summary>\n\(part[end.upperBound...])</details>\n"
    }.joined()
  }

  // MARK: Tables

  private func tables(_ html: String, isFilterable: Bool = false) -> String {
    html.splitBefore("<table").map { part in
      guard part.hasPrefix("<table"), let end = part.firstBytes("</table>") else { return part }
      return table(String(part[..<end.upperBound]), isFilterable) + part[end.upperBound...]
    }.joined()
  }

  private func table(_ html: String, _ isFilterable: Bool) -> String {
    let rows = html.splitBefore("<tr>")
    let heads = html.splitBefore("<th").filter { $0.hasPrefix("<th>") || $0.hasPrefix("<th ") }.map(
      \.cellText
    )
    let codes = heads.map { isFilterable ? columnCodes[$0] : nil }
    let body = rows.enumerated().map { index, row in
      index < 2 ? head(row, codes) : label(row, heads, codes)
    }.joined()
    let count = rows.count - 2
    let fold = count > foldAfter + 3 ? " data-fold=\"\(foldAfter)\"" : ""
    let stack = heads.count > 3 ? " stack" : ""
    let filter = isFilterable ? " data-filter" : ""
    return "<div class=\"table\(stack)\"\(fold)\(filter)>\n\(Self.aligned(body))\n</div>"
  }

  /// The attribute that Markdown's tables align their columns by is no HTML any more.
  private static func aligned(_ html: String) -> String {
    guard html.firstBytes(" align=\"") != nil else { return html }
    return html.replacing(" align=\"right\"", with: " class=\"num\"")
      .replacing(" align=\"center\"", with: " class=\"mid\"")
      .replacing(" align=\"left\"", with: "")
  }

  /// Heads say what they head; those of a filterable table carry the code of their column.
  private func head(_ row: String, _ codes: [String?]) -> String {
    var column = -1
    return row.splitBefore("<th").map { cell -> String in
      guard cell.hasPrefix("<th>") || cell.hasPrefix("<th ") else { return cell }
      column += 1
      return "<th scope=\"col\"\(Self.code(codes, column))" + cell.dropFirst("<th".count)
    }.joined()
  }

  private static func code(_ codes: [String?], _ column: Int) -> String {
    guard codes.indices.contains(column), let code = codes[column] else { return "" }
    return " data-column=\"\(code)\""
  }

  /// Each cell carries its column's name for narrow screens; a row with the warning sign is marked.
  private func label(_ row: String, _ heads: [String], _ codes: [String?]) -> String {
    var column = -1
    var labelled = row.splitBefore("<td").map { cell -> String in
      guard cell.hasPrefix("<td") else { return cell }
      column += 1
      let code = Self.code(codes, column)
      guard column > 0, heads.indices.contains(column) else { return "<td\(code)" + cell.dropFirst(3) }
      return "<td\(code) data-label=\"\(heads[column])\"" + cell.dropFirst(3)
    }.joined()
    guard labelled.firstBytes(Self.warning) != nil else { return labelled }
    labelled = labelled.replacing(Self.warning.description, with: Self.cautionIcon)
    return "<tr class=\"marked\">" + labelled.dropFirst("<tr>".count)
  }

  private static let warning: StaticString = "⚠"
  private static let cautionIcon =
    "<svg class=\"icon-caution\" viewBox=\"0 0 14 13\" aria-hidden=\"true\"><path class=\"ch-f-orange\" "
    + "d=\"M7 0.5 13.5 12.5H0.5Z\"/><path class=\"ch-f-none ch-s-ink\" d=\"M7 4.4V8.2M7 9.7V11\" stroke-width=\"1.5\"/></svg>"
}

extension String {
  /// The value of the first `id` attribute.
  fileprivate var firstIdentifier: String? {
    guard let open = firstBytes("id=\"") else { return nil }
    let value = utf8[open.upperBound...]
    return value.firstIndex(of: UInt8(ascii: "\"")).map { String(self[open.upperBound..<$0]) }
  }

  /// The text of a head cell without its inner tags.
  fileprivate var cellText: String {
    guard let open = firstIndex(of: ">"), let close = firstBytes("</th>") else { return "" }
    var text = ""
    var isInTag = false
    for character in self[index(after: open)..<close.lowerBound] {
      if character == "<" { isInTag = true }
      if !isInTag { text.append(character) }
      if character == ">" { isInTag = false }
    }
    return text.replacing("\"", with: "&quot;")
  }
}
