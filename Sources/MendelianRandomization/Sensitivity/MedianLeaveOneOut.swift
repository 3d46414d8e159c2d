import Statistics
import StudyModel

/// The weighted or the simple median without each variant in turn, by one set of draws for all of them.
///
/// A variant's weight hangs on itself alone, so that one sorted draw gives every median: without the variant at place j, of
/// weight u, the crossing of one half lies where the cumulated weight reaches (W − u)/2 before j, or (W + u)/2 after it.
/// Each draw costs a sort and a few steps a variant, where running the bootstrap anew would take n² draws.
struct MedianLeaveOneOut {
  private let values: [Double]
  private let spreads: [StandardDeviation]

  static let methods: [MethodID] = [.weightedMedian, .simpleMedian]

  /// Fewest variants of which a median is made.
  private static let fewest = 3

  /// Nil for other methods, and where a median would be left with fewer variants than it needs.
  init?(_ variants: [HarmonisedVariant], method: MethodID, context: EstimationContext) {
    guard variants.count > Self.fewest else { return nil }
    let effects = SummaryEffects(variants)
    let weights: [Double]
    switch method {
    case .weightedMedian: weights = MedianBootstrap(effects).weights
    case .simpleMedian: weights = variants.map { _ in 1 }
    default: return nil
    }
    var sorted = SortedRatios(weights: weights)
    sorted.sort(effects.ratios)
    var values = [Double](repeating: .nan, count: variants.count)
    sorted.forEachMedian { values[$0] = $1 }
    guard values.allSatisfy(\.isFinite) else { return nil }
    var sums = values.map { PowerSums(around: $0) }
    let key = StreamKey(
      seed: context.seed,
      names: [context.pair.rawValue, method.rawValue, "leave_one_out"]
    )
    var normals = [Double](repeating: 0, count: 2 * variants.count)
    var ratios = values
    for draw in 0..<max(2, context.bootstrapDraws) {
      var stream = RandomStream(key, simulation: UInt64(draw))
      Ziggurat.shared.fill(&normals, from: &stream)
      for index in ratios.indices {
        let x = effects.x[index] + effects.xError[index] * normals[2 * index]
        let y = effects.y[index] + effects.yError[index] * normals[2 * index + 1]
        ratios[index] = y / x
      }
      sorted.sort(ratios)
      sorted.forEachMedian { sums[$0].add($1) }
    }
    self.values = values
    spreads = sums.map { StandardDeviation(of: $0) }
  }

  func estimate(without index: Int) -> Estimate {
    Inference.normal(value: values[index], standardError: spreads[index].value)
  }

  /// Standard deviation, over seeds, of the standard error.
  func monteCarloError(without index: Int) -> Double { spreads[index].standardError }
}

/// Ratios in their order, with the weight before the middle of each.
private struct SortedRatios {
  private struct Entry {
    var value: Double
    var weight: Double
    var index: Int
    /// The cumulated weight at its middle.
    var place = 0.0
  }

  private let weights: [Double]
  private let total: Double
  private var entries: [Entry]

  init(weights: [Double]) {
    self.weights = weights
    total = weights.reduce(0, +)
    entries = weights.indices.map { Entry(value: 0, weight: weights[$0], index: $0) }
  }

  mutating func sort(_ ratios: [Double]) {
    for index in ratios.indices {
      entries[index] = Entry(value: ratios[index], weight: weights[index], index: index)
    }
    entries.sort { $0.value < $1.value }
    var cumulated = 0.0
    for place in entries.indices {
      entries[place].place = cumulated + 0.5 * entries[place].weight
      cumulated += entries[place].weight
    }
  }

  /// Calls with the index of each variant and the median of the others.
  func forEachMedian(_ body: (Int, Double) -> Void) {
    let middle = entries.firstIndex { $0.place >= 0.5 * total } ?? entries.count - 1
    entries.withUnsafeBufferPointer { entries in
      for place in entries.indices {
        body(entries[place].index, median(entries, without: place, from: middle))
      }
    }
  }

  /// - Parameter middle: near where the crossing must lie.
  private func median(
    _ entries: UnsafeBufferPointer<Entry>,
    without left: Int,
    from middle: Int
  ) -> Double {
    let weight = entries[left].weight
    let half = 0.5 * (total - weight)
    func place(_ index: Int) -> Double { entries[index].place - (index > left ? weight : 0) }
    // The first entry but the one left out whose place reaches one half.
    var crossing = middle
    while crossing > 0, crossing - 1 == left || place(crossing - 1) >= half {
      if crossing - 1 == left, crossing < 2 || place(crossing - 2) < half { break }
      crossing -= 1
    }
    while crossing < entries.count, crossing == left || place(crossing) < half { crossing += 1 }
    var previous = crossing - 1
    if previous == left { previous -= 1 }
    guard crossing < entries.count else { return entries[previous].value }
    guard previous >= 0 else { return entries[crossing].value }
    let (before, after) = (place(previous), place(crossing))
    return entries[previous].value
      + (entries[crossing].value - entries[previous].value) * (half - before) / (after - before)
  }
}
