import Foundation
import StudyModel

/// Published estimates of the same pairs, and what their printed numbers imply; they never share a table with the
/// study's own.
struct PublishedPageModel {
  let context: StudyContext
  private let published: [PublishedEstimate]

  /// Nil where the study gives none.
  init?(context: StudyContext) {
    guard let published = context.header.published else { return nil }
    self.context = context
    self.published = published
  }

  func value() throws -> TemplateValue {
    .object([
      "sources": .list(sources.map { .object(["text": .text($0)]) }),
      "rows": .list(try published.map(row)),
      "implications": .rows(try published.compactMap(implications)),
      "disease": .text(context.design.disease.nameInText),
      "cases": .optional(context.design.disease.sampleSize.cases.map { NumberStyle.count($0) }),
    ])
  }

  private var sources: [String] {
    var seen: Set<String> = []
    return published.map(\.source).filter { seen.insert($0).inserted }
  }

  private func row(_ estimate: PublishedEstimate) throws -> TemplateValue {
    .object([
      "trait": .text(name(estimate)),
      "direction": .text(try direction(estimate)),
      "method": .text(estimate.method),
      "scale": .text(try context.words.text("published_scale", estimate.scale.rawValue)),
      "estimate": .text(printed(estimate.estimate)),
      "interval": .text(
        context.words(
          CountPhrase.range,
          ["low": printed(estimate.lower), "high": printed(estimate.upper)]
        )
      ),
      "p": .text(printed(estimate.pValue.value)),
    ])
  }

  private func implications(_ estimate: PublishedEstimate) throws -> TemplateValue? {
    guard let implied = estimate.implied, let low = implied.pRange.first, let high = implied.pRange.last
    else {
      return nil
    }
    let detectable = implied.detectable
    let isExponential = estimate.scale.isExponential
    return .object([
      "trait": .text(name(estimate)),
      "direction": .text(try direction(estimate)),
      "printed": .text(printed(estimate.pValue.value)),
      "p": .text(context.pValues.cell(implied.pValue)),
      "low": .text(context.pValues.cell(low)),
      "high": .text(context.pValues.cell(high)),
      "agrees": .flag(implied.agrees),
      "tests": .number(implied.tests),
      "bonferroni": .text(context.pValues.cell(implied.bonferroni)),
      "survives": .flag(implied.bonferroni.value < context.design.settings.significanceLevel),
      "detectable": .text(
        isExponential
          ? context.words(
            CheckPhrase.either,
            [
              "first": NumberStyle.significant(exp(detectable), digits: 3),
              "second": NumberStyle.significant(exp(-detectable), digits: 3),
            ]
          )
          : "±\(NumberStyle.significant(detectable, digits: 2))"
      ),
    ])
  }

  private func name(_ estimate: PublishedEstimate) -> String {
    context.trait(estimate.trait)?.name ?? estimate.trait.rawValue
  }

  private func direction(_ estimate: PublishedEstimate) throws -> String {
    try context.words.text("direction", estimate.direction.rawValue)
  }

  /// As the source prints it.
  private func printed(_ number: Double) -> String { NumberStyle.shortest(number) }
}
