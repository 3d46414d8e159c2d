import StudyModel

/// The figures of a study's front page.
struct PanelFigures {
  let context: StudyContext

  private var design: StudyDesign { context.design }

  func figures() throws -> [ReportFigure] {
    let forests = try Direction.allCases.compactMap { try forest($0) }
    return try [diagram()].compactMap { $0 } + forests
  }

  // MARK: The design

  private func diagram() throws -> ReportFigure? {
    func arrow(_ direction: Direction) throws -> DesignDiagram.Arrow? {
      guard design.pairs.contains(where: { $0.direction == direction }) else { return nil }
      let name = try context.words.text("direction", direction.rawValue)
      let reports = context.pairs(direction)
      let isElsewhere = reports.contains { $0.design.exposureSource != nil || $0.design.outcomeSource != nil }
      let text = variantRange(reports) + (isElsewhere ? "; other samples" : "")
      return DesignDiagram.Arrow(name: name, text: text)
    }
    return DesignDiagram(
      id: "design",
      title: "Design: \(design.panel.name) and \(design.disease.nameInText)",
      panel: DesignDiagram.Side(heading: panelHeading, lines: panelLines),
      disease: DesignDiagram.Side(heading: DisplayName.capitalised(design.disease.name), lines: diseaseLines),
      forward: try arrow(.forward),
      reverse: try arrow(.reverse)
    ).figure()
  }

  private func variantRange(_ reports: [PairReport]) -> String {
    let counts = reports.filter { $0.result.status == .analysed }.map(\.result.flow.used).sorted()
    guard let low = counts.first, let high = counts.last else { return "not analysed" }
    let missing = reports.count - counts.count
    let rest = missing == 0 ? "" : "; \(missing) of \(reports.count) traits not analysed"
    if counts.count == 1 { return DirectionModel.variants(low) + rest }
    return low == high
      ? "\(DirectionModel.variants(low)) per trait\(rest)" : "\(low) to \(high) variants per trait\(rest)"
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
          ? "\(NumberStyle.count(low)) people"
          : "\(NumberStyle.count(low)) to \(NumberStyle.count(high)) people per trait"
      )
    }
    lines.append(types(traits))
    let groups = traits.compactMap(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if groups.count > 1 { lines.append(DisplayName.list(groups).lowercased()) }
    return lines
  }

  private func types(_ traits: [Trait]) -> String {
    let binary = traits.filter { $0.type == .binary }.count
    if binary == traits.count { return "binary, in log odds" }
    let units = Set(traits.filter { $0.type == .continuous }.map { $0.units ?? "" })
    let unit =
      units.count == 1 ? units.first.map { $0.isEmpty ? "units as reported" : "in \($0)" } : "several units"
    return (binary == 0 ? "continuous, " : "continuous and binary, ") + (unit ?? "units as reported")
  }

  private var diseaseLines: [String] {
    let disease = design.disease
    let size = disease.sampleSize
    let people: String =
      if let cases = size.cases, let controls = size.controls {
        "\(NumberStyle.count(cases)) cases, \(NumberStyle.count(controls)) controls"
      } else {
        size.people.map { "\(NumberStyle.count($0)) people" } ?? "cases and controls: not supplied"
      }
    return [people, types([disease]), disease.source.accession ?? ""].filter { !$0.isEmpty }
  }

  // MARK: Forests

  private func forest(_ direction: Direction) throws -> ReportFigure? {
    let reports = context.pairs(direction)
    guard !reports.isEmpty else { return nil }
    let names = reports.map(\.trait.group).reduce(into: [String?]()) { if !$0.contains($1) { $0.append($1) } }
    let groups = try names.map { name in
      PanelForestFigure.Group(
        name: name ?? (names.count > 1 ? "Other" : ""),
        rows: try Self.sorted(reports.filter { $0.trait.group == name }).map(row)
      )
    }
    let axis = axis(reports, direction)
    let passing = reports.filter { $0.evidence == .passing }.count
    return PanelForestFigure(
      id: "\(direction.rawValue)-forest",
      title: axis.title,
      summary:
        "Estimates that pass adjustment: \(passing) of \(reports.filter { $0.adjustment != nil }.count).",
      axis: axis,
      estimateHead: "\(Self.common(reports.map(\.scale.measure)) ?? "Estimate") (95% CI)",
      groups: groups
    ).figure()
  }

  /// By estimate; pairs without one stand at the end.
  private static func sorted(_ reports: [PairReport]) -> [PairReport] {
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
      link: pair.pagePath,
      variants: NumberStyle.count(pair.result.flow.used),
      outcome: try outcome(pair)
    )
  }

  private func outcome(_ pair: PairReport) throws -> PanelForestFigure.Outcome {
    guard let primary = pair.primary else { return .untested(reason: try pair.missingText ?? "") }
    let evidence: PanelForestFigure.Evidence =
      switch pair.evidence {
      case .passing: .adjusted
      case .nominal: .nominal
      case .neither, .unadjusted, .untested: .neither
      }
    return .tested(
      PanelForestFigure.Tested(
        plotted: pair.display.plotted(primary.estimate),
        estimateText: pair.display.text(primary.estimate),
        pText: context.pValues.cell(primary.estimate.pValue),
        adjustedPText: pair.adjustment.map { context.pValues.cell($0.test.benjaminiHochberg) } ?? "–",
        evidence: evidence
      )
    )
  }

  /// The scale all rows share, in the words of the whole panel.
  private func axis(_ reports: [PairReport], _ direction: Direction) -> EffectAxis {
    let member = design.panel.traits.count == 1 ? design.panel.traits[0].nameInText : design.panel.member
    let scales = reports.map { pair in
      ScaleWords(
        scale: pair.result.scale,
        exposure: direction == .forward ? member : design.disease.nameInText,
        outcome: direction == .forward ? design.disease.nameInText : member
      )
    }
    let shared = scales[0]
    let isOne = Self.common(scales.map(\.sentence)) != nil
    return EffectAxis(
      isRatio: shared.scale.outcomeType == .binary,
      title: isOne ? shared.sentence : "Effect, each trait on its own scale",
      shortTitle: isOne ? "\(shared.measure) \(shared.per)" : "Effect, own scale",
      lower: shared.lower,
      higher: shared.higher
    )
  }

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
