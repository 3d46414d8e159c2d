import StudyModel

/// One direction of a trait's page.
struct DirectionModel {
  let pair: PairDetails
  let figures: [String: FigureLinks]

  private var context: StudyContext { pair.context }
  private var captions: PairFigureCaptions { PairFigureCaptions(pair: pair, figures: figures) }
  private var direction: String { pair.result.direction.rawValue }
  private var directionName: String { (try? context.words.text("direction", direction)) ?? direction }

  func value() throws -> TemplateValue {
    let variants = VariantTables(pair: pair)
    let status = pair.result.status
    let absence = PairAbsence(pair: pair)
    return .object([
      "heading": .text(try context.words.text("direction_heading", direction, pair.names)),
      "direction_name": .text(directionName),
      "analysed": .flag(status == .analysed),
      "not_analysed": .flag(status != .analysed),
      "instruments_not_supplied": .flag(status == .instrumentsNotSupplied),
      "lookup_not_supplied": .flag(status == .lookupNotSupplied),
      "no_instrument_left": .flag(status == .noInstrumentLeft),
      "results_not_supplied": .flag(status == .resultsNotSupplied),
      "has_variants": .flag(status == .analysed && pair.result.basis == .variants),
      "no_primary": .optional(status == .analysed ? try pair.missingText : nil),
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
      "truth": try TruthModel(context: context).pair(pair),
      "appraisal": try AppraisalModel(pair: pair)?.verdict() ?? .absent,
      "null_range": NullRange(pair: pair.report).value,
      "data": data,
      "no_methods": .optional(try absence.methods()),
      "no_plots": .optional(try absence.plots()),
      "methods": figure("methods", captions.methods),
      "details": try EstimateDetailsModel(pair: pair).value(),
      "scatter": figure("scatter", captions.scatter),
      "funnel": figure("funnel", captions.funnel),
      "variant_forest": figure(
        "variants",
        captions.variants,
        lede: try captions.variantLede ?? absence.leaveOneOut()
      ),
      "leave_one_out": try LeaveOneOutModel(pair: pair).value(),
      "no_leave_one_out": .optional(try absence.leaveOneOut()),
      "presso": try PressoModel(pair: pair).value(),
      "no_presso": .optional(try absence.presso()),
      "steiger": try SteigerModel(pair: pair).value(),
      "no_steiger": .optional(try absence.steiger()),
      "radial": figure("radial", captions.radial),
      "flow": figure("flow", context.words(CaptionPhrase.flow)),
      "relaxed": variants.relaxed(),
      "no_flow": .optional(try absence.flow()),
      "excluded": try variants.excluded(),
      "kept": try variants.kept(),
      "release_file": .text("\(pair.result.id).json"),
      "release_href": .text("../release/pairs/\(pair.result.id).json"),
      "inputs": .optional(pair.result.inputs.isEmpty ? nil : context.words.list(pair.result.inputs)),
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
      "variants": .text(context.words.variants(primary.variantCount)),
      "scale": .text(pair.scale.sentence),
      "method": .text(context.methodName(primary.method)),
      "simulated": simulated(primary),
      "family": family,
      "small_sample": primary.smallSampleInterval.map {
        .object(["interval": .text(display.intervalText(primary.estimate, $0))])
      } ?? .absent,
    ])
  }

  /// How far another seed would move the standard error, and with it interval and p.
  private func simulated(_ primary: CausalEstimate) -> TemplateValue {
    guard let error = primary.monteCarlo, primary.estimate.standardError > 0 else { return .absent }
    let share = error.standardErrorOfStandardError / primary.estimate.standardError
    return .object(["draws": .number(error.draws), "error": .text(NumberStyle.percent(share))])
  }

  private func measureValue(_ value: String) -> String {
    let scale = pair.result.scale
    if scale.outcomeType != .binary, let units = scale.outcomeUnits { return "\(value) \(units)" }
    return "\(pair.scale.measure) \(value)"
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
    guard let adjustment = pair.adjustment, adjustment.family.tested > 1 else { return .absent }
    return .object([
      "tested": .text(context.words.tests(adjustment.family.tested)),
      "name": .text(adjustment.family.id),
      "p_adjusted": .text(context.pValues.cell(adjustment.test.benjaminiHochberg)),
      "p_bonferroni": .text(context.pValues.cell(adjustment.test.bonferroni)),
      "wide": context.wideAdjustment(pair.result.id).map {
        .object([
          "tested": .text(context.words.tests($0.family.tested)), "name": .text($0.family.id),
          "p_adjusted": .text(context.pValues.cell($0.test.benjaminiHochberg)),
          "p_bonferroni": .text(context.pValues.cell($0.test.bonferroni)),
        ])
      } ?? .absent,
    ])
  }

  /// Where both sides come from, and what the author says of this pair's data.
  private var data: TemplateValue {
    func side(_ trait: Trait, _ own: PairSource?) -> TemplateValue {
      let general = PairSource(source: trait.source, sampleSize: trait.sampleSize, ancestry: trait.ancestry)
      return .object([
        "name": .text(trait.nameInText),
        "source": .optional(SourceText.pairSource(own ?? general, context.words)),
      ])
    }
    let results = SourceText.text(context.design.source, context.words)
    return .object([
      "only_results": .flag(pair.hasOnlyResults),
      "results_source": .optional(results.isEmpty ? nil : results),
      "exposure": side(pair.exposure, pair.design.exposureSource),
      "outcome": side(pair.outcome, pair.design.outcomeSource),
      "note": .optional(pair.design.note),
    ])
  }

  // MARK: Figures

  private func figure(_ name: String, _ caption: String, lede: String? = nil) -> TemplateValue {
    guard let links = figures["\(direction)-\(name)"] else { return .absent }
    return links.value([
      "caption": .text(caption), "lede": .optional(lede), "direction_name": .text(directionName),
      "exposure": .text(pair.exposure.nameInText), "outcome": .text(pair.outcome.nameInText),
    ])
  }
}
