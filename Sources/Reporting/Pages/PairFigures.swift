import StudyModel

/// The figures of one pair on its trait's page.
struct PairFigures {
  let pair: PairDetails

  private var context: StudyContext { pair.context }
  private var direction: String { pair.result.direction.rawValue }
  private var display: EffectDisplay { pair.display }
  private var level: Double { context.design.settings.significanceLevel }
  private var nominalName: String { "\(pair.exposure.nameInText) → \(pair.outcome.nameInText)" }

  func figures() throws -> [ReportFigure] {
    let flow = VariantFlowFigure(
      id: "\(direction)-flow",
      title: title(.flow),
      steps: try VariantFlowSteps(pair: pair).steps(),
      words: context.words
    ).figure()
    guard pair.result.status == .analysed else { return [flow].compactMap { $0 } }
    guard pair.result.basis == .variants else { return [try methods()].compactMap { $0 } }
    return [try methods(), scatter(), funnel(), radial(), variants(), flow].compactMap { $0 }
  }

  private var summary: String {
    guard let primary = pair.primary else { return "" }
    return context.words(
      FigureSentence.found,
      [
        "method": context.methodName(primary.method),
        "estimate": "\(pair.scale.measure) \(display.text(primary.estimate))",
        "p": context.pValues.equation(primary.estimate.pValue),
      ]
    )
  }

  private func title(_ phrase: TitlePhrase) -> String { context.words(phrase, ["pair": nominalName]) }

  private func axis(_ phrase: AxisPhrase, _ values: [String: String] = [:]) -> String {
    context.words(phrase, values)
  }

  private func axis(_ title: String, _ shortTitle: String) -> EffectAxis {
    EffectAxis(
      isRatio: display.isRatio,
      title: title,
      shortTitle: shortTitle,
      unit: shortScale,
      lower: pair.scale.lower,
      higher: pair.scale.higher
    )
  }

  private var shortScale: String { pair.scale.unit }

  // MARK: Methods

  private func methods() throws -> ReportFigure? {
    let primary = pair.primary?.method
    return MethodForestFigure(
      id: "\(direction)-methods",
      title: title(.methods),
      summary: summary,
      axis: axis(shortScale, shortScale),
      estimateHead: context.words(ScalePhrase.estimateHead, ["measure": pair.scale.measure]),
      rows: try pair.result.estimates.compactMap { try methodRow($0, primary: primary) },
      words: context.words
    ).figure()
  }

  private func methodRow(_ outcome: MethodOutcome, primary: MethodID?) throws -> MethodForestFigure.Row? {
    // A Wald ratio is for one variant; where there are more it is no missing method.
    if outcome.notEstimated?.reason == .tooManyVariants { return nil }
    let row: MethodForestFigure.Outcome =
      if let result = outcome.result {
        .estimated(
          display.plotted(result.estimate),
          estimateText: display.text(result.estimate),
          pText: context.pValues.cell(result.estimate.pValue),
          p: result.estimate.pValue,
          isNominal: result.estimate.pValue.value < level
        )
      } else {
        .notEstimated(reason: try outcome.notEstimated.map(context.text) ?? "")
      }
    return MethodForestFigure.Row(
      method: methodName(outcome.method),
      isPrimary: outcome.method == primary,
      outcome: row
    )
  }

  /// “MR-PRESSO, 2 outliers out” where some were.
  private func methodName(_ method: MethodID) -> String {
    let outliers = pair.result.presso.outliers.count
    guard method == .mrPresso, outliers > 0 else { return context.methodName(method) }
    return context.words(
      outliers == 1 ? FigurePhrase.outlierRemoved : .outliersRemoved,
      ["method": context.shortMethodName(method), "count": NumberStyle.count(outliers)]
    )
  }

  private var outliers: Set<String> { Set(pair.result.presso.outliers) }

  // MARK: Scatter and funnel

  private func scatter() -> ReportFigure? {
    ScatterFigure(
      id: "\(direction)-scatter",
      title: context.words(TitlePhrase.scatter, pair.names),
      summary: summary,
      xTitle: axis(.effectOn, ["trait": shortName(pair.exposure), "units": pair.scale.exposureAxis]),
      yTitle: axis(.effectOn, ["trait": shortName(pair.outcome), "units": pair.scale.outcomeAxis]),
      units: (x: pair.scale.exposureAxis, y: pair.scale.outcomeAxis, slope: pair.scale.slope),
      points: pair.result.variants.map { row in
        ScatterFigure.Variant(
          name: row.variant.id,
          x: row.exposure.beta,
          xError: row.exposure.standardError,
          y: row.outcome.beta,
          yError: row.outcome.standardError,
          isRinged: outliers.contains(row.variant.id),
          note: outliers.contains(row.variant.id) ? context.words(FigurePhrase.outlier) : ""
        )
      },
      lines: lines.map { kind, result in
        ScatterFigure.Line(
          kind: kind,
          label: context.shortMethodName(result.method),
          slope: result.estimate.value,
          intercept: kind == .egger ? pair.result.eggerIntercept.estimate?.value ?? 0 : 0
        )
      },
      interceptLabel: interceptLabel,
      words: context.words
    ).figure()
  }

