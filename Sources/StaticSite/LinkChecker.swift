import Foundation

/// A link of a site that leads nowhere, or an anchor that stands twice.
package struct BrokenLink: Hashable, Sendable, CustomStringConvertible {
  /// The page that has it.
  package var page: String
  /// As the page writes it; for an anchor that stands twice, `#` and the anchor.
  package var link: String
  package var reason: Reason

  package init(page: String, link: String, reason: Reason) {
    self.page = page
    self.link = link
    self.reason = reason
  }

  package enum Reason: String, CaseIterable, Hashable, Sendable {
    case noSuchFile
    case noSuchAnchor
    /// A path from the root or one that leaves the site: it breaks when the site is opened from a folder.
    case leavesSite
    case duplicateAnchor
  }

  package var description: String {
    let words =
      switch reason {
      case .noSuchFile: "leads to a file that is not in the site"
      case .noSuchAnchor: "leads to an anchor that the page does not have"
      case .leavesSite: "leads out of the site"
      case .duplicateAnchor: "is an anchor that stands more than once"
      }
    return "\(page): \(link) \(words)"
  }
}

/// Follows every link inside a site. Links to other sites (`https:`, `mailto:`, `data:`) are not followed.
package enum LinkChecker {
  /// In the order of the pages' paths and of the links in them.
  package static func brokenLinks(in site: Site) -> [BrokenLink] {
    let paths = Set(site.files.map(\.path))
    var pages: [String: HTMLAttributes] = [:]
    for file in site.files where file.path.hasSuffix(".html") {
      pages[file.path] = HTMLAttributes(of: String(decoding: file.bytes, as: UTF8.self))
    }
    return pages.sorted { $0.key < $1.key }.flatMap { page, attributes in
      duplicates(of: attributes.ids).map { BrokenLink(page: page, link: "#\($0)", reason: .duplicateAnchor) }
        + attributes.links.compactMap { link in
          fault(of: link, on: page, paths: paths, pages: pages).map {
            BrokenLink(page: page, link: link, reason: $0)
          }
        }
    }
  }

  private static func duplicates(of ids: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for id in ids { counts[id, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  private static func fault(
    of link: String,
    on page: String,
    paths: Set<String>,
    pages: [String: HTMLAttributes]
  ) -> BrokenLink.Reason? {
    guard !isExternal(link) else { return nil }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = decoded(String(parts[0].prefix { $0 != "?" }))
    guard var target = path.isEmpty ? page : resolve(path, from: page) else { return .leavesSite }
    if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
    guard paths.contains(target) else { return .noSuchFile }
    guard parts.count == 2, !parts[1].isEmpty, let destination = pages[target] else { return nil }
    return destination.ids.contains(decoded(parts[1])) ? nil : .noSuchAnchor
  }

  /// Whether the link begins with a scheme or with the name of a server.
  private static func isExternal(_ link: String) -> Bool {
    if link.hasPrefix("//") { return true }
    let scheme = link.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return scheme.first?.isLetter == true && link[scheme.endIndex...].hasPrefix(":")
  }

  private static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? text }

  /// Nil where the path leaves the site; a folder keeps its slash.
  private static func resolve(_ path: String, from page: String) -> String? {
    guard !path.hasPrefix("/") else { return nil }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    let isFolder =
      path.hasSuffix("/") || path == "." || path == ".." || path.hasSuffix("/..") || path.hasSuffix("/.")
    return parts.joined(separator: "/") + (isFolder && !parts.isEmpty ? "/" : "")
  }
}
