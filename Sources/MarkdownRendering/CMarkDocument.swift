import CCMarkGFM

/// A parsed document of cmark-gfm; frees its whole tree when it goes.
final class CMarkDocument {
  typealias Node = OpaquePointer

  let root: Node
  private let parser: OpaquePointer

  /// Bad UTF-8 cannot arrive in a String; the option stays on because cmark also replaces U+0000 there. Raw HTML
  /// and links to scripts are off, which is cmark's default.
  static let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES

  /// Throws `MarkdownError.parserFailed`.
  init(_ markdown: String) throws(MarkdownError) {
    _ = Self.registration
    guard let parser = cmark_parser_new(Self.options) else { throw .parserFailed }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var text = markdown
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else {
      cmark_parser_free(parser)
      throw .parserFailed
    }
    self.parser = parser
    self.root = root
  }

  deinit {
    cmark_node_free(root)
    cmark_parser_free(parser)
  }

  /// Every node, parents before children. Collected before anything is changed, because an iterator does not survive
  /// changes of the tree.
  func nodes() -> [Node] {
    guard let iterator = cmark_iter_new(root) else { return [] }
    defer { cmark_iter_free(iterator) }
    var nodes: [Node] = []
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER: if let node = cmark_iter_get_node(iterator) { nodes.append(node) }
      case CMARK_EVENT_DONE: return nodes
      default: break
      }
    }
  }

  /// Throws `MarkdownError.parserFailed`.
  func html() throws(MarkdownError) -> String {
    let extensions = cmark_parser_get_syntax_extensions(parser)
    guard let html = cmark_render_html(root, Self.options, extensions) else { throw .parserFailed }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }

  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()
}
