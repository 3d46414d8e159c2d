/// Where a figure of a page stands: paths relative to the page, and the words for who cannot see it.
struct FigureLinks {
  let alt: String
  /// The stand-alone drawing, relative to the page.
  let svg: String
  /// The figure's numbers, relative to the page.
  let tsv: String
  /// The anchor of the figure in the page.
  let anchor: String
  /// What the drawing leaves to the data, in a sentence; empty where it shows everything.
  let note: String
  /// What is drawn, for the caption.
  let features: Set<FigureFeature>

  /// The figure's keys, with what else its place in a template needs.
  func value(_ more: [String: TemplateValue] = [:]) -> TemplateValue {
    let own: [String: TemplateValue] = [
      "alt": .text(alt), "svg": .text(svg), "tsv": .text(tsv), "anchor": .text(anchor),
      "note": .text(note),
    ]
    return .object(own.merging(more) { _, extra in extra })
  }
}
