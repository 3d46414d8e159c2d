import Foundation
import Statistics
import StudyModel

/// The likelihood of all variants of which K may have any effect on the outcome whatever, for every K (Xue, Shen & Pan
/// 2021).
///
/// With the true effects on the exposure and the K pleiotropic effects profiled out, minus twice the log-likelihood at a
/// slope b is the sum of the n − K smallest of dᵢ²/vᵢ, d = y − bx, v = σy² + b²σx²: the K variants that fit worst are the
/// invalid ones. Its minimum over b is searched for on a layout of slopes, all K at once, and refined for each K; the
/// R packages start one iteration from 0 instead and may end in a higher minimum.
struct ConstrainedLikelihood {
  /// What is best with that many invalid variants.
  struct Fit {
    var invalidCount: Int
    /// Σd²/v over the valid variants.
    var deviance: Double
    var slope: Double
    var standardError: Double
    /// In the order of the variants.
    var isValid: [Bool]

    func bayesianInformation(sampleSize: Double) -> Double {
      deviance + log(sampleSize) * Double(invalidCount)
    }
  }

  private let effects: SummaryEffects
  private let slopes: [Double]

  /// Ratios that join the layout: all of them up to here, evenly chosen order statistics of more.
  private static let mostCandidates = 256

  /// - Throws: `notFinite` where no typical slope exists.
  init(_ effects: SummaryEffects) throws(NotEstimated) {
    guard let scale = effects.slopeScale else { throw NotEstimated(reason: .notFinite) }
    self.effects = effects
    let ratios = effects.ratios.sorted()
    let step = max(1, (ratios.count + Self.mostCandidates - 1) / Self.mostCandidates)
    let candidates = stride(from: step / 2, to: ratios.count, by: step).map { ratios[$0] }
    slopes = SlopeSearch(scale: scale, candidates: candidates).layout
  }

  /// One fit a K from 0 to n − 2, but for those whose Bayesian information criterion is by 80 or more above the least:
  /// their weight in an average is below e⁻⁴⁰.
  ///
  /// - Throws: `notConverged` where no K can be fitted.
  func fits(sampleSize: Double) throws(NotEstimated) -> [Fit] {
    let penalty = log(sampleSize)
    let starts = starts()
    let least = starts.enumerated().map { $1.deviance + penalty * Double($0) }.min() ?? .infinity
    var fits: [Fit] = []
    for (invalidCount, start) in starts.enumerated() where penalty * Double(invalidCount) < least + 80 {
      if let fit = refine(start.slope, invalidCount: invalidCount) { fits.append(fit) }
    }
    guard !fits.isEmpty else { throw NotEstimated(reason: .notConverged) }
    return fits
  }

  /// For each K the slope of the layout with the least deviance.
  private func starts() -> [(slope: Double, deviance: Double)] {
    let n = effects.count
    var best = [(slope: Double, deviance: Double)](repeating: (0, .infinity), count: max(0, n - 1))
    for slope in slopes {
      var total = 0.0
      for (rank, term) in terms(slope).sorted().enumerated() {
        total += term
        let invalidCount = n - 1 - rank
        if invalidCount < best.count, total < best[invalidCount].deviance {
          best[invalidCount] = (slope, total)
        }
      }
    }
    return best
  }

  private func terms(_ slope: Double) -> [Double] {
    effects.x.indices.map { index in
      let d = effects.y[index] - slope * effects.x[index]
      let spread = slope * effects.xError[index]
      let yError = effects.yError[index]
      return d * d / (yError * yError + spread * spread)
    }
  }

  /// Chooses the valid variants at a slope and the slope of the valid variants, in turn, until both stay.
  private func refine(_ start: Double, invalidCount: Int) -> Fit? {
    var slope = start
    var valid = chosen(slope, invalidCount)
    for _ in 0..<100 {
      guard let next = Self.minimum(ProfileDeviance(effects.selected(valid)), near: slope) else { return nil }
      slope = next
      let again = chosen(slope, invalidCount)
      if again == valid { break }
      valid = again
    }
    let deviance = ProfileDeviance(effects.selected(valid))
    let curvature = deviance.secondDerivative(slope)
    guard curvature > 0 else { return nil }
    var isValid = [Bool](repeating: false, count: effects.count)
    for index in valid { isValid[index] = true }
    return Fit(
      invalidCount: invalidCount,
      deviance: deviance.value(slope),
      slope: slope,
      standardError: 1 / (0.5 * curvature).squareRoot(),
      isValid: isValid
    )
  }

  /// The variants that fit best, in ascending order of their places.
  private func chosen(_ slope: Double, _ invalidCount: Int) -> [Int] {
    let terms = terms(slope)
    return terms.indices.sorted { (terms[$0], $0) < (terms[$1], $1) }.dropLast(invalidCount).sorted()
  }

  /// The minimum downhill of `start`: steps that double until the slope of the deviance turns, then its root.
  private static func minimum(_ deviance: ProfileDeviance, near start: Double) -> Double? {
    let slope = deviance.derivative(start)
    let curvature = deviance.secondDerivative(start)
    guard slope != 0 else { return start }
    var step = abs(curvature > 0 ? slope / curvature : 0.1 * start)
    if !(step > 0) { step = .leastNormalMagnitude }
    let direction: Double = slope > 0 ? -1 : 1
    var near = start
    for _ in 0..<200 {
      let far = near + direction * step
      let there = deviance.derivative(far)
      guard there.isFinite else { return nil }
      if (there > 0) != (slope > 0) { return BrentRoot.find(between: near, and: far, deviance.derivative) }
      near = far
      step *= 2
    }
    return nil
  }
}

extension SummaryEffects {
  /// Those of the variants at these places.
  func selected(_ places: [Int]) -> SummaryEffects {
    var selected = self
    selected.x = places.map { x[$0] }
    selected.xError = places.map { xError[$0] }
    selected.y = places.map { y[$0] }
    selected.yError = places.map { yError[$0] }
    return selected
  }
}
