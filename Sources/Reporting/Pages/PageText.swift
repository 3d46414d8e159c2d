import MarkdownRendering

/// The text of a page before anything surrounds it: Markdown, the drawings that stand in it, and its structure.
struct PageText {
  var markdown: String
  /// The drawings by the path that stands for them in the Markdown.
  var figures: [String: String] = [:]
  var structure = PageStructure()

  /// HTML in which slots stand for the figures, so that what works on its bytes does not go through theirs.
  struct Body {
    let html: String
    fileprivate let slots: FigureSlots

    /// What `surround` makes of the HTML, with the figures in their places.
    func filled(_ surround: (String) throws -> String) rethrows -> String {
      slots.fill(try surround(html))
    }
  }

  /// - Parameter banner: Markdown that stands before the text.
  func rendered(after banner: String = "") throws -> (markdown: String, body: Body) {
    let tidy = Self.tidy(banner + markdown)
    let slots = FigureSlots(figures)
    let rendered = try MarkdownRenderer().html(tidy) { path, _ in slots.slot(path) }
    return (tidy, Body(html: structure.apply(to: NonBreakingSpaces.set(in: rendered.html)), slots: slots))
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