  private var lines: [(MethodLineKind, CausalEstimate)] {
    let kinds: [(MethodID, MethodLineKind)] = [
      (.ivwRandomEffects, .inverseVariance), (.waldRatio, .inverseVariance), (.mrEgger, .egger),
      (.weightedMedian, .median), (.weightedMode, .mode),
    ]
    return kinds.compactMap { method, kind in pair.result.estimate(method).map { (kind, $0) } }
  }

  private var interceptLabel: String {
    guard let intercept = pair.result.eggerIntercept.estimate else { return "" }
    let decimals = EffectDisplay.decimals(halfWidth: intercept.standardError)
    return context.words(
      FigurePhrase.eggerIntercept,
      [
        "value": EffectDisplay.difference(intercept.value, decimals: decimals),
        "p": context.pValues.equation(intercept.pValue),
      ]
    )
  }

  private func shortName(_ trait: Trait) -> String {
    trait.nameInText.count > 24 ? trait.alias ?? trait.nameInText : trait.nameInText
  }

  private func funnel() -> ReportFigure? {
    guard pair.result.singleVariant.count > 1 else { return nil }
    let xTitle =
      display.isRatio
      ? context.words(ScalePhrase.ratioOfEach, ["per": pair.scale.per])
      : context.words(ScalePhrase.estimateOfEach, ["scale": shortScale])
    let factor = pair.result.scale.exposureType == .binary ? EffectDisplay.logTwo : 1
    return FunnelFigure(
      id: "\(direction)-funnel",
      title: title(.funnel),
      summary: summary,
      axis: axis(shortScale, shortScale),
      xTitle: xTitle,
      yTitle: axis(.precision),
      points: pair.result.singleVariant.map { row in
        FunnelFigure.Variant(
          name: row.variant,
          estimate: display.value(row.estimate.value),
          precision: 1 / (row.estimate.standardError * factor),
          isRinged: outliers.contains(row.variant)
        )
      },
      lines: lines.filter { $0.0 != .median }.map { kind, result in
        FunnelFigure.Line(
          kind: kind,
          label: context.shortMethodName(result.method),
          estimate: display.value(result.estimate.value)
        )
      },
      centre: pair.primary.map { display.value($0.estimate.value) },
      words: context.words
    ).figure()
  }

  private func radial() -> ReportFigure? {
    let factor = pair.result.scale.exposureType == .binary ? EffectDisplay.logTwo : 1
    let pooled = pair.result.estimate(.ivwRandomEffects) ?? pair.result.estimate(.ivwFixedEffect)
    return RadialFigure(
      id: "\(direction)-radial",
      title: title(.radial),
      summary: summary,
      xTitle: axis(.precision),
      yTitle: axis(.estimateInErrors),
      points: pair.result.singleVariant.map { row in
        RadialFigure.Variant(
          name: row.variant,
          precision: 1 / (row.estimate.standardError * factor),
          z: row.estimate.value / row.estimate.standardError,
          isRinged: outliers.contains(row.variant)
        )
      },
      line: pooled.map {
        RadialFigure.Line(
          label: context.shortMethodName($0.method),
          slope: $0.estimate.value * factor
        )
      },
      words: context.words
    ).figure()
  }

  // MARK: One by one

  private func variants() -> ReportFigure? {
    let left = Dictionary(pair.result.leaveOneOut.map { ($0.variant, $0) }) { first, _ in first }
    let notes = VariantNotes(pair: pair)
    let rows = pair.result.singleVariant.sorted { $0.estimate.value < $1.estimate.value }
    return VariantForestFigure(
      id: "\(direction)-variants",
      title: title(.variants),
      summary: summary,
      axis: axis(
        axis(.eachAlone, ["scale": shortScale]),
        axis(.eachAloneShort, ["measure": pair.scale.measure])
      ),
      leftOutTitle: axis(.allBut, ["scale": shortScale]),
      leftOutShortTitle: axis(.allButShort),
      pooledName: pooledName,
      pooled: pair.primary.map { display.plotted($0.estimate) },
      rows: rows.map { row in
        VariantForestFigure.Row(
          name: row.variant,
          weight: row.weight,
          alone: display.plotted(row.estimate),
          leftOut: left[row.variant].map { display.plotted($0.estimate) },
          note: notes.text(row.variant),
          isRinged: outliers.contains(row.variant)
        )
      },
      words: context.words
    ).figure()
  }

  private var pooledName: String {
    guard let primary = pair.primary else { return "" }
    let method = context.shortMethodName(primary.method)
    return primary.variantCount == 1
      ? method
      : context.words(
        FigurePhrase.pooled,
        ["count": NumberStyle.count(primary.variantCount), "method": method]
      )
  }
}
