import Foundation
import Statistics

/// The profile log-likelihood of the contamination mixture, of the effect θ, exactly.
///
/// Variant i with ratio r and error s is valid where N(r; θ, s²) exceeds N(r; 0, ψ² + s²), which is where |θ − r| < w,
/// w² = 2s²·(½ln((ψ² + s²)/s²) + r²/2(ψ² + s²)), and gains (w² − (θ − r)²)/2s² there over being invalid. Between the ends
/// r ± w the set of valid variants is fixed, and the sum of the gains is one parabola: the maximum and the ends of
/// the likelihood interval are found from the parabolas, and no grid is needed. The log-likelihood of no valid
/// variant is 0 here.
struct MixtureProfile: Sendable {
  /// One stretch of θ with a fixed set of valid variants: the gain is peak − ½·weight·(θ − centre)².
  struct Piece: Sendable {
    var lower: Double
    var upper: Double
    /// Σ1/s² over the valid variants; 0 where none is.
    var weight: Double
    var centre: Double
    var peak: Double

    func gain(_ effect: Double) -> Double {
      weight > 0 ? peak - 0.5 * weight * (effect - centre) * (effect - centre) : 0
    }

    /// Where the gain is largest.
    var best: Double { weight > 0 ? min(max(centre, lower), upper) : lower }
  }

  /// In ascending order; they cover every θ at which some variant is valid.
  let pieces: [Piece]
  private let ratios: [Double]
  private let halfWidths: [Double]

  /// - Parameters:
  ///   - errors: of the ratios, first order.
  ///   - spread: ψ, the standard deviation of invalid variants' ratios.
  init(ratios: [Double], errors: [Double], spread: Double) {
    self.ratios = ratios
    halfWidths = ratios.indices.map { index in
      let wide = spread * spread + errors[index] * errors[index]
      let narrow = errors[index] * errors[index]
      return errors[index] * (log(wide / narrow) + ratios[index] * ratios[index] / wide).squareRoot()
    }
    pieces = Self.pieces(ratios: ratios, errors: errors, halfWidths: halfWidths)
  }

  /// Whether each variant is valid at that effect.
  func isValid(at effect: Double) -> [Bool] {
    ratios.indices.map { abs(effect - ratios[$0]) < halfWidths[$0] }
  }

  /// Σ of the gains at that effect.
  func gain(_ effect: Double) -> Double {
    guard let piece = pieces.first(where: { $0.lower <= effect && effect <= $0.upper }) else { return 0 }
    return piece.gain(effect)
  }

  /// The effect of the largest gain, the smallest of equals, with that gain.
  var maximum: (effect: Double, gain: Double)? {
    var best: (effect: Double, gain: Double)?
    for piece in pieces where piece.weight > 0 {
      let gain = piece.gain(piece.best)
      if gain > best?.gain ?? -.infinity { best = (piece.best, gain) }
    }
    return best
  }

  /// The stretches where the gain is at least that, joined where they touch; nil for no end.
  func stretches(above gain: Double) -> [(lower: Double?, upper: Double?)] {
    var found: [(lower: Double?, upper: Double?)] = gain <= 0 ? [(nil, pieces.first?.lower)] : []
    for piece in pieces {
      guard let (lower, upper) = Self.stretch(of: piece, above: gain) else { continue }
      if let last = found.indices.last, let end = found[last].upper, end >= lower {
        found[last].upper = upper
      } else {
        found.append((lower, upper))
      }
    }
    if gain <= 0, let last = found.indices.last { found[last].upper = nil }
    return found
  }

  private static func stretch(of piece: Piece, above gain: Double) -> (lower: Double, upper: Double)? {
    guard piece.weight > 0 else { return gain <= 0 ? (piece.lower, piece.upper) : nil }
    guard piece.peak >= gain else { return nil }
    let half = (2 * (piece.peak - gain) / piece.weight).squareRoot()
    let lower = max(piece.lower, piece.centre - half)
    let upper = min(piece.upper, piece.centre + half)
    return lower <= upper ? (lower, upper) : nil
  }

  /// The sums move from piece to piece as variants become valid and cease to be; they are taken about the median ratio
  /// and compensated, so that they keep their digits.
  private static func pieces(ratios: [Double], errors: [Double], halfWidths: [Double]) -> [Piece] {
    let origin = median(ratios) ?? 0
    var ends: [(place: Double, index: Int, isStart: Bool)] = []
    for index in ratios.indices {
      ends.append((ratios[index] - halfWidths[index], index, true))
      ends.append((ratios[index] + halfWidths[index], index, false))
    }
    ends.sort { $0.place < $1.place }
    var pieces: [Piece] = []
    var (valid, weight, first, second, gains) = (
      0, CompensatedSum(), CompensatedSum(), CompensatedSum(), CompensatedSum()
    )
    for (place, end) in ends.enumerated().dropLast() {
      let sign: Double = end.isStart ? 1 : -1
      let own = sign / (errors[end.index] * errors[end.index])
      let distance = ratios[end.index] - origin
      valid += end.isStart ? 1 : -1
      weight.add(own)
      first.add(own * distance)
      second.add(own * distance * distance)
      gains.add(0.5 * own * halfWidths[end.index] * halfWidths[end.index])
      let (lower, upper) = (end.place, ends[place + 1].place)
      guard lower < upper else { continue }
      guard valid > 0 else {
        pieces.append(Piece(lower: lower, upper: upper, weight: 0, centre: lower, peak: 0))
        continue
      }
      let centre = first.value / weight.value
      pieces.append(
        Piece(
          lower: lower,
          upper: upper,
          weight: weight.value,
          centre: origin + centre,
          peak: gains.value - 0.5 * (second.value - centre * first.value)
        )
      )
    }
    return pieces
  }
}
