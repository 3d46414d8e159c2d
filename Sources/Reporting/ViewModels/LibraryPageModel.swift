import MarkdownRendering
import StudyModel

/// The front page of a site: the studies it holds.
struct LibraryPageModel {
  let studies: [StudyContext]
  /// Titles of studies that hold none of the traits that were asked for, and have no pages.
  let leftOut: [String]
  let title: String
  let words: Wordbook

  func value(render: (String, TemplateValue) throws -> String) throws -> TemplateValue {
    .object([
      "title": .text(title),
      "one": .flag(studies.count == 1), "count": .number(studies.count),
      "both_directions": .flag(studies.allSatisfy { $0.directions.count > 1 }),
      "left_out": .optional(leftOut.isEmpty ? nil : words.list(leftOut)),
      "studies": .list(try studies.map { try study($0, render) }),
    ])
  }

  private func study(
    _ context: StudyContext,
    _ render: (String, TemplateValue) throws -> String
  ) throws -> TemplateValue {
    let design = context.design
    let directions = Direction.allCases.filter { direction in
      design.pairs.contains { $0.direction == direction }
    }
    let verdicts = try directions.map { direction in
      let model = FamilyVerdictModel(context: context, direction: direction, linkPrefix: "\(design.id)/")
      let verdict = try render("partials/family-verdict.md", try model.value())
      return TemplateValue.object([
        "heading": .text(try context.words.text("direction", direction.rawValue) + "."),
        "verdict": .text(verdict.split(separator: "\n").joined(separator: " ")),
      ])
    }
    return .object([
      "title": .text(design.title),
      "href": .text("\(design.id)/index.html"),
      "question": .text(design.question),
      "simulated": .optional(context.header.truth?.name),
      "verdicts": .list(verdicts),
      "panel": .text(DisplayName.capitalised(panel(context))),
      "disease": .text(design.disease.nameInText),
      "people": .optional(SamplePhrase(design.disease.sampleSize, context.words).size),
      "analysed": .number(context.source.outlines.count { $0.status == .analysed }),
      "pairs": .number(design.pairs.count), "one_pair": .flag(design.pairs.count == 1),
      "date": .text(design.date),
      "subset": context.isSubset
        ? .object(["shown": .number(context.shownTraits.count), "total": .number(design.panel.traits.count)])
        : .absent,
    ])
  }

  private func panel(_ context: StudyContext) -> String {
    let panel = context.design.panel
    return panel.traits.count == 1 ? panel.traits[0].nameInText : "\(panel.traits.count) \(panel.name)"
  }
}
