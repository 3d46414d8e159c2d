/// Brings the pages of a site into one file: every id gets the page's name before it, links to pages that are in the
/// file become links within it, and links to files that are not there become plain text.
///
/// Works on the bytes that our own renderers write, not on anybody's HTML.
struct OneFileLinks {
  /// Paths of the pages that the file has, below the study's folder and without the extension.
  let pages: Set<String>

  /// The id of a page's place in the file.
  static func anchor(_ page: String) -> String { page.replacing("/", with: "-") }

  private static let references: Set<Substring> = ["aria-labelledby", "aria-describedby"]

  /// The page's HTML as a part of the file.
  func moved(_ html: String, from page: String) -> String {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    var result = ""
    result.reserveCapacity(html.utf8.count + 4096)
    var rest = html[...]
    while let open = rest.firstRange(of: "=\"") {
      let value = rest[open.upperBound...]
      guard let end = value.firstIndex(of: "\"") else { break }
      let head = rest[..<open.lowerBound]
      let start = head.lastIndex { $0 == " " || $0 == "<" || $0 == ">" || $0 == "\n" }
      let name = start.map { head[head.index(after: $0)...] } ?? head
      result += replaced(name, String(value[..<end]), head, page: page, folder: folder)
      rest = value[value.index(after: end)...]
    }
    return result + rest
  }

  private func replaced(
    _ name: Substring,
    _ value: String,
    _ head: Substring,
    page: String,
    folder: String
  ) -> String {
    let prefix = Self.anchor(page) + "--"
    switch name {
    case "id": return "\(head)=\"\(prefix)\(value)\""
    case "href":
      guard let target = target(value, prefix: prefix, folder: folder) else {
        // The attribute goes with the space before it.
        return String(head.dropLast(name.count + 1))
      }
      return "\(head)=\"\(target)\""
    case _ where Self.references.contains(name):
      let ids = value.split(separator: " ").map { prefix + $0 }
      return "\(head)=\"\(ids.joined(separator: " "))\""
    default: return "\(head)=\"\(value)\""
    }
  }

  /// Nil for what is not in the file.
  private func target(_ href: String, prefix: String, folder: String) -> String? {
    if href.hasPrefix("#") { return "#" + prefix + href.dropFirst() }
    if href.hasPrefix("https://") || href.hasPrefix("http://") { return href }
    let parts = href.split(separator: "#", maxSplits: 1).map(String.init)
    guard let file = parts.first, file.hasSuffix(".html") else { return nil }
    let page = Self.resolved(String(file.dropLast(".html".count)), in: folder)
    guard pages.contains(page) else { return nil }
    return "#" + Self.anchor(page) + (parts.count > 1 ? "--" + parts[1] : "")
  }

  private static func resolved(_ path: String, in folder: String) -> String {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
