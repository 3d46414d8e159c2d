/// Marks that lead to a page.
package struct LinkMark: Mark {
  package var address: String
  package var marks: [any Mark]

  /// - Parameter address: relative, `http:` or `https:`; with any other scheme the marks are drawn unlinked.
  package init(_ address: String, _ marks: [any Mark]) { (self.address, self.marks) = (address, marks) }

  package var textBoxes: [Box] { marks.flatMap(\.textBoxes) }

  package var elements: [SVGElement] {
    let inner = marks.flatMap(\.elements)
    guard isSafe, !inner.isEmpty else { return inner }
    return [SVGElement("a", ["href": address, "class": ChartClass.link.name], children: inner)]
  }

  private var isSafe: Bool {
    let head = address.lowercased().prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !address.isEmpty && (!head.contains(":") || head == "http:" || head == "https:")
  }
}
