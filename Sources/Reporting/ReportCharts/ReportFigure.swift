import Charts

/// A figure of the report: two drawings of the same thing, its words for those who do not see it, and the
/// numbers behind it.
package struct ReportFigure: Sendable {
  /// Names the files and prefixes the ids: ASCII letters, digits, `-` and `_`.
  package var id: String
  package var title: String
  /// The alternative text: what is shown, with the key numbers.
  package var description: String
  /// For screens from about 600 px and for the file that stands alone.
  package var wide: SVGDocument
  /// 358 px wide, drawn anew for a phone.
  package var narrow: SVGDocument
  /// Tab-separated, with a header line: every value drawn, unrounded; `NA` where there is none.
  package var data: String

  /// The width of every narrow drawing, in px.
  package static let narrowWidth = 358.0

  init(id: String, title: String, description: String, wide: Drawing, narrow: Drawing, data: TabSeparated) {
    (self.id, self.title, self.description, self.data) = (id, title, description, data.text)
    self.wide = wide.document(id: id + "-wide", title: title, description: description)
    self.narrow = narrow.document(id: id + "-narrow", title: title, description: description)
  }
}

/// Marks on a sheet of known size.
struct Drawing {
  var width: Double
  var height: Double
  var marks: [any Mark] = []

  func document(id: String, title: String, description: String) -> SVGDocument {
    SVGDocument(
      id: id,
      title: title,
      description: description,
      width: width,
      height: height.rounded(.up),
      marks: marks
    )
  }
}
