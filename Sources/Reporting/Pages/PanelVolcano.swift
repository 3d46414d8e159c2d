import StudyModel

extension PanelFigures {
  /// Every primary estimate of one direction against its p; nil where there is none, or only one.
  func volcano(_ direction: Direction) throws -> ReportFigure? {
    let reports = context.shownPairs(direction).filter { $0.primary != nil }
    guard reports.count > 1, let first = reports.first else { return nil }
    let axis = axis(reports, direction)
    let families = DirectionSummary(context: context, direction: direction).families
    let name = try context.words.text("direction", direction.rawValue)
    return VolcanoFigure(
      id: "\(direction.rawValue)-volcano",
      title: context.words(TitlePhrase.volcano, ["direction": name, "title": context.design.title]),
      summary: summary(reports),
      axis: axis,
      xTitle: first.display.isRatio
        ? context.words(ScalePhrase.logScale, ["scale": axis.title]) : axis.title,
      level: context.design.settings.significanceLevel,
      levelText: context.level,
      // One line can stand for one family only.
      tests: families.count == 1 ? families[0].tested : 0,
      points: reports.compactMap(point),
      words: context.words
    ).figure()
  }

  private func point(_ pair: PairReport) -> VolcanoFigure.Trait? {
    guard let primary = pair.primary else { return nil }
    return VolcanoFigure.Trait(
      name: pair.trait.name,
      link: linkPrefix + pair.pagePath,
      unit: Self.unit(pair),
      estimate: pair.display.value(primary.estimate.value),
      negativeLog10P: primary.estimate.pValue.negativeLog10,
      estimateText: pair.display.text(primary.estimate),
      pText: context.pValues.cell(primary.estimate.pValue),
      p: primary.estimate.pValue,
      evidence: Self.evidence(pair)
    )
  }

  /// As the forest marks it.
  static func evidence(_ pair: PairReport) -> PanelForestFigure.Evidence {
    switch pair.evidence {
    case .passing: .adjusted
    case .nominal: .nominal
    case .neither, .unadjusted, .untested: .neither
    }
  }
}
