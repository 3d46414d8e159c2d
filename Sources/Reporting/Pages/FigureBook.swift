import StaticSite

/// The figures of one page: their files, their links and what stands in the page in their place.
struct FigureBook {
  /// The stand-alone drawings and their numbers.
  let files: [SiteFile]
  /// By the figure's id.
  let links: [String: FigureLinks]
  /// The page's own drawings, wide and narrow, by the path that stands in the Markdown.
  let inline: [String: String]

  /// - Parameters:
  ///   - folder: where the files go, from the root of the site.
  ///   - relative: the same folder as the page sees it.
  ///   - prefix: set before each file name, so that pages can share the folder.
  init(figures: [ReportFigure], folder: String, relative: String, prefix: String) {
    var files: [SiteFile] = []
    var links: [String: FigureLinks] = [:]
    var inline: [String: String] = [:]
    for figure in figures {
      let name = prefix + figure.id
      files.append(SiteFile(path: "\(folder)/\(name).svg", text: Self.standalone(figure)))
      files.append(SiteFile(path: "\(folder)/\(name).tsv", text: figure.data))
      links[figure.id] = FigureLinks(
        alt: figure.title + ". " + figure.description,
        svg: "\(relative)\(name).svg",
        tsv: "\(relative)\(name).tsv",
        anchor: "figure-\(figure.id)",
        note: figure.note,
        features: figure.features
      )
      inline["\(relative)\(name).svg"] = Self.html(figure)
    }
    self.files = files
    self.links = links
    self.inline = inline
  }

  /// At a journal's width where that takes one sheet, so that no text is below 7 pt; else as the page has it.
  private static func standalone(_ figure: ReportFigure) -> String {
    let sheets = figure.journalFiles
    return sheets.count == 1 ? sheets[0] : figure.wide.standalone()
  }

  /// A screen of 768 px has room for wide drawings up to this; of the others it shows the sheets.
  private static let mediumWidth = 736.0

  /// The drawings for screens and for paper; the stylesheet shows the one that fits.
  private static func html(_ figure: ReportFigure) -> String {
    let sheets = figure.print.map { "<div class=\"sheet\">\($0.inline())</div>\n" }.joined()
    let classes = [
      figure.print.isEmpty ? nil : "has-sheets", figure.wide.width <= mediumWidth ? "compact" : nil,
    ]
    let list = classes.compactMap { $0 }.joined(separator: " ")
    return """
      <figure id="figure-\(figure.id)"\(list.isEmpty ? "" : " class=\"\(list)\"")>
      <div class="wide">\(figure.wide.inline())</div>
      <div class="narrow">\(figure.narrow.inline())</div>
      \(sheets)</figure>
      """
  }
}
