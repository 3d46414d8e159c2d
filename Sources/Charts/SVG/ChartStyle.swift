/// Every class a figure may bear. The stylesheet of the site and the figure that stands alone take their
/// rules from `ChartStyle`, so no class can be without one.
package enum ChartClass: Hashable, Sendable {
  /// On the `svg` element: font, numerals, size.
  case root
  /// Fills a shape or a text.
  case fill(Ink)
  /// A shape with no inside.
  case hollow
  /// Strokes a shape.
  case stroke(Ink)
  /// The size of a text.
  case text(TextStyle.Size)
  case bold
  case italic
  /// A paper edge 3.5 px wide round a text, so that it reads over lines.
  case halo
  /// A link round the name of a row.
  case link
  /// A run of text that may read from right to left: it takes its own direction and leaves its neighbours
  /// theirs.
  case isolated

  package var name: String {
    switch self {
    case .root: "ch"
    case .fill(let ink): "ch-f-\(ink.rawValue)"
    case .hollow: "ch-f-none"
    case .stroke(let ink): "ch-s-\(ink.rawValue)"
    case .text(let size): "ch-\(size.rawValue)"
    case .bold: "ch-b"
    case .italic: "ch-i"
    case .halo: "ch-halo"
    case .link: "ch-a"
    case .isolated: "ch-bidi"
    }
  }

  /// - Parameter colour: what CSS is to take for an ink.
  func declarations(_ colour: (Ink) -> String) -> String {
    switch self {
    case .root: ChartStyle.rootDeclarations
    case .fill(let ink): "fill:\(colour(ink))"
    case .hollow: "fill:none"
    case .stroke(let ink): "stroke:\(colour(ink))"
    case .text(let size): "font-size:\(SVGNumber.text(size.pixels))px"
    case .bold: "font-weight:600"
    case .italic: "font-style:italic"
    case .halo: "paint-order:stroke;stroke:\(colour(.paper));stroke-width:3.5px;stroke-linejoin:round"
    case .link: "cursor:pointer"
    case .isolated: "unicode-bidi:plaintext"
    }
  }

  /// Whether the class looks otherwise in the dark.
  var isColoured: Bool {
    switch self {
    case .fill, .stroke, .halo: true
    case .root, .hollow, .text, .bold, .italic, .link, .isolated: false
    }
  }

  static var all: [ChartClass] {
    [.root, .hollow, .bold, .italic, .halo, .link, .isolated] + TextStyle.Size.allCases.map(ChartClass.text)
      + Ink.allCases.map(ChartClass.fill) + Ink.allCases.map(ChartClass.stroke)
  }

  /// The value of a `class` attribute.
  static func attribute(_ classes: [ChartClass]) -> String { classes.map(\.name).joined(separator: " ") }
}

/// The CSS of figures: rules for `ChartClass`, and the values of the custom properties they use.
package enum ChartStyle {
  /// The sans-serif faces of figures, best first; none is fetched.
  package static let fontFamily =
    "Inter,system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif"

  /// The rules a page needs to show figures inline; it must declare the custom properties of `Ink` itself,
  /// and figures then follow its theme.
  package static let rules =
    sheet(ChartClass.all) { "var(\($0.property))" }
    + ".ch-a:hover text,.ch-a:focus text{text-decoration:underline}\n"

  /// `--ink:CanvasText;…` for a page whose reader forces colours.
  package static var forcedProperties: String {
    Ink.allCases.map { "\($0.property):\($0.forced)" }.joined(separator: ";")
  }

  /// Leaves the colours of a figure to `forcedProperties`: a browser would force those of its texts alone.
  package static let forcedRule = ".ch{forced-color-adjust:none}\n"

  /// The whole stylesheet of a figure that stands alone: light, dark on dark screens, the reader's own colours where
  /// they are forced. The colours stand in the rules themselves, for programs other than browsers know no custom
  /// properties and would paint everything black.
  ///
  /// - Parameter names: the classes that the figure bears.
  package static func standalone(using names: Set<String>) -> String {
    let used = ChartClass.all.filter { names.contains($0.name) }
    let coloured = used.filter(\.isColoured)
    return """
      \(sheet(used, \.light))\
      @media screen and (prefers-color-scheme:dark){
      \(sheet(coloured, \.dark))\
      }
      @media (forced-colors:active){
      \(forcedRule)\(sheet(coloured, \.forced))\
      }

      """
  }

  private static func sheet(_ classes: [ChartClass], _ colour: (Ink) -> String) -> String {
    classes.map { ".\($0.name){\($0.declarations(colour))}\n" }.joined()
  }

  static var rootDeclarations: String {
    "font-family:\(fontFamily);font-variant-numeric:tabular-nums lining-nums;max-width:100%;height:auto"
  }
}
