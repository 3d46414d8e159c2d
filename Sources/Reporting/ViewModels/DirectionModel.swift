import StudyModel

/// One direction of a trait's page.
struct DirectionModel {
  let pair: PairReport
  let figures: [String: FigureLinks]

  private var context: StudyContext { pair.context }
  private var direction: String { pair.result.direction.rawValue }
  private var directionName: String { (try? context.words.text("direction", direction)) ?? direction }

  func value() throws -> TemplateValue {
    let variants = VariantTables(pair: pair)
    let status = pair.result.status
    return .object([
      "heading": .text(try context.words.text("direction_heading", direction, pair.names)),
      "direction_name": .text(directionName),
      "analysed": .flag(status == .analysed),
      "not_analysed": .flag(status != .analysed),
      "instruments_not_supplied": .flag(status == .instrumentsNotSupplied),
      "lookup_not_supplied": .flag(status == .lookupNotSupplied),
      "no_instrument_left": .flag(status == .noInstrumentLeft),
      "exposure": .text(pair.exposure.nameInText),
      "outcome": .text(pair.outcome.nameInText),
      "passing": .flag(pair.evidence == .passing),
      "nominal_only": .flag(pair.evidence == .nominal),
      "neither": .flag(pair.evidence == .neither),
      "unadjusted": .flag(pair.evidence == .unadjusted),
      "subject": .text(try pair.phrase("subject")),
      "subject_plain": .text(try pair.phrase("subject_plain")),
      "object": .text(try pair.phrase("object")),
      "object_plain": .text(try pair.phrase("object_plain")),
      "direction_word": .text(pair.directionWord),
      "tested": .text(pair.adjustment.map { NumberStyle.count($0.family.tested) } ?? ""),
      "level": .text(context.level),
      "estimate": estimate,
      "scale_sentence": .optional(status == .analysed ? pair.scale.sentence : nil),
      "method_sentence": .optional(methodSentence),
      "data_note": .text(dataNote),
      "nothing": .text(try nothing()),
      "methods": figure("methods", try methodsCaption()),
      "scatter": figure("scatter", scatterCaption),
      "funnel": figure("funnel", funnelCaption),
      "variant_forest": figure("variants", variantCaption, lede: variantLede()),
      "leave_one_out": try variants.leaveOneOut(),
      "nothing_left_out": .text(try nothing(leaveOneOut: true)),
      "flow": try variants.flow(),
      "excluded": try variants.excluded(),
      "kept": try variants.kept(),
      "release_file": .text("\(pair.result.id).json"),
      "release_href": .text("../release/pairs/\(pair.result.id).json"),
      "inputs": .optional(pair.result.inputs.isEmpty ? nil : DisplayName.list(pair.result.inputs)),
    ])
  }

  private var estimate: TemplateValue {
    guard let primary = pair.primary else { return .absent }
    let display = pair.display
    return .object([
      "measure_value": .text(measureValue(display.valueText(primary.estimate))),
      "interval": .text(display.intervalText(primary.estimate)),
      "per": .text(perText),
      "p": .text(context.pValues.equation(primary.estimate.pValue)),
      "variants": .text(Self.variants(primary.variantCount)),
      "family": family,
      "small_sample": primary.smallSampleInterval.map {
        .object(["interval": .text(display.intervalText(primary.estimate, $0))])
      } ?? .absent,
    ])
  }

  private func measureValue(_ value: String) -> String {
    let scale = pair.result.scale
    if scale.outcomeType == .binary { return "OR " + value }
    return scale.outcomeUnits.map { "\(value) \($0)" } ?? "β " + value
  }

  private var perText: String {
    guard pair.result.scale.exposureType == .continuous, let size = pair.exposure.unitSize,
      pair.result.scale.exposureUnits == pair.exposure.units
    else {
      return pair.scale.per
    }
    return "\(pair.scale.per) (\(size))"
  }

