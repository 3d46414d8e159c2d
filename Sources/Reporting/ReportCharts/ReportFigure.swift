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
  /// For A4 paper, where the wide drawing would shrink below 7 pt: one drawing or more, each as high as a sheet
  /// at most, for the 180 mm of the page or for one of its two columns. Screens too narrow for the wide drawing
  /// show those of the whole page. Empty where the narrow drawing is the one to print, in two columns.
  package var print: [SVGDocument]
  /// Tab-separated, with a header line: every value drawn as a plain number on the scale of display, which a column names; `NA` where there is none.
  package var data: String
  /// For the caption: what the drawing leaves to the data, in a sentence; empty where it shows everything.
  package var note: String
  /// For the caption: what is drawn.
  package var features: Set<FigureFeature>

  /// The width of every narrow drawing, in px.
  package static let narrowWidth = 358.0
  /// The width of the drawings for print: at 180 mm their smallest text, 12 px, is 8 pt; on a screen of 768 px
  /// it is 11.6 px.
  package static let printWidth = 760.0
  /// The width of a drawing for one of two columns of print, with no text below 7 pt at 84 mm.
  package static let columnWidth = 388.0
  /// The height of a sheet at the scale of `printWidth`: A4 less its margins, the heading and its sentences.
  static let printHeight = 970.0

  /// The drawings as files for journals, with no text below 7 pt: 174 mm wide where there are drawings of the
  /// whole page, else 85 mm.
  package var journalFiles: [String] {
    let drawings = print.isEmpty ? [narrow] : print
    return drawings.map { $0.standalone(millimetres: $0.width > Self.columnWidth ? 174 : 85) }
  }

  /// A drawing at a width that journals ask for.
  package struct JournalSheet: Sendable {
    /// 85 for one column, 174 for the page.
    package let millimetres: Int
    /// `-2` for the second sheet of several, else nothing.
    package let suffix: String
    package let svg: String
  }

  /// Every drawing with no text below 7 pt at the width of a column or of a page.
  package var journalSheets: [JournalSheet] {
    let page = print.filter { $0.width > Self.columnWidth }
    let column = print.filter { $0.width <= Self.columnWidth }
    func sheets(_ drawings: [SVGDocument], _ millimetres: Int) -> [JournalSheet] {
      drawings.enumerated().map { index, drawing in
        JournalSheet(
          millimetres: millimetres,
          suffix: drawings.count > 1 ? "-\(index + 1)" : "",
          svg: drawing.standalone(millimetres: Double(millimetres))
        )
      }
    }
    return sheets(column.isEmpty ? [narrow] : column, 85) + sheets(page, 174)
  }

  init(
    id: String,
    title: String,
    description: String,
    wide: Drawing,
    narrow: Drawing,
    print: [Drawing] = [],
    data: TabSeparated,
    note: String = "",
    features: Set<FigureFeature> = []
  ) {
    (self.id, self.title, self.description, self.data) = (id, title, description, data.text)
    self.wide = wide.document(id: id + "-wide", title: title, description: description)
    self.narrow = narrow.document(id: id + "-narrow", title: title, description: description)
    self.print = print.enumerated().map { index, drawing in
      drawing.document(id: "\(id)-print-\(index + 1)", title: title, description: description)
    }
    (self.note, self.features) = (note, features)
  }
}
