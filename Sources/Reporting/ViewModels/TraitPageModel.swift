import StudyModel

/// The page of one panel trait, with both directions on it.
struct TraitPageModel {
  let context: StudyContext
  let trait: Trait
  /// Forward before reverse.
  let reports: [PairDetails]
  /// The figures of the page by id (`forward-scatter`).
  let figures: [String: FigureLinks]
  /// Nil where the site tells of no changes.
  var since: SinceModel?

  func value() throws -> TemplateValue {
    .object([
      "trait": .text(trait.name),
      "disease": .text(context.design.disease.nameInText),
      "pairs_href": .text("../\(context.pairsPath)"),
      "people": .text(try people()),
      "level": .text(context.level),
      "neighbours": neighbours, "since": try since?.value(trait.id) ?? .absent,
      "directions": .list(
        try reports.map { try DirectionModel(pair: $0, figures: figures).value() }
      ),
      "checks": try ChecksTableModel(context: context, reports: reports).value(),
      "any_methods": .flag(reports.contains { $0.result.status == .analysed }),
      "plots_shared": .optional(try PairAbsence.shared(reports) { try $0.plots() }),
      "presso_shared": .optional(try PairAbsence.shared(reports) { try $0.presso() }),
      "any_presso": .flag(reports.contains { $0.result.presso.globalTest != nil }),
      "any_outlier": .flag(reports.contains { !$0.result.presso.outliers.isEmpty }),
      "steiger_shared": .optional(try PairAbsence.shared(reports) { try $0.steiger() }),
      "any_steiger": .flag(reports.contains { $0.result.steiger.pair != nil }),
      "leave_one_out_shared": .optional(try PairAbsence.shared(reports) { try $0.leaveOneOut() }),
      "any_leave_one_out": .flag(reports.contains { !$0.result.leaveOneOut.isEmpty }),
      "flow_shared": .optional(try PairAbsence.shared(reports) { try $0.flow() }),
      "tables": TraitTables(trait: trait, pairs: reports).links,
      "any_flow": .flag(reports.contains { $0.result.flow.candidates > 0 }),
      "instrument_rows": .list(try instrumentRows(reports)),
      "with_variants": .flag(reports.contains { !$0.hasOnlyResults }),
      "has_design": .flag(reports.contains { $0.result.further != nil }),
      "design_rows": .list(try designRows(reports)),
      "disagreement_rows": .list(try KeyFigures.disagreement.map { try row($0, reports) }),
    ])
  }

  /// None where no direction has such an analysis: results only, or a release made before schema version 3.
  private func designRows(_ reports: [PairDetails]) throws -> [TemplateValue] {
    guard reports.contains(where: { $0.result.further != nil }) else { return [] }
    let hasVariants = reports.contains { !$0.hasOnlyResults }
    return try (hasVariants ? KeyFigures.design : KeyFigures.suppliedResults).map { try row($0, reports) }
  }

  /// Where only results were supplied, the number of variants is all there is.
  private func instrumentRows(_ reports: [PairDetails]) throws -> [TemplateValue] {
    let isKnown = reports.contains { !$0.hasOnlyResults }
    return try (isKnown ? KeyFigures.instruments : [KeyFigures.variantsUsed, KeyFigures.needsVariants])
      .map { try row($0, reports) }
  }

  private func people() throws -> String {
    let usual = try [trait, context.design.disease].map {
      try SamplePhrase($0.sampleSize, context.words).text(of: $0.nameInText)
    }
    return try ([usual.joined(separator: "; ") + "."] + reports.compactMap(otherSamples))
      .joined(separator: " ")
  }

  /// A direction read from other samples than the traits' own says so beside them.
  private func otherSamples(_ pair: PairDetails) throws -> String? {
    let sides = [(pair.exposure, pair.design.exposureSource), (pair.outcome, pair.design.outcomeSource)]
    let phrases = try sides.compactMap { trait, source in
      try source.map { try SamplePhrase($0.sampleSize, context.words).text(of: trait.nameInText) }
    }
    guard !phrases.isEmpty else { return nil }
    let direction = try context.words.text("direction", pair.result.direction.rawValue)
    return try context.words.text(
      "sample",
      "others",
      ["direction": direction, "samples": phrases.joined(separator: "; ")]
    )
  }

  private func row(_ figure: KeyFigure, _ reports: [PairDetails]) throws -> TemplateValue {
    func cell(_ direction: Direction) throws -> TemplateValue {
      guard let pair = reports.first(where: { $0.result.direction == direction }) else { return .text("–") }
      return .text(try figure.text(pair))
    }
    return .object([
      "label": .text(try context.words.text("key_figure", figure.code)), "forward": try cell(.forward),
      "reverse": try cell(.reverse),
    ])
  }

  private var neighbours: TemplateValue {
    let (previous, next) = context.neighbours(of: trait.id)
    guard previous != nil || next != nil else { return .absent }
    func link(_ trait: Trait?) -> TemplateValue {
      guard let trait else { return .absent }
      return .object(["name": .text(trait.name), "href": .text("\(trait.id).html")])
    }
    return .object(["previous": link(previous), "next": link(next)])
  }
}

/// “184,305 people for body mass index”, “2,125 cases and 429,826 controls for osteomyelitis”.
struct SamplePhrase {
  private let sample: SampleSize
  private let words: Wordbook

  init(_ size: SampleSize, _ words: Wordbook) { (sample, self.words) = (size, words) }

  /// Nil where it is unknown.
  var size: String? {
    if let cases = sample.cases, let controls = sample.controls {
      let values = ["cases": NumberStyle.count(cases), "controls": NumberStyle.count(controls)]
      return words(CountPhrase.casesAndControls, values)
    }
    return sample.people.map { words(.people, $0) }
  }

  func text(of name: String) throws -> String {
    guard let size else { return try words.text("sample", "unknown", ["name": name]) }
    return try words.text("sample", "known", ["name": name, "size": size])
  }
}
