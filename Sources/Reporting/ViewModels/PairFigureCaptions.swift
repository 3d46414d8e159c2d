import StudyModel

/// The sentences beneath the figures of one pair.
struct PairFigureCaptions {
  let pair: PairDetails
  /// The figures of the page by id: captions explain what these draw.
  let figures: [String: FigureLinks]

  private var context: StudyContext { pair.context }

  private func words(_ phrase: CaptionPhrase, _ values: [String: String] = [:]) -> String {
    context.words(phrase, values)
  }

  var methods: String {
    var sentences = [pair.scale.sentence + "."]
    if let simulated = simulatedText { sentences.append(simulated) }
    if pair.hasOnlyResults { sentences.append(words(.supplied)) }
    if features("methods").contains(.arrows) { sentences.append(words(.arrows)) }
    return sentences.joined(separator: " ")
  }

  /// Which standard errors are simulated, and how far another seed would move them.
  private var simulatedText: String? {
    let simulated = pair.result.estimates.compactMap(\.result).filter { $0.monteCarlo != nil }
    let errors = simulated.compactMap { result in
      result.monteCarlo.map { $0.standardErrorOfStandardError / result.estimate.standardError }
    }
    guard let largest = errors.max(), let draws = simulated.first?.monteCarlo?.draws else { return nil }
    let values = [
      "names": context.words.list(simulated.map { context.methodName($0.method) }),
      "draws": NumberStyle.count(draws), "share": NumberStyle.percent(largest),
    ]
    return words(simulated.count == 1 ? .simulated : .simulatedAtMost, values)
  }

  var scatter: String {
    var sentences = [words(.scatter, ["exposure": pair.exposure.nameInText])]
    if features("scatter").contains(.rings) { sentences.append(words(.rings)) }
    sentences += names("scatter", words(.farthestFromLine, ["line": firstLine]))
    return sentences.joined(separator: " ")
  }

  var funnel: String {
    let features = features("funnel")
    var sentences = [words(.funnel)]
    if features.contains(.curves) { sentences.append(words(.funnelBand)) }
    if features.contains(.rings) { sentences.append(words(.rings)) }
    sentences += names("funnel", words(.farthestFromPrimary))
    if features.contains(.arrows) { sentences.append(words(.arrowsOfPoints)) }
    return sentences.joined(separator: " ")
  }

  var radial: String {
    let features = features("radial")
    var sentences = [words(.radial)]
    if features.contains(.curves) { sentences.append(words(.radialBand)) }
    if features.contains(.rings) { sentences.append(words(.rings)) }
    sentences += names("radial", words(.mostOfQ))
    return sentences.joined(separator: " ")
  }

  var variants: String {
    let features = features("variants")
    let reasons = VariantNotes(pair: pair).reasons.map(text)
    var sentences: [String] = []
    if features.contains(.excludesNull) {
      let phrase: CaptionPhrase = features.contains(.leftOut) ? .excludesNullAtLeft : .excludesNull
      sentences.append(words(phrase, ["null": pair.display.isRatio ? "1" : "0"]))
    }
    if !reasons.isEmpty {
      let phrase: CaptionPhrase = features.contains(.leftOut) ? .markedAtRight : .marked
      sentences.append(words(phrase, ["reasons": context.words.list(reasons)]))
    }
    if features.contains(.rings) { sentences.append(words(.rings)) }
    if features.contains(.weights) { sentences.append(words(.weights)) }
    if features.contains(.arrows) { sentences.append(words(.arrowsOfVariants)) }
    return sentences.joined(separator: " ")
  }

  private func text(_ reason: VariantNotes.Reason) -> String {
    switch reason {
    case .outlier: words(.markedOutliers)
    case .crossesNull: words(.markedCrossing)
    case .losesLevel: words(.markedLosing, ["level": context.level])
    case .largestShift: words(.markedLargest)
    }
  }

  private func features(_ name: String) -> Set<FigureFeature> {
    figures["\(pair.result.direction.rawValue)-\(name)"]?.features ?? []
  }

  /// Why some points are named and others are not.
  private func names(_ figure: String, _ extreme: String) -> [String] {
    let features = features(figure)
    guard features.contains(.chosenNames) else { return [] }
    return [words(features.contains(.rings) ? .namedWithOutliers : .named, ["extreme": extreme])]
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
    return words(
      pair.display.isRatio ? .leaveOneOutRatio : .leaveOneOut,
      ["low": pair.display.valueText(low), "high": pair.display.valueText(high)]
    )
  }
}
