/// The median; nil for no values.
package func median(_ values: [Double]) -> Double? { quantile(values, at: 0.5) }

/// The quantile that interpolates linearly between order statistics at (n − 1)·p (type 7 of Hyndman & Fan,
/// American Statistician 1996;50:361–365); nil for no values or p outside [0, 1].
package func quantile(_ values: [Double], at p: Double) -> Double? {
  quantile(sorted: values.sorted(), at: p)
}

/// As `quantile`, of values that are in order.
package func quantile(sorted: [Double], at p: Double) -> Double? {
  guard !sorted.isEmpty, (0...1).contains(p) else { return nil }
  let place = p * Double(sorted.count - 1)
  let below = Int(place.rounded(.down))
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}
