import StudyModel

/// The page of one panel trait, with both directions on it.
struct TraitPageModel {
  let context: StudyContext
  let trait: Trait
  /// The figures of the page by id (`forward-scatter`).
  let figures: [String: FigureLinks]

  private var reports: [PairReport] {
    Direction.allCases.flatMap { context.pairs($0) }.filter { $0.trait.id == trait.id }
  }

  func value() throws -> TemplateValue {
    let reports = reports
    return .object([
      "trait": .text(trait.name),
      "disease": .text(context.design.disease.nameInText),
      "pairs_anchor": .text("all-\(context.design.pairs.count)-pairs"),
      "people": .text(people),
      "level": .text(context.level),
      "neighbours": neighbours,
      "directions": .list(
        try reports.map { try DirectionModel(pair: $0, figures: figures).value() }
      ),
      "instrument_rows": .list(try KeyFigures.instruments.map { try row($0, reports) }),
      "disagreement_rows": .list(try KeyFigures.disagreement.map { try row($0, reports) }),
    ])
  }

  private var people: String {
    let disease = context.design.disease
    let usual =
      SamplePhrase(trait).text(of: trait.nameInText) + "; "
      + SamplePhrase(disease).text(of: disease.nameInText) + "."
    return ([usual] + reports.compactMap(otherSamples)).joined(separator: " ")
  }

  /// A direction read from other samples than the traits' own says so beside them.
  private func otherSamples(_ pair: PairReport) -> String? {
    let sides = [(pair.exposure, pair.design.exposureSource), (pair.outcome, pair.design.outcomeSource)]
    let phrases = sides.compactMap { trait, source in
      source.map { SamplePhrase($0.sampleSize).text(of: trait.nameInText) }
    }
    guard !phrases.isEmpty else { return nil }
    let direction = DisplayName.capitalised(pair.result.direction.rawValue)
    return "\(direction), from other samples: \(phrases.joined(separator: "; "))."
  }

  private func row(_ figure: KeyFigure, _ reports: [PairReport]) throws -> TemplateValue {
    func cell(_ direction: Direction) throws -> TemplateValue {
      guard let pair = reports.first(where: { $0.result.direction == direction }) else { return .text("–") }
      return .text(try figure.text(pair))
    }
    return .object([
      "label": .text(figure.label), "forward": try cell(.forward), "reverse": try cell(.reverse),
    ])
  }

  private var neighbours: TemplateValue {
    let traits = context.design.panel.traits
    guard traits.count > 1, let place = traits.firstIndex(where: { $0.id == trait.id }) else {
      return .absent
    }
    func link(_ index: Int) -> TemplateValue {
      guard traits.indices.contains(index) else { return .absent }
      return .object(["name": .text(traits[index].name), "href": .text("\(traits[index].id).html")])
    }
    return .object(["previous": link(place - 1), "next": link(place + 1)])
  }
}

/// “184,305 people for body mass index”, “2,125 cases and 429,826 controls for osteomyelitis”.
struct SamplePhrase {
  let size: SampleSize

  init(_ trait: Trait) { size = trait.sampleSize }

  init(_ size: SampleSize) { self.size = size }

  func text(of name: String) -> String {
    if let cases = size.cases, let controls = size.controls {
      return "\(NumberStyle.count(cases)) cases and \(NumberStyle.count(controls)) controls for \(name)"
    }
    if let people = size.people { return "\(NumberStyle.count(people)) people for \(name)" }
    return "sample size not supplied for \(name)"
  }
}
