import StudyModel

/// The sentences beneath the figures of one pair.
struct PairFigureCaptions {
  let pair: PairReport
  /// The figures of the page by id: captions explain what these draw.
  let figures: [String: FigureLinks]

  private var context: StudyContext { pair.context }

  var methods: String {
    var sentences = [pair.scale.sentence + "."]
    if let simulated = simulatedText { sentences.append(simulated) }
    if pair.hasOnlyResults {
      sentences.append("Estimates, standard errors and p as supplied; intervals computed from them.")
    }
    if features("methods").contains(.arrows) {
      sentences.append("Arrowheads: the interval runs past the axis; the numbers are complete.")
    }
    return sentences.joined(separator: " ")
  }

  /// Which standard errors are simulated, and how far another seed would move them.
  private var simulatedText: String? {
    let simulated = pair.result.estimates.compactMap(\.result).filter { $0.monteCarlo != nil }
    let errors = simulated.compactMap { result in
      result.monteCarlo.map { $0.standardErrorOfStandardError / result.estimate.standardError }
    }
    guard let largest = errors.max(), let draws = simulated.first?.monteCarlo?.draws else { return nil }
    let names = DisplayName.list(simulated.map { context.methodName($0.method) })
    let error = simulated.count == 1 ? "" : "at most "
    return "\(names): standard error from \(NumberStyle.count(draws)) draws, Monte-Carlo error "
      + "\(error)\(NumberStyle.percent(largest)) of it."
  }

  var scatter: String {
    var sentences = [
      "Lines: slopes by method. Bars: ±1 SE. Each variant is turned so that its effect on "
        + "\(pair.exposure.nameInText) is positive."
    ]
    if features("scatter").contains(.rings) { sentences.append("Ringed: MR-PRESSO outliers.") }
    sentences += names("scatter", "farthest, in standard errors, from the \(firstLine) line")
    return sentences.joined(separator: " ")
  }

  var funnel: String {
    let features = features("funnel")
    var sentences = ["Each variant’s own estimate against its precision."]
    if features.contains(.curves) {
      sentences.append("Dotted: where 95% of variants would fall around the primary estimate.")
    }
    if features.contains(.rings) { sentences.append("Ringed: MR-PRESSO outliers.") }
    sentences += names("funnel", "farthest, in standard errors, from the primary estimate")
    if features.contains(.arrows) { sentences.append("Arrowheads: variants past the axis.") }
    return sentences.joined(separator: " ")
  }

  func radial() throws -> String {
    let features = features("radial")
    var sentences = [try context.words.text("caption", "radial")]
    if features.contains(.curves) { sentences.append(try context.words.text("caption", "radial_band")) }
    if features.contains(.rings) { sentences.append("Ringed: MR-PRESSO outliers.") }
    sentences += names("radial", "that add most to Cochran’s Q")
    return sentences.joined(separator: " ")
  }

  var variants: String {
    let features = features("variants")
    let null = pair.display.isRatio ? "1" : "0"
    let reasons = VariantNotes(pair: pair).reasons.map(text)
    var sentences: [String] = []
    if features.contains(.excludesNull) {
      let side = features.contains(.leftOut) ? "Blue at the left" : "Blue"
      sentences.append("\(side): the variant’s own 95% interval excludes \(null).")
    }
    if !reasons.isEmpty {
      let marks = features.contains(.leftOut) ? "Bold, and blue at the right" : "Bold"
      sentences.append("\(marks): \(DisplayName.list(reasons)).")
    }
    if features.contains(.rings) { sentences.append("Ringed: MR-PRESSO outliers.") }
    if features.contains(.weights) {
      sentences.append("Weight (not on narrow screens): share of the IVW estimate.")
    }
    if features.contains(.arrows) {
      sentences.append("Arrowheads: the interval runs past the axis; the numbers are in the data.")
    }
    return sentences.joined(separator: " ")
  }

  private func text(_ reason: VariantNotes.Reason) -> String {
    switch reason {
    case .outlier: "MR-PRESSO outliers"
    case .crossesNull: "variants without which the estimate crosses the null"
    case .losesLevel: "variants without which p < \(context.level) is lost"
    case .largestShift: "the variant without which the estimate shifts most"
    }
  }

  private func features(_ name: String) -> Set<FigureFeature> {
    figures["\(pair.result.direction.rawValue)-\(name)"]?.features ?? []
  }

  /// Why some points are named and others are not.
  private func names(_ figure: String, _ extremity: String) -> [String] {
    let features = features(figure)
    guard features.contains(.chosenNames) else { return [] }
    let outliers = features.contains(.rings) ? "outliers, " : ""
    return ["Named, where there is room: \(outliers)the variants of most weight and those \(extremity)."]
  }

  /// The line of the scatter that extremes are told by.
  private var firstLine: String {
    let method: MethodID = pair.result.estimate(.ivwRandomEffects) == nil ? .waldRatio : .ivwRandomEffects
    return context.shortMethodName(method)
  }

  /// How far leaving one variant out moves the estimate; nil where none was left out.
  var variantLede: String? {
    let rows = pair.result.leaveOneOut.map(\.estimate)
    guard let low = rows.min(by: { $0.value < $1.value }), let high = rows.max(by: { $0.value < $1.value })
    else { return nil }
    let what = pair.display.isRatio ? "odds ratio" : "estimate"
    return "Whichever variant is left out, the \(what) stays between \(pair.display.valueText(low)) and "
      + "\(pair.display.valueText(high)). Sorted by the variant’s own estimate."
  }
}
