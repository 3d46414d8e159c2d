import Charts

/// Chooses how far an axis of effects reaches: over every estimate that is not absurdly far, and over most
/// intervals; the few that reach further are cut with an arrow while their numbers stay whole.
struct EffectRange {
  var axis: EffectAxis
  /// The share of bounds on either side that the axis covers.
  var coverage = 0.97
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
    if coverage < 1 {
      (low, high) = reined(low, high, lows, highs)
      let near = (high - low) * 0.15
      low = lows.first { $0 >= low - near } ?? low
      high = highs.last { $0 <= high + near } ?? high
    }
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

  /// A few huge intervals must not flatten the others: the axis follows the bounds only as far beyond the
  /// middle half of them as that half is wide.
  private func reined(_ low: Double, _ high: Double, _ lows: [Double], _ highs: [Double]) -> (Double, Double)
  {
    guard let first = quantile(lows, 0.25), let last = quantile(highs, 0.75), last > first else {
      return (low, high)
    }
    return (max(low, first - (last - first)), min(high, last + (last - first)))
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

  /// Three per cent beyond the ends, or on to a tick that lies near.
  private func rounded(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let pad = (high - low) * 0.03
    guard axis.isRatio else { return onToTicks(low - pad, high + pad) }
    let (first, last) = (NaturalLogarithm.inverse(low - pad), NaturalLogarithm.inverse(high + pad))
    let fold = last / first
    guard fold > 3, fold.isFinite, first > 0 else { return first...max(last, first) }
    let ticks = LogScale(domain: (first / 1.15)...(last * 1.15), start: 0, end: 1).fineTicks
    let below = ticks.last { $0.value <= first * 1.02 }?.value ?? first
    let above = ticks.first { $0.value >= last / 1.02 }?.value ?? last
    return below...above
  }

  /// The nearest multiples of a quarter or so of the span, where they are near.
  private func onToTicks(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let near = (high - low) * 0.08
    let ticks = LinearScale(domain: (low - near)...(high + near), start: 0, end: 1).ticks(atMost: 7) { _, _ in
      0
    }
    let below = ticks.last { $0.value <= low + near / 8 }?.value ?? low
    let above = ticks.first { $0.value >= high - near / 8 }?.value ?? high
    return below...above
  }
}
