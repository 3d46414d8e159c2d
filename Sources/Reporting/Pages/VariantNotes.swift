import StudyModel

/// Why some variants of a pair are marked among the others, and what the estimate is without them.
struct VariantNotes {
  enum Reason: CaseIterable {
    case outlier, crossesNull, losesLevel, largestShift
  }

  private let pair: PairDetails
  private let outliers: Set<String>
  private let leftOut: [String: LeaveOneOutEstimate]
  /// Nil where two variants or fewer make the largest shift no news.
  private let largest: String?

  init(pair: PairDetails) {
    let rows = pair.result.leaveOneOut
    self.pair = pair
    outliers = Set(pair.result.presso.outliers)
    leftOut = Dictionary(rows.map { ($0.variant, $0) }) { first, _ in first }
    largest =
      pair.result.singleVariant.count > 2 ? rows.max { abs($0.shift) < abs($1.shift) }?.variant : nil
  }

  /// The reasons that mark any variant, each once.
  var reasons: [Reason] {
    let all = Set(pair.result.singleVariant.flatMap { reasons($0.variant) })
    return Reason.allCases.filter(all.contains)
  }

  /// `outlier; without it 1.59`; empty for a variant that is not marked.
  func text(_ variant: String) -> String {
    let reasons = reasons(variant).map(phrase)
    guard !reasons.isEmpty else { return "" }
    let without = leftOut[variant].map {
      words(.without, ["estimate": pair.display.valueText($0.estimate)])
    }
    return (reasons + [without].compactMap { $0 }).joined(separator: "; ")
  }

  private func reasons(_ variant: String) -> [Reason] {
    let outlier: [Reason] = outliers.contains(variant) ? [.outlier] : []
    guard let row = leftOut[variant] else { return outlier }
    if row.moves.contains(.signChanged) { return outlier + [.crossesNull] }
    if row.moves.contains(.alarm) { return outlier + [.losesLevel] }
    return outlier + (variant == largest ? [.largestShift] : [])
  }

  private func phrase(_ reason: Reason) -> String {
    switch reason {
    case .outlier: words(.outlier)
    case .crossesNull: words(.crossesNull)
    case .losesLevel: words(.losesLevel, ["level": pair.context.level])
    case .largestShift: words(.largestShift)
    }
  }

  private func words(_ phrase: FigurePhrase, _ values: [String: String] = [:]) -> String {
    pair.context.words(phrase, values)
  }
}
