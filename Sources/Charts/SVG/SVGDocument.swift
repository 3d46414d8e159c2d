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

  /// The drawing as a file of its own, with its stylesheet and paper, and without links: they are relative to
  /// the page, which the file leaves behind.
  ///
  /// - Parameter millimetres: the width on paper; nil for as many px as the drawing has.
  package func standalone(millimetres: Double? = nil) -> String {
    var root = element(standalone: true)
    if let millimetres, width > 0 {
      for index in root.attributes.indices {
        switch root.attributes[index].name {
        case "width": root.attributes[index].value = SVGNumber.text(millimetres) + "mm"
        case "height": root.attributes[index].value = SVGNumber.text(millimetres * height / width) + "mm"
        default: break
        }
      }
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.serialised + "\n"
  }

  /// An image hides what is in it from screen readers, so a drawing with links is a group that is named by
  /// its title and described by its description.
  private func element(standalone: Bool) -> SVGElement {
    let elements = SVGElement.joined(marks.flatMap(\.elements))
    let drawn = standalone ? elements.map(\.withoutLinks) : elements
    let naming: [SVGElement.Attribute] =
      drawn.contains(where: \.hasLinks)
      ? [
        .init(name: "role", value: "group"), .init(name: "aria-labelledby", value: "\(id)-title"),
        .init(name: "aria-describedby", value: "\(id)-desc"),
      ]
      : [
        .init(name: "role", value: "img"), .init(name: "aria-labelledby", value: "\(id)-title \(id)-desc"),
      ]
    let size = (SVGNumber.text(width), SVGNumber.text(height))
    var root = SVGElement(
      "svg",
      [
        "class": ChartClass.root.name, "viewBox": "0 0 \(size.0) \(size.1)", "width": size.0,
        "height": size.1,
      ],
      children: [
        SVGElement("title", ["id": "\(id)-title"], text: title),
        SVGElement("desc", ["id": "\(id)-desc"], text: description),
      ]
    )
    root.attributes += naming
    if standalone {
      root.attributes.insert(.init(name: "xmlns", value: "http://www.w3.org/2000/svg"), at: 0)
      let sheet = [paper].compactMap { $0 } + drawn
      let names = sheet.reduce(into: Set([ChartClass.root.name])) { $0.formUnion($1.classNames) }
      root.children.append(SVGElement("style", text: ChartStyle.standalone(using: names)))
      root.children += sheet
    } else {
      root.children += drawn
    }
    return root
  }

  private var paper: SVGElement? {
    .shape("rect", ["width": width, "height": height], classes: ChartClass.fill(.paper).name)
  }
}
