import StudyModel

/// The STROBE-MR checklist of a study: each item filled from the release where that can be, from study.yaml where the
/// author wrote it, and marked open otherwise (Skrivankova et al. 2021, doi:10.1001/jama.2021.18236).
struct STROBEMRChecklist {
  let context: StudyContext

  private var design: StudyDesign { context.design }

  /// Where an answer comes from.
  enum Source: String, CaseIterable {
    case release, author, open
  }

  func value() throws -> TemplateValue {
    let counts = Dictionary(grouping: STROBEMRItem.allCases, by: source).mapValues(\.count)
    func count(_ source: Source) -> TemplateValue { .number(counts[source, default: 0]) }
    return .object([
      "count": .number(STROBEMRItem.allCases.count),
      "numbers": .number(Set(STROBEMRItem.allCases.map(\.number)).count),
      "filled": count(.release), "written": count(.author), "open": count(.open),
      "sections": .list(try STROBEMRItem.Section.allCases.map(section)),
    ])
  }

  private func section(_ section: STROBEMRItem.Section) throws -> TemplateValue {
    .object([
      "name": .text(try context.words.text("strobe_section", section.rawValue)),
      "items": .list(try STROBEMRItem.allCases.filter { $0.section == section }.map(row)),
    ])
  }

  private func row(_ item: STROBEMRItem) throws -> TemplateValue {
    let source = source(item)
    let own = answer(item)
    let isAnswered = holds(item)
    return .object([
      "number": .text(item.rawValue),
      "asks": .text(try context.words.text("strobe_item", item.rawValue)),
      "state": .text(try context.words.text("strobe_state", source.rawValue)),
      "is_open": .flag(source == .open),
      "own": .optional(own),
      "answer": isAnswered
        ? .object([
          "text": .text(try context.words.text("strobe_answer", item.rawValue, try values())),
          "href": .text(try context.words.text("strobe_link", item.rawValue)),
        ]) : .absent,
    ])
  }

  /// The author's words come before what the release can tell.
  func source(_ item: STROBEMRItem) -> Source {
    if answer(item) != nil { return .author }
    return holds(item) ? .release : .open
  }

  private func answer(_ item: STROBEMRItem) -> String? {
    design.strobe?.first { $0.item == item }?.text
  }

  /// What the sentences of the answers speak of.
  private func values() throws -> [String: String] {
    let methods = context.header.methods.count
    return [
      "question": design.question, "title": design.title,
      "directions": context.words.list(
        try context.directions.map { try context.words.text("direction", $0.rawValue) }
      ),
      "panel": design.panel.name, "disease": design.disease.nameInText,
      "method": context.methodName(design.settings.primaryMethod),
      "methods": methods == 1 ? "1" : NumberStyle.count(methods),
      "families": NumberStyle.count(context.conclusions.families.count),
      "tool": "\(context.header.tool) \(context.header.toolVersion)", "seed": String(design.seed),

    ]
  }
}

// MARK: What a release can answer

extension STROBEMRChecklist {
  /// Whether the release holds what the item asks for.
  private func holds(_ item: STROBEMRItem) -> Bool {
    switch item {
    case .titleAndAbstract, .objectives, .estimator, .software, .mainEstimates, .keyResults,
      .assumptions, .quantitativeVariables, .mainPlots, .sensitivityResults:
      true
    case .setting: traits.allSatisfy { !SourceText.text($0.source, context.words).isEmpty }
    case .participants, .numbersAtEachStage: traits.allSatisfy { $0.sampleSize.people != nil }
    case .variantSelection, .variantHandling, .missingData, .variantAssociations, .furtherResults,
      .furtherPlots,
      .sensitivityMethods:
      context.hasVariants
    case .multipleTesting: !context.conclusions.families.isEmpty
    case .assessmentOfAssumptions, .validityOfAssumptions: context.conclusions.appraisals != nil
    case .heterogeneityStatistics: hasHeterogeneity
    case .twoSampleSimilarity: isOverlapKnown && traits.allSatisfy { $0.ancestry != nil }
    case .directionOfEffect: context.directions.count > 1 || context.ranSteiger
    case .otherEvidence: context.header.published != nil
    case .limitations: !design.notes.isEmpty
    case .dataSharing: traits.allSatisfy { isToBeHad($0.source) } || isToBeHad(design.source)
    case .background, .phenotypeAssessment, .ethics, .preregistration, .phenotypeSummaries,
      .metaAnalysisHeterogeneity, .absoluteRisk, .meaning, .mechanism, .clinicalRelevance, .generalisability,
      .funding, .conflictsOfInterest:
      false
    }
  }

  private var traits: [Trait] { design.panel.traits + [design.disease] }

  private var hasHeterogeneity: Bool { context.source.outlines.contains(where: \.hasCochran) }

  private var isOverlapKnown: Bool {
    design.settings.sampleOverlap?.fraction != nil
      || design.panel.traits.allSatisfy { $0.sampleOverlap?.fraction != nil }
  }

  private func isToBeHad(_ source: DataSource) -> Bool {
    source.accession != nil || source.doi != nil || source.url != nil
  }
}
