import Charts

/// Chooses how far an axis of effects reaches: over every estimate that is not absurdly far, and over most
/// intervals; the few that reach further are cut with an arrow while their numbers stay whole.
struct EffectRange {
  var axis: EffectAxis
  /// The share of bounds on either side that the axis covers.
  var coverage = 0.9
  var includesNull = true
  /// Ratios: intervals never stretch the axis beyond this many-fold either way.
  var foldLimit = 100.0

  func domain(_ plotted: [PlottedEstimate]) -> ClosedRange<Double> {
    let estimates = plotted.compactMap { forward($0.estimate) }
    let lows = plotted.compactMap { forward($0.low) }.sorted()
    let highs = plotted.compactMap { forward($0.high) }.sorted()
    guard let middle = estimates.sorted().dropFirst(estimates.count / 2).first else { return fallback }
    let null = forward(axis.null) ?? 0
    var low = quantile(lows, 1 - coverage) ?? middle
    var high = quantile(highs, coverage) ?? middle
    if axis.isRatio {
      let limit = NaturalLogarithm.of(foldLimit)
      (low, high) = (max(low, min(null, middle) - limit), min(high, max(null, middle) + limit))
    }
    if includesNull { (low, high) = (min(low, null), max(high, null)) }
    let span = max(high - low, abs(middle) * 1e-6, 1e-300)
    for estimate in estimates where estimate > low - span && estimate < high + span {
      (low, high) = (min(low, estimate - span * 0.02), max(high, estimate + span * 0.02))
    }
    return rounded(low, high)
  }

  private var fallback: ClosedRange<Double> { axis.isRatio ? 0.5...2 : -1...1 }

  private func forward(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    guard axis.isRatio else { return value }
    return value > 0 ? NaturalLogarithm.of(value) : nil
  }

  /// The value below which a share of the sorted values lie, at an order statistic.
  private func quantile(_ sorted: [Double], _ share: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let place = (Double(sorted.count - 1) * share)
    return sorted[Int(share < 0.5 ? place.rounded(.down) : place.rounded(.up))]
  }

  private func rounded(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let pad = (high - low) * 0.03
    guard axis.isRatio else { return (low - pad)...(high + pad) }
    let (first, last) = (NaturalLogarithm.inverse(low - pad), NaturalLogarithm.inverse(high + pad))
    guard last / first > 12 else { return first...last }
    let ticks = LogScale(domain: (first / 2.5)...(last * 2.5), start: 0, end: 1).ticks(atMost: 400) { _, _ in
      0
    }
    let below = ticks.last { $0.value <= first * 1.12 }?.value ?? first
    let above = ticks.first { $0.value >= last / 1.12 }?.value ?? last
    return below...above
  }
}
