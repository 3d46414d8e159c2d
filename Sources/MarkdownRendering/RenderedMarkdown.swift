/// HTML made of Markdown, and what a table of contents needs.
package struct RenderedMarkdown: Hashable, Sendable {
  package var html: String
  /// In the order of the text.
  package var headings: [Heading]

  /// A heading of the text.
  package struct Heading: Hashable, Sendable {
    /// 1 to 6.
    package var level: Int
    /// As plain text.
    package var title: String
    /// The anchor in the page, unique there.
    package var id: String

    package init(level: Int, title: String, id: String) {
      self.level = level
      self.title = title
      self.id = id
    }
  }
}

/// Markdown that cannot be rendered.
package enum MarkdownError: Error, Hashable, Sendable {
  /// The parser of cmark-gfm gave no document or no text; seen only when memory runs out.
  case parserFailed
  /// A figure stands for a node that the tree would not let go.
  case figureNotPlaced(path: String)
}
