/// Pushes labels that want to stand at given heights apart, so that none overlap.
package enum LabelStack {
  /// Heights at least `gap` apart, in the order of the wishes (ties keep their order), within `bounds` as far
  /// as there is room, and as near to the wishes as pooling neighbours allows (isotonic regression by pooling
  /// adjacent violators, Barlow et al. 1972).
  package static func spread(_ wishes: [Double], gap: Double, within bounds: ClosedRange<Double>) -> [Double]
  {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    let offsets = order.enumerated().map { wishes[$0.element] - Double($0.offset) * gap }
    let pooled = pool(offsets)
    let low = bounds.lowerBound
    let high = max(bounds.upperBound - Double(max(wishes.count - 1, 0)) * gap, low)
    var result = wishes
    for (place, index) in order.enumerated() {
      result[index] = min(max(pooled[place], low), high) + Double(place) * gap
    }
    return result
  }

  /// The nearest ascending sequence.
  private static func pool(_ values: [Double]) -> [Double] {
    var blocks: [(sum: Double, count: Int)] = []
    for value in values {
      blocks.append((value, 1))
      while blocks.count > 1, let last = blocks.last, mean(blocks[blocks.count - 2]) > mean(last) {
        blocks.removeLast()
        blocks[blocks.count - 1].sum += last.sum
        blocks[blocks.count - 1].count += last.count
      }
    }
    return blocks.flatMap { block in Array(repeating: mean(block), count: block.count) }
  }

  private static func mean(_ block: (sum: Double, count: Int)) -> Double { block.sum / Double(block.count) }
}
