import Foundation

/// Gives flat HTML from Markdown the structure that the stylesheet works with: a section a heading, a column a
/// subheading, and tables that fold and stack.
///
/// Works on the bytes that our own renderer writes, not on anybody's HTML.
struct PageStructure {
  /// Slugs of second-level headings (or their beginnings) whose subsections stand side by side.
  var columns: [String] = []
  /// Slugs whose section holds verdicts.
  var verdicts: [String] = []
  /// The end of the slugs of third-level headings whose list shows a flow.
  var flow = "from-candidates-to-instruments"
  /// Rows after which a table folds where scripts run.
  var foldAfter = 12

  /// Wraps the body of a page.
  func apply(to html: String) -> String {
    let parts = flows(html).splitBefore("<h2")
    guard let first = parts.first else { return html }
    let head = first.hasPrefix("<h2") ? section(first) : tables(first)
    return head + parts.dropFirst().map(section).joined()
  }

  private func section(_ html: String) -> String {
    let slug = html.firstIdentifier ?? ""
    let isVerdicts = verdicts.contains(slug)
    let hasColumns = isVerdicts || columns.contains { slug.hasPrefix($0) || slug.hasSuffix($0) }
    guard hasColumns else { return "<section>\n\(tables(html))</section>\n" }
    let parts = tables(html).splitBefore("<h3")
    let columns = parts.dropFirst().map { "<div>\n\($0)</div>\n" }.joined()
    let name = isVerdicts ? "columns verdicts" : "columns"
    return "<section class=\"\(name)\">\n\(parts.first ?? "")\(columns)</section>\n"
  }

  /// The list under a heading of the flow is drawn as boxes.
  private func flows(_ html: String) -> String {
    html.splitBefore("<h3").map { part in
      guard let slug = part.firstIdentifier, slug.hasSuffix(flow), let list = part.range(of: "<ul>") else {
        return part
      }
      return part.replacingCharacters(in: list, with: "<ul class=\"flow\">")
    }.joined()
  }

  // MARK: Tables

  private func tables(_ html: String) -> String {
    html.splitBefore("<table").map { part in
      guard part.hasPrefix("<table"), let end = part.range(of: "</table>") else { return part }
      return table(String(part[..<end.upperBound])) + part[end.upperBound...]
    }.joined()
  }

  private func table(_ html: String) -> String {
    let rows = html.splitBefore("<tr>")
    let heads = html.splitBefore("<th").filter { $0.hasPrefix("<th>") || $0.hasPrefix("<th ") }.map(
      \.cellText
    )
    let body = rows.enumerated().map { index, row in index < 2 ? row : label(row, heads) }.joined()
    let count = rows.count - 2
    let fold = count > foldAfter + 3 ? " data-fold=\"\(foldAfter)\"" : ""
    let stack = heads.count > 3 ? " stack" : ""
    return "<div class=\"table\(stack)\"\(fold)>\n\(body)\n</div>"
  }

  /// Each cell carries its column's name for narrow screens; a row with the warning sign is marked.
  private func label(_ row: String, _ heads: [String]) -> String {
    var column = -1
    var labelled = row.splitBefore("<td").map { cell -> String in
      guard cell.hasPrefix("<td") else { return cell }
      column += 1
      guard column > 0, heads.indices.contains(column) else { return cell }
      return "<td data-label=\"\(heads[column])\"" + cell.dropFirst(3)
    }.joined()
    guard labelled.contains(Self.warning) else { return labelled }
    labelled = labelled.replacing(Self.warning, with: Self.cautionIcon)
    return "<tr class=\"marked\">" + labelled.dropFirst("<tr>".count)
  }

  private static let warning = "⚠"
  private static let cautionIcon =
    "<svg class=\"icon-caution\" viewBox=\"0 0 14 13\" aria-hidden=\"true\"><path class=\"ch-f-orange\" "
    + "d=\"M7 0.5 13.5 12.5H0.5Z\"/><path class=\"ch-f-none ch-s-ink\" d=\"M7 4.4V8.2M7 9.7V11\" stroke-width=\"1.5\"/></svg>"
}

extension String {
  /// The pieces that begin with the marker, and what stands before the first.
  fileprivate func splitBefore(_ marker: String) -> [String] {
    var pieces: [String] = []
    var start = startIndex
    var search = startIndex
    while let found = self[search...].range(of: marker) {
      if found.lowerBound > start { pieces.append(String(self[start..<found.lowerBound])) }
      start = found.lowerBound
      search = found.upperBound
    }
    pieces.append(String(self[start...]))
    return pieces
  }

  /// The value of the first `id` attribute.
  fileprivate var firstIdentifier: String? {
    guard let open = range(of: "id=\""), let close = self[open.upperBound...].firstIndex(of: "\"") else {
      return nil
    }
    return String(self[open.upperBound..<close])
  }

  /// The text of a head cell without its inner tags.
  fileprivate var cellText: String {
    guard let open = firstIndex(of: ">"), let close = range(of: "</th>") else { return "" }
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