  private var family: TemplateValue {
    guard let adjustment = pair.adjustment else { return .absent }
    return .object([
      "tested": .text(Self.tests(adjustment.family.tested)),
      "name": .text("family “\(adjustment.family.id)”"),
      "p_adjusted": .text(context.pValues.cell(adjustment.test.benjaminiHochberg)),
      "p_bonferroni": .text(context.pValues.cell(adjustment.test.bonferroni)),
    ])
  }

  private var methodSentence: String? {
    pair.primary.map { "Method: \(context.methodName($0.method))." }
  }

  /// Where both sides come from, then what the author says of this pair's data.
  private var dataNote: String {
    let sides = [
      ("Exposure", pair.exposure, pair.design.exposureSource),
      ("Outcome", pair.outcome, pair.design.outcomeSource),
    ]
    let sources = sides.map { side, trait, own in
      let general = PairSource(source: trait.source, sampleSize: trait.sampleSize, ancestry: trait.ancestry)
      let source = own ?? general
      return "\(side), \(trait.nameInText): \(SourceText.pairSource(source))."
    }
    return (sources + [pair.design.note].compactMap { $0 }).joined(separator: " ")
  }

  private func nothing(leaveOneOut: Bool = false) throws -> String {
    if pair.result.status != .analysed {
      return DisplayName.capitalised(try context.words.text("status", pair.result.status.rawValue)) + "."
    }
    guard leaveOneOut else { return "" }
    return pair.result.variants.count == 1
      ? "Leaving one out needs two variants; there is one."
      : "Without any one variant too few are left for the primary method."
  }

  static func tests(_ count: Int) -> String {
    count == 1 ? "1 test" : "\(NumberStyle.count(count)) tests"
  }

  static func variants(_ count: Int) -> String {
    count == 1 ? "1 variant" : "\(NumberStyle.count(count)) variants"
  }

  // MARK: Figures

  private func figure(_ name: String, _ caption: String, lede: String? = nil) -> TemplateValue {
    guard let links = figures["\(direction)-\(name)"] else { return .absent }
    return links.value([
      "caption": .text(caption), "lede": .optional(lede), "direction_name": .text(directionName),
      "exposure": .text(pair.exposure.nameInText), "outcome": .text(pair.outcome.nameInText),
    ])
  }

  private func methodsCaption() throws -> String {
    var sentences = [pair.scale.sentence + "."]
    if let simulated = pair.result.estimates.compactMap(\.result).first(where: { $0.monteCarlo != nil }),
      let error = simulated.monteCarlo
    {
      let relative = error.standardErrorOfStandardError / simulated.estimate.standardError
      sentences.append(
        "\(context.methodName(simulated.method)): standard error from \(NumberStyle.count(error.draws)) draws, "
          + "Monte-Carlo error \(NumberStyle.percent(relative)) of it."
      )
    }
    return sentences.joined(separator: " ")
  }

  private var scatterCaption: String {
    "Lines: slopes by method. Bars: ±1 SE. Each variant is turned so that its effect on "
      + "\(pair.exposure.nameInText) is positive."
  }

  private var funnelCaption: String {
    "Each variant’s own estimate against its precision. "
      + "Dotted: where 95% of variants would fall around the primary estimate."
  }

  private var variantCaption: String {
    "Blue: the variant’s own 95% interval excludes the null. Weight: share of the IVW estimate. "
      + "Arrows: the interval runs past the axis; the numbers are in the data file."
  }

  private func variantLede() -> String {
    let rows = pair.result.leaveOneOut.map(\.estimate)
    guard let low = rows.min(by: { $0.value < $1.value }), let high = rows.max(by: { $0.value < $1.value })
    else { return (try? nothing(leaveOneOut: true)) ?? "" }
    let what = pair.display.isRatio ? "odds ratio" : "estimate"
    return "Whichever variant is left out, the \(what) stays between \(pair.display.valueText(low)) and "
      + "\(pair.display.valueText(high)). Sorted by the variant’s own estimate."
  }
}
