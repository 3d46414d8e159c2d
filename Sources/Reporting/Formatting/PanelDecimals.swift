import StudyModel

/// How many decimals the differences of a panel have: the median of what the intervals of the primary estimates
/// ask for, over the pairs of one direction that share a scale.
struct PanelDecimals {
  private struct Key: Hashable {
    var direction: Direction
    var scale: EffectScale
  }

  private let decimals: [Key: Int]

  init(_ pairs: [PairOutline]) {
    var own: [Key: [Int]] = [:]
    for pair in pairs {
      guard let estimate = pair.primary?.estimate,
        let decimals = EffectDisplay(pair.scale).decimals(estimate.interval)
      else { continue }
      own[Key(direction: pair.direction, scale: pair.scale), default: []].append(decimals)
    }
    decimals = own.compactMapValues { values in
      values.sorted().dropFirst(values.count / 2).first
    }
  }

  /// 0 where the scale is a ratio or no pair has an estimate.
  func value(_ direction: Direction, _ scale: EffectScale) -> Int {
    decimals[Key(direction: direction, scale: scale), default: 0]
  }
}
