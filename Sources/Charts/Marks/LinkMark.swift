/// Marks that lead to a page.
package struct LinkMark: Mark {
  package var address: String
  package var marks: [any Mark]
  /// What a screen reader calls the link; empty where a text within names it.
  package var label: String

  /// - Parameter address: relative, `http:` or `https:`; with any other scheme the marks are drawn unlinked.
  package init(_ address: String, label: String = "", _ marks: [any Mark]) {
    (self.address, self.label, self.marks) = (address, label, marks)
  }

  package var textBoxes: [Box] { marks.flatMap(\.textBoxes) }

  package var elements: [SVGElement] {
    let inner = marks.flatMap(\.elements)
    guard isSafe, !inner.isEmpty else { return inner }
    var link = SVGElement("a", ["href": address, "class": ChartClass.link.name], children: inner)
    if !label.isEmpty { link.attributes.append(.init(name: "aria-label", value: label)) }
    return [link]
  }

  private var isSafe: Bool {
    let head = address.lowercased().prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !address.isEmpty && (!head.contains(":") || head == "http:" || head == "https:")
  }
}
