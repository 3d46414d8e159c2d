import CCMarkGFM

/// Renders GitHub's Markdown with tables and footnotes to HTML. Raw HTML, strikethrough and automatic links are off.
package struct MarkdownRenderer: Sendable {
  package init() {}

  /// Gives every heading an anchor, and replaces each paragraph that is a lone image by what `figure` returns for its
  /// path and its alternative text (HTML, which is taken as it is); where that is nil, the image stays.
  package func html(
    _ markdown: String,
    figure: (_ path: String, _ alt: String) -> String? = { _, _ in nil }
  ) throws -> RenderedMarkdown {
    let document = try CMarkDocument(markdown)
    let nodes = document.nodes()
    let headings = addAnchors(to: nodes)
    // Chosen before the first is replaced, which frees the nodes inside it; paragraphs do not hold paragraphs.
    let paragraphs = nodes.filter { cmark_node_get_type($0) == CMARK_NODE_PARAGRAPH }
    for paragraph in paragraphs { try placeFigure(at: paragraph, figure) }
    return RenderedMarkdown(html: try document.html(), headings: headings)
  }

  private func addAnchors(to nodes: [CMarkDocument.Node]) -> [RenderedMarkdown.Heading] {
    var slugs = HeadingSlugs()
    var headings: [RenderedMarkdown.Heading] = []
    for node in nodes where cmark_node_get_type(node) == CMARK_NODE_HEADING {
      let title = plainText(of: node)
      let id = slugs.slug(title)
      guard let anchor = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { continue }
      cmark_node_set_on_enter(anchor, "<a id=\"\(UntrustedText.html(id))\"></a>")
      guard cmark_node_prepend_child(node, anchor) == 1 else {
        cmark_node_free(anchor)
        continue
      }
      headings.append(.init(level: Int(cmark_node_get_heading_level(node)), title: title, id: id))
    }
    return headings
  }

  private func placeFigure(
    at paragraph: CMarkDocument.Node,
    _ figure: (_ path: String, _ alt: String) -> String?
  ) throws(MarkdownError) {
    guard cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH,
      let image = cmark_node_first_child(paragraph),
      cmark_node_get_type(image) == CMARK_NODE_IMAGE, cmark_node_next(image) == nil
    else { return }
    let path = cmark_node_get_url(image).map { String(cString: $0) } ?? ""
    guard let html = figure(path, plainText(of: image)) else { return }
    guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { throw .parserFailed }
    cmark_node_set_on_enter(block, html)
    guard cmark_node_replace(paragraph, block) == 1 else {
      cmark_node_free(block)
      throw .figureNotPlaced(path: path)
    }
    cmark_node_free(paragraph)
  }

  /// The letters of a node and its children, without their formatting.
  private func plainText(of node: CMarkDocument.Node) -> String {
    let type = cmark_node_get_type(node)
    if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { return " " }
    if type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE {
      return cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }
    var text = ""
    var child = cmark_node_first_child(node)
    while let current = child {
      text += plainText(of: current)
      child = cmark_node_next(current)
    }
    return text
  }
}
