/// 1.4826 times the median distance from the median, and how far another sample of that size would move it.
package struct MedianAbsoluteDeviation: Hashable, Sendable {
  /// NaN for an empty sample or one that holds a number that is not finite.
  package let value: Double
  /// 0 where the value is 0.
  ///
  /// The delta method for the two quantiles together (Falk, Ann Inst Stat Math 1997;49:615–644): with the median m,
  /// the median distance d and the density f, the distance behaves like the mean of
  /// [½ − 1{|x − m| ≤ d} − κ(½ − 1{x ≤ m})] / A, κ = (f(m + d) − f(m − d)) / f(m), A = f(m + d) + f(m − d). The
  /// densities are taken from the order statistics √n ranks to both sides (Siddiqui, J Res Natl Bur Stand
  /// 1960;64B:145–150).
  package let standardError: Double

  /// The sample may be in any order.
  package init(of sample: [Double]) {
    guard !sample.isEmpty, sample.allSatisfy(\.isFinite) else {
      value = .nan
      standardError = .nan
      return
    }
    let sorted = sample.sorted()
    let centre = Statistics.median(sorted) ?? .nan
    let distance = Statistics.median(sorted.map { abs($0 - centre) }) ?? .nan
    value = ModeBandwidth.normalConsistency * distance
    guard distance > 0 else {
      standardError = 0
      return
    }
    let below = density(centre - distance, in: sorted)
    let above = density(centre + distance, in: sorted)
    let tilt = (above - below) / density(centre, in: sorted)
    let n = Double(sorted.count)
    let inner = Double(sorted.count { $0 >= centre - distance && $0 <= centre }) / n
    let variance =
      (0.25 + 0.25 * tilt * tilt - 2 * tilt * (inner - 0.25)) / ((above + below) * (above + below))
    // Not finite where half the sample is one value: the distance then does not move.
    standardError =
      variance.isFinite ? ModeBandwidth.normalConsistency * (max(0, variance) / n).squareRoot() : 0
  }
}

/// The density at a place: the share of the sample between the order statistics √n ranks below and above it, over
/// their distance.
private func density(_ place: Double, in sorted: [Double]) -> Double {
  let n = sorted.count
  let reach = max(1, Int(Double(n).squareRoot()))
  let rank = sorted.partitioningIndex { $0 >= place }
  let low = max(0, min(rank, n - 1) - reach)
  let high = min(n - 1, rank + reach)
  return Double(high - low) / Double(n) / (sorted[high] - sorted[low])
}

extension [Double] {
  /// The first index whose element the predicate holds of, all later ones included; the count where there is none.
  fileprivate func partitioningIndex(_ holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
