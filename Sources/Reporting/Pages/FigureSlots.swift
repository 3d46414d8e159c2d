/// Keeps the drawings of a page out of the way while its text is worked on: most of a page's bytes are theirs, and
/// nothing in them is text of the page.
package struct FigureSlots {
  /// What stands in the page in a figure's place, by the path in the Markdown.
  private let figures: [(path: String, html: String)]

  package init(_ figures: [String: String]) {
    self.figures = figures.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Stands for the figure; nil where there is none of that path. A tag that the text of a page cannot hold.
  package func slot(_ path: String) -> String? {
    figures.firstIndex { $0.path == path }.map { "<figure-slot-\($0)>" }
  }

  /// The page with its figures in their slots.
  package func fill(_ html: String) -> String {
    let opening = "<figure-slot-"
    return html.splitBefore("<figure-slot-").map { part in
      guard part.hasPrefix(opening), let end = part.utf8.firstIndex(of: UInt8(ascii: ">")),
        let index = Int(part[part.utf8.index(part.startIndex, offsetBy: opening.utf8.count)..<end]),
        figures.indices.contains(index)
      else { return part }
      return figures[index].html + part[part.utf8.index(after: end)...]
    }.joined()
  }
}
