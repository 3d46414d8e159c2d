/// A truth to draw summary statistics from, without LD: n independent variants, some of which act on the outcome by
/// another way than the exposure.
///
/// A variant's true effect on the exposure is γ = σx·(z₀ + |N(0, s)|), so that no effect is near 0 and the strength
/// is told by z. Its effect on the outcome is θγ + α, α being 0 for a valid variant. The estimates are x ~ N(γ, σx)
/// and y ~ N(θγ + α, σy), with correlation `errorCorrelation` where the two samples share people.
package struct SummaryScenario: Hashable, Sendable {
  /// Permanent; keys the random streams.
  package var id: String
  /// For the heading of its table.
  package var title: String
  package var variants = 50
  /// θ, the causal effect per unit of the exposure.
  package var effect = 0.0
  /// Of the outcome's errors to the exposure's, σy/σx.
  package var errorRatio = 1.5
  /// z₀ and s: F of a variant is about (z₀ + |N(0, s)|)² + 1.
  package var smallestZ = 6.0
  package var spreadOfZ = 4.0
  /// Share of the variants with a pleiotropic effect α.
  package var invalidShare = 0.0
  package var pleiotropy = Pleiotropy.balanced
  /// Size of α in units of σy.
  package var pleiotropySize = 4.0
  /// Correlation of a variant's errors in x and in y.
  package var errorCorrelation = 0.0

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// How the pleiotropic effects of invalid variants are drawn.
  package enum Pleiotropy: String, CaseIterable, Hashable, Sendable {
    /// α ~ N(0, size·σy), independent of γ (InSIDE holds).
    case balanced
    /// α ~ size·σy·|N(0, 1)|, of one sign, independent of γ (InSIDE holds).
    case directional
    /// α = size·σy·γ/γ̄ with γ̄ the mean of γ: proportional to the strength, so that invalid variants agree on a wrong
    /// effect (InSIDE fails).
    case correlated
  }
}

extension SummaryScenario {
  /// The same scenario with one thing changed.
  package func with(_ id: String, _ title: String, _ change: (inout SummaryScenario) -> Void)
    -> SummaryScenario
  {
    var other = self
    other.id = id
    other.title = title
    change(&other)
    return other
  }

  /// The grid of `make validate`.
  package static let grid: [SummaryScenario] = {
    let null = SummaryScenario(id: "null", title: "No causal effect, every variant valid")
    let causal = null.with("causal", "Causal effect 0.2, every variant valid") { $0.effect = 0.2 }
    let shares = [0.1, 0.3, 0.5]
    func invalid(_ kind: Pleiotropy, _ words: String, of base: SummaryScenario) -> [SummaryScenario] {
      shares.map { share in
        let percent = Int((100 * share).rounded())
        return base.with("\(base.id)_\(kind.rawValue)_\(percent)", "\(words), \(percent) % of variants") {
          $0.invalidShare = share
          $0.pleiotropy = kind
        }
      }
    }
    let few = [5, 20].flatMap { count in
      [
        null.with("null_n\(count)", "No causal effect, \(count) variants, all valid") { $0.variants = count },
        null.with(
          "overdispersed_n\(count)",
          "No causal effect, \(count) variants, each with balanced pleiotropy as large as its error"
        ) {
          $0.variants = count
          $0.invalidShare = 1
          $0.pleiotropySize = 1
        },
      ]
    }
    let weak = causal.with("weak", "Causal effect 0.2, weak instruments (mean F about 5)") {
      $0.smallestZ = 1
      $0.spreadOfZ = 1.6
    }
    let overlap = weak.with(
      "weak_null_overlap",
      "No causal effect, weak instruments, one sample for both traits"
    ) {
      $0.effect = 0
      $0.errorCorrelation = 0.4
    }
    return [null, causal] + few
      + invalid(.balanced, "Causal effect 0.2, balanced pleiotropy", of: causal)
      + invalid(.directional, "No causal effect, directional pleiotropy", of: null)
      + invalid(.correlated, "No causal effect, pleiotropy that grows with strength", of: null) + [
        weak, overlap,
      ]
  }()
}
