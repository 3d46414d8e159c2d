import MarkdownRendering
import StudyModel

/// The front page of a site: the studies it holds.
struct LibraryPageModel {
  let studies: [StudyContext]
  let title: String

  func value(render: (String, TemplateValue) throws -> String) throws -> TemplateValue {
    .object([
      "title": .text(title),
      "count_words": .text(studies.count == 1 ? "One study" : "\(studies.count) studies"),
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
      "verdicts": .list(verdicts),
      "facts": .text(facts(context)),
    ])
  }

  private func facts(_ context: StudyContext) -> String {
    let design = context.design
    let tested = context.release.pairs.filter { $0.status == .analysed }.count
    let panel =
      design.panel.traits.count == 1
      ? design.panel.traits[0].nameInText : "\(design.panel.traits.count) \(design.panel.name)"
    return
      "\(DisplayName.capitalised(panel)); \(SamplePhrase(design.disease).text(of: design.disease.nameInText)); "
      + "\(tested) of \(design.pairs.count) pairs analysed. Release of \(design.date)."
  }
}
