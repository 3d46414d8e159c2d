import StudyModel

/// The figures of a study's front page.
struct PanelFigures {
  let context: StudyContext
  /// What stands before the links to trait pages.
  var linkPrefix = ""

  private var design: StudyDesign { context.design }

  func figures() throws -> [ReportFigure] {
    let forests = try context.directions.map { direction in
      try forest(direction, frontPairs(direction), id: "\(direction.rawValue)-forest")?.figure()
    }
    let grid = context.hasPanelPages ? nil : try grid(context.directions, context.shownTraits, id: "grid")
    return try ([diagram()] + forests + [grid] + context.directions.map(volcano)).compactMap { $0 }
  }

  /// The rows of the front page's forest: all, or those with the smallest p where the panel has pages of its own.
  private func frontPairs(_ direction: Direction) -> [PairReport] {
    let reports = context.shownPairs(direction)
    guard context.hasPanelPages else { return reports }
    let byP = reports.enumerated().compactMap { offset, pair in
      pair.primary.map { (p: $0.estimate.pValue, offset: offset) }
    }.sorted { ($0.p, $0.offset) < ($1.p, $1.offset) }
    let chosen = Set(byP.prefix(StudyContext.smallestOnFrontPage).map(\.offset))
    return reports.enumerated().filter { chosen.contains($0.offset) }.map(\.element)
  }

  // MARK: The design

  private func diagram() throws -> ReportFigure? {
    func arrow(_ direction: Direction) throws -> DesignDiagram.Arrow? {
      guard design.pairs.contains(where: { $0.direction == direction }) else { return nil }
      let name = try context.words.text("direction", direction.rawValue)
      let reports = context.pairs(direction)
      let isElsewhere = reports.contains { $0.design.exposureSource != nil || $0.design.outcomeSource != nil }
      let range = variantRange(reports)
      let text = isElsewhere ? words(.otherSamples, ["text": range]) : range
      return DesignDiagram.Arrow(name: name, text: text)
    }
    return DesignDiagram(
      id: "design",
      title: context.words(
        TitlePhrase.design,
        ["panel": design.panel.name, "disease": design.disease.nameInText]
      ),
      panel: DesignDiagram.Side(heading: panelHeading, lines: panelLines),
      disease: DesignDiagram.Side(heading: DisplayName.capitalised(design.disease.name), lines: diseaseLines),
      forward: try arrow(.forward),
      reverse: try arrow(.reverse),
      words: context.words
    ).figure()
  }

  private func variantRange(_ reports: [PairReport]) -> String {
    let counts = reports.filter { $0.outline.status == .analysed }.map(\.variantCount).sorted()
    guard let low = counts.first, let high = counts.last else { return words(.notAnalysed) }
    let range =
      if counts.count == 1 {
        context.words.variants(low)
      } else if low == high {
        words(.perTrait, ["variants": context.words.variants(low)])
      } else {
        words(.rangePerTrait, ["low": NumberStyle.count(low), "high": NumberStyle.count(high)])
      }
    let missing = reports.count - counts.count
    guard missing > 0 else { return range }
    return words(
      .someNotAnalysed,
      ["text": range, "count": NumberStyle.count(missing), "all": NumberStyle.count(reports.count)]
    )
  }

  private func words(_ phrase: FigurePhrase, _ values: [String: String] = [:]) -> String {
    context.words(phrase, values)
  }

  private var panelHeading: String {
    let traits = design.panel.traits
    return traits.count == 1 ? traits[0].name : "\(traits.count) \(design.panel.name)"
  }

