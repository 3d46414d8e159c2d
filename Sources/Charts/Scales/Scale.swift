/// A mapping from the values of a quantity to positions on the drawing, in px.
///
/// Every scale is total: a value that cannot be placed (not finite, or not positive on a log scale) has no
/// position, so it never reaches the drawing.
package protocol Scale: Sendable {
  /// The values at the two ends, ascending.
  var domain: ClosedRange<Double> { get }
  /// Where `domain.lowerBound` lies, in px.
  var start: Double { get }
  /// Where `domain.upperBound` lies, in px; may be less than `start` (an upright axis grows upwards).
  var end: Double { get }

  /// The position of a value in px, also outside the domain; nil where the scale has no place for it.
  func position(_ value: Double) -> Double?

  /// Round values inside the domain with their labels, at most `count` of them (but at least one if any is
  /// round enough), spaced so that neighbours are `minimumGap(label, label)` px apart or more.
  func ticks(atMost count: Int, minimumGap: (Tick, Tick) -> Double) -> [Tick]
}

/// A round value of an axis with its printed form.
package struct Tick: Hashable, Sendable {
  package var value: Double
  package var label: String

  package init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}

extension Scale {
  /// The position of a value, held within the two ends of the scale.
  package func clampedPosition(_ value: Double) -> Double? {
    if value == .infinity { return end }
    if value == -.infinity { return start }
    guard let place = position(value) else { return nil }
    return min(max(place, min(start, end)), max(start, end))
  }

  /// Whether a value lies in the domain.
  package func contains(_ value: Double) -> Bool { domain.contains(value) }

  /// Ticks whose labels, set in `style` side by side, leave at least 8 px between them.
  package func ticksAlong(atMost count: Int, style: TextStyle = .tick) -> [Tick] {
    ticks(atMost: count) { left, right in
      (TextMetrics.width(left.label, style) + TextMetrics.width(right.label, style)) / 2 + 8
    }
  }

  /// Ticks for an upright axis: labels at least 24 px apart.
  package func ticksUpright(atMost count: Int) -> [Tick] { ticks(atMost: count) { _, _ in 24 } }

  /// Whether neighbouring ticks keep their distance.
  func fits(_ ticks: [Tick], _ minimumGap: (Tick, Tick) -> Double) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { left, right in
      guard let first = position(left.value), let second = position(right.value) else { return false }
      return abs(second - first) >= minimumGap(left, right)
    }
  }
}
