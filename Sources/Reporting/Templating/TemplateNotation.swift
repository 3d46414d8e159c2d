import MarkdownRendering
import Mustache

/// The notation that a template is written in, by its extension; it decides how values are escaped.
///
/// The pragma is put before every template and every partial, because Mustache escapes a partial as HTML
/// whatever surrounds it.
enum TemplateNotation: String, CaseIterable {
  case markdown = "md"
  case page = "html"
  case xml
  /// For a terminal: as it is.
  case text = "txt"

  /// Nil for an asset, which is copied as it is.
  init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    self.init(rawValue: String(path[path.index(after: dot)...]))
  }

  /// Throws Mustache's own error.
  func parse(_ text: String) throws -> MustacheTemplate {
    _ = Self.registration
    return try MustacheTemplate(string: "{{% CONTENT_TYPE: \(contentTypeName)}}\n" + text)
  }

  private var contentTypeName: String {
    switch self {
    case .markdown: "MRREPORT-MARKDOWN"
    case .page: "MRREPORT-PAGE"
    case .xml: "MRREPORT-XML"
    case .text: "MRREPORT-TEXT"
    }
  }

  private static let registration: Void = {
    MustacheContentTypes.register(MarkdownContent(), named: Self.markdown.contentTypeName)
    MustacheContentTypes.register(PageContent(), named: Self.page.contentTypeName)
    MustacheContentTypes.register(XMLContent(), named: Self.xml.contentTypeName)
    MustacheContentTypes.register(PlainContent(), named: Self.text.contentTypeName)
  }()
}

private struct MarkdownContent: MustacheContentType {
  func escapeText(_ text: String) -> String { MarkdownEscaper.tableCell(text) }
}

private struct PageContent: MustacheContentType {
  func escapeText(_ text: String) -> String { UntrustedText.html(text) }
}

private struct XMLContent: MustacheContentType {
  func escapeText(_ text: String) -> String { UntrustedText.html(text) }
}

/// What a terminal would take for a command is made visible where the text is printed.
private struct PlainContent: MustacheContentType {
  func escapeText(_ text: String) -> String { text }
}