  private var panelLines: [String] {
    let traits = design.panel.traits
    let people = traits.compactMap(\.sampleSize.people).sorted()
    var lines: [String] = []
    if let low = people.first, let high = people.last {
      lines.append(
        low == high
          ? context.words(.people, low)
          : words(.peoplePerTrait, ["low": NumberStyle.count(low), "high": NumberStyle.count(high)])
      )
    }
    lines.append(types(traits))
    let groups = traits.compactMap(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if groups.count > 1 { lines.append(context.words.list(groups).lowercased()) }
    return lines
  }

  private func types(_ traits: [Trait]) -> String {
    let binary = traits.filter { $0.type == .binary }.count
    if binary == traits.count { return words(.binary) }
    let found = Set(traits.filter { $0.type == .continuous }.map { $0.units ?? "" })
    let units =
      switch (found.count, found.first ?? "") {
      case (1, ""): context.words(ScalePhrase.unitsUnknown)
      case (1, let name): words(.units, ["units": name])
      default: words(.severalUnits)
      }
    return words(binary == 0 ? .continuous : .mixed, ["units": units])
  }

  private var diseaseLines: [String] {
    let disease = design.disease
    let size = disease.sampleSize
    let people: String =
      if let cases = size.cases, let controls = size.controls {
        words(.casesControls, ["cases": NumberStyle.count(cases), "controls": NumberStyle.count(controls)])
      } else {
        size.people.map { context.words(.people, $0) } ?? words(.sizeUnknown)
      }
    return [people, types([disease]), disease.source.accession ?? ""].filter { !$0.isEmpty }
  }

  // MARK: Forests

  /// One direction's rows in groups, sorted by estimate within each.
  func forest(_ direction: Direction, _ reports: [PairReport], id: String) throws -> PanelForestFigure? {
    guard !reports.isEmpty else { return nil }
    let names = Self.groupNames(reports)
    let members = Dictionary(grouping: reports, by: \.trait.group)
    let groups = try names.map { name in
      PanelForestFigure.Group(
        name: name ?? (names.count > 1 ? words(.other) : ""),
        rows: try Self.sorted(members[name, default: []]).map(row)
      )
    }
    let axis = axis(reports, direction)
    return PanelForestFigure(
      id: id,
      title: axis.title,
      summary: summary(reports),
      axis: axis,
      estimateHead: context.words(
        ScalePhrase.estimateHead,
        ["measure": Self.common(reports.map(\.scale.measure)) ?? context.words(ScalePhrase.estimate)]
      ),
      checkHeads: try checkHeads(),
      groups: groups,
      words: context.words
    )
  }

  /// The groups in the order in which the panel names them first.
  static func groupNames(_ reports: [PairReport]) -> [String?] {
    var seen: Set<String?> = []
    return reports.map(\.trait.group).filter { seen.insert($0).inserted }
  }

  /// By estimate; pairs without one stand at the end.
  static func sorted(_ reports: [PairReport]) -> [PairReport] {
    reports.enumerated().sorted { left, right in
      switch (left.element.primary?.estimate.value, right.element.primary?.estimate.value) {
      case (let a?, let b?) where a != b: a < b
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  private func row(_ pair: PairReport) throws -> PanelForestFigure.Row {
    PanelForestFigure.Row(
      name: pair.trait.name,
      alias: pair.trait.alias ?? "",
      link: linkPrefix + pair.pagePath,
      variants: pair.variantCount,
      unit: Self.unit(pair),
      outcome: try outcome(pair)
    )
  }

  private func outcome(_ pair: PairReport) throws -> PanelForestFigure.Outcome {
    guard let primary = pair.primary else { return .untested(reason: try pair.missingText ?? "") }
    return .tested(
      PanelForestFigure.Tested(
        plotted: pair.display.plotted(primary.estimate),
        estimateText: pair.display.text(primary.estimate),
        pText: context.pValues.cell(primary.estimate.pValue),
        adjustedPText: pair.adjustment.map { context.pValues.cell($0.test.benjaminiHochberg) } ?? "–",
        p: primary.estimate.pValue,
        adjustedP: pair.adjustment?.test.benjaminiHochberg,
        evidence: Self.evidence(pair),
        checks: checks(pair)
      )
    )
  }

  /// The checks that the forest has a column for.
  private static let checks: [CheckID] = [.heterogeneity, .pleiotropy, .agreement]

  /// None for releases made before schema version 3, which have no appraisals.
  private func checkHeads() throws -> [String] {
    guard context.conclusions.appraisals != nil else { return [] }
    return try Self.checks.map { try context.words.text("check_head", $0.rawValue) }
  }

  private func checks(_ pair: PairReport) -> [CheckGlyph] {
    guard let appraisal = context.appraisal(pair.outline.id) else { return [] }
    return Self.checks.map { id in
      switch appraisal.checks.first(where: { $0.id == id })?.status {
      case .holds: .holds
      case .caution: .caution
      case .fails: .fails
      case .cannotBeAssessed, nil: .notAssessed
      }
    }
  }

  /// The scale all rows share, in the words of the whole panel.
  func axis(_ reports: [PairReport], _ direction: Direction) -> EffectAxis {
    let member = design.panel.traits.count == 1 ? design.panel.traits[0].nameInText : design.panel.member
    let scales = reports.map { pair in
      ScaleWords(
        scale: pair.outline.scale,
        exposure: direction == .forward ? member : design.disease.nameInText,
        outcome: direction == .forward ? design.disease.nameInText : member,
        words: context.words
      )
    }
    let shared = scales[0]
    let isOne = Self.common(scales.map(\.sentence)) != nil
    return EffectAxis(
      isRatio: shared.scale.outcomeType == .binary,
      title: isOne ? shared.sentence : context.words(ScalePhrase.own),
      shortTitle: isOne ? shared.unit : context.words(ScalePhrase.ownShort),
      unit: isOne ? shared.unit : context.words(ScalePhrase.ownUnit),
      lower: shared.lower,
      higher: shared.higher
    )
  }

  /// What was found, for the alternative text.
  func summary(_ reports: [PairReport]) -> String {
    let tests = reports.filter { $0.adjustment != nil }
    return context.words(
      FigureSentence.passing,
      [
        "count": NumberStyle.count(tests.count { $0.evidence == .passing }),
        "all": NumberStyle.count(tests.count),
      ]
    )
  }

  /// The unit of a pair's estimate on the scale of display.
  static func unit(_ pair: PairReport) -> String { pair.scale.unit }

  private static func common(_ texts: [String]) -> String? {
    Set(texts).count == 1 ? texts.first : nil
  }
}

extension EffectDisplay {
  /// The estimate's place on an axis.
  func plotted(_ estimate: Estimate, _ interval: ConfidenceInterval? = nil) -> PlottedEstimate {
    let interval = interval ?? estimate.interval
    return PlottedEstimate(
      estimate: value(estimate.value),
      low: value(interval.lower),
      high: value(interval.upper)
    )
  }
}
