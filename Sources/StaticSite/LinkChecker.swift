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
///
/// Takes the files one by one and keeps of each page its anchors, as 64-bit hashes, and those links that nothing added
/// so far answers.
package struct LinkChecker {
  private var paths: Set<String> = []
  private var pages: Set<String> = []
  private var anchors: Set<UInt64> = []
  private var open: [OpenLink] = []
  private var found: [(place: Place, link: BrokenLink)] = []

  package init() {}

  /// Where a link stands.
  private struct Place: Comparable {
    var page: String
    /// Counts the page's links from 0, and before them, from below, its anchors.
    var index: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.page, left.index) < (right.page, right.index)
    }
  }

  private struct OpenLink {
    var place: Place
    var link: String
    var target: String
    var anchor: String?
  }

  /// In the order of the pages' paths and of the links in them.
  package static func brokenLinks(in site: Site) -> [BrokenLink] {
    var checker = LinkChecker()
    for file in site.files { checker.add(file) }
    return checker.brokenLinks()
  }

  /// Takes one more file of the site, in any order; pages come whole.
  package mutating func add(_ file: SiteFile) {
    if file.continues { return }
    paths.insert(file.path)
    guard file.path.hasSuffix(".html") else { return }
    pages.insert(file.path)
    let attributes = HTMLAttributes(of: String(decoding: file.bytes, as: UTF8.self))
    for id in attributes.ids { anchors.insert(Self.key(file.path, id)) }
    for (index, id) in Self.duplicates(of: attributes.ids).reversed().enumerated() {
      let link = BrokenLink(page: file.path, link: "#\(id)", reason: .duplicateAnchor)
      found.append((Place(page: file.path, index: -1 - index), link))
    }
    for (index, link) in attributes.links.enumerated() {
      follow(link, at: Place(page: file.path, index: index))
    }
  }

  /// What is wrong with the files that were added, in the order of the pages' paths and of the links in them.
  package func brokenLinks() -> [BrokenLink] {
    let dead = open.compactMap { open in
      fault(of: open).map { (open.place, BrokenLink(page: open.place.page, link: open.link, reason: $0)) }
    }
    return (found + dead).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The same in every run, which Swift's own hash is not.
  private static func key(_ page: String, _ anchor: String) -> UInt64 {
    SiteMarker.checksum(Array("\(page)#\(anchor)".utf8))
  }

  private static func duplicates(of ids: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for id in ids { counts[id, default: 0] += 1 }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  private mutating func follow(_ link: String, at place: Place) {
    guard !Self.isExternal(link) else { return }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = Self.decoded(String(parts[0].prefix { $0 != "?" }))
    guard var target = path.isEmpty ? place.page : Self.resolve(path, from: place.page) else {
      found.append((place, BrokenLink(page: place.page, link: link, reason: .leavesSite)))
      return
    }
    if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
    let anchor = parts.count == 2 && !parts[1].isEmpty ? Self.decoded(parts[1]) : nil
    let link = OpenLink(place: place, link: link, target: target, anchor: anchor)
    if fault(of: link) != nil { open.append(link) }
  }

  private func fault(of link: OpenLink) -> BrokenLink.Reason? {
    guard paths.contains(link.target) else { return .noSuchFile }
    guard let anchor = link.anchor, pages.contains(link.target) else { return nil }
    return anchors.contains(Self.key(link.target, anchor)) ? nil : .noSuchAnchor
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
