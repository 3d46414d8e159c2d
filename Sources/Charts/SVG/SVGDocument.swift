/// A drawing: marks on a sheet, with a title and a description for those who do not see it.
package struct SVGDocument: Sendable {
  /// Prefixes the ids inside, so that several figures can share a page: ASCII letters, digits, `-` and `_`.
  package let id: String
  package let title: String
  package let description: String
  /// In px.
  package let width: Double
  /// In px.
  package let height: Double
  package let marks: [any Mark]

  package init(
    id: String,
    title: String,
    description: String,
    width: Double,
    height: Double,
    marks: [any Mark]
  ) {
    self.id = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
    self.title = title
    self.description = description
    self.width = width
    self.height = height
    self.marks = marks
  }

  /// The drawing for an HTML page whose stylesheet holds `ChartStyle.rules`: classes only, no style element
  /// or attribute, so that it stands under a strict content security policy.
  package func inline() -> String { element(standalone: false).serialised + "\n" }

  /// The drawing as a file of its own, with its stylesheet and paper, and without links: they are relative to the
  /// page, which the file leaves behind.
  package func standalone() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(standalone: true).serialised + "\n"
  }

  private func element(standalone: Bool) -> SVGElement {
    let size = (SVGNumber.text(width), SVGNumber.text(height))
    var root = SVGElement(
      "svg",
      [
        "class": ChartClass.root.name, "viewBox": "0 0 \(size.0) \(size.1)", "width": size.0,
        "height": size.1,
        "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
      ],
      children: [
        SVGElement("title", ["id": "\(id)-title"], text: title),
        SVGElement("desc", ["id": "\(id)-desc"], text: description),
      ]
    )
    if standalone {
      root.attributes.insert(.init(name: "xmlns", value: "http://www.w3.org/2000/svg"), at: 0)
      root.children += [SVGElement("style", text: ChartStyle.standalone), paper].compactMap { $0 }
    }
    let drawn = marks.flatMap(\.elements)
    root.children += standalone ? drawn.map(\.withoutLinks) : drawn
    return root
  }

  private var paper: SVGElement? {
    .shape("rect", ["width": width, "height": height], classes: ChartClass.fill(.paper).name)
  }
}
