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
      files.append(SiteFile(path: "\(folder)/\(name).svg", text: figure.wide.standalone()))
      files.append(SiteFile(path: "\(folder)/\(name).tsv", text: figure.data))
      links[figure.id] = FigureLinks(
        alt: figure.title + ". " + figure.description,
        svg: "\(relative)\(name).svg",
        tsv: "\(relative)\(name).tsv",
        anchor: "figure-\(figure.id)"
      )
      inline["\(relative)\(name).svg"] = """
        <figure id="figure-\(figure.id)">
        <div class="wide">\(figure.wide.inline())</div>
        <div class="narrow">\(figure.narrow.inline())</div>
        </figure>
        """
    }
    self.files = files
    self.links = links
    self.inline = inline
  }
}
