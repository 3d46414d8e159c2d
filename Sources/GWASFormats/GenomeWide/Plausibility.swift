import Foundation
import Statistics
import StudyModel

/// Whether the columns of a file hold what their names say, told by how its rows fit together: p is that of β/σ, and
/// effects have either sign.
struct Plausibility {
  private(set) var compared = 0
  /// Rows whose p is far from that of β/σ.
  private(set) var disagreeing = 0
  private var firstDisagreeing: Int?
  private var effects = 0
  private var positiveEffects = 0

  /// One row in so many is looked at.
  static let stride = 97
  private static let fewest = 30
  /// Of z²: genomic control and exact tests move p, but not so far.
  private static let ratio = 2.0

  mutating func take(_ row: RawRow, line: Int) {
    guard let beta = row.effect.beta else { return }
    effects += 1
    if beta > 0 { positiveEffects += 1 }
    guard let error = row.effect.standardError, let p = row.printedP ?? row.logarithmicP,
      let z = NormalTail.absoluteZ(p)
    else { return }
    compared += 1
    let (given, own) = (z * z, (beta / error) * (beta / error))
    // Near z = 0 the printed digits tell nothing.
    if given < 0.05 && own < 0.1 || own < 0.05 && given < 0.1 { return }
    if given > Self.ratio * own || own > Self.ratio * given {
      disagreeing += 1
      if firstDisagreeing == nil { firstDisagreeing = line }
    }
  }

  /// What is wrong with the file; nil where nothing seems to be.
  func problem(_ file: String) -> InputProblem? {
    if compared >= Self.fewest, disagreeing * 2 > compared {
      return InputProblem(
        file: file,
        line: firstDisagreeing,
        summary:
          "p is not that of the effect and its standard error, here and in \(disagreeing) of \(compared) rows "
          + "that were compared",
        remedy: "columns may be exchanged: see 'mrreport inspect', and name them under 'columns'"
      )
    }
    if effects >= Self.fewest, positiveEffects == effects {
      return InputProblem(
        file: file,
        summary: "no effect is negative in \(effects) rows that were looked at, as if β were an odds ratio",
        remedy: "if it is one, name its column under columns: odds_ratio"
      )
    }
    return nil
  }
}

extension RawRow {
  /// From −log₁₀ p.
  var logarithmicP: PValue? { effect.negativeLog10P.map { PValue(negativeLog10: $0) } }
}
