/// Links of our own Markdown.
enum MarkdownLinks {
  /// The text with links that lead to other files replaced by their words; links to the web and to headings stay.
  static func withoutLocal(_ markdown: String) -> String {
    var result = ""
    var rest = markdown[...]
    while let middle = rest.firstRange(of: "](") {
      guard let end = rest[middle.upperBound...].firstIndex(of: ")"),
        let open = rest[..<middle.lowerBound].lastIndex(of: "[")
      else { break }
      let target = rest[middle.upperBound..<end]
      let isKept = target.hasPrefix("http") || target.hasPrefix("#") || isImage(rest, open)
      result += isKept ? rest[...end] : rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func isImage(_ text: Substring, _ open: Substring.Index) -> Bool {
    open > text.startIndex && text[text.index(before: open)] == "!"
  }
}
