/// Storey's π₀: the share of true null hypotheses among many tests.
package enum TrueNullShare {
  /// Under so many tests the share is not estimated but taken to be 1.
  package static let fewestTests = 100

  /// λ = 0.05, 0.10 … 0.95.
  private static let grid = (1...19).map { Double($0) / 20 }

  /// #{p ≥ λ} / (m(1 − λ)) at the λ of least estimated mean squared error, the 10 % quantile of the estimates standing
  /// for the truth (Storey, Taylor & Siegmund, J R Stat Soc B 2004;66:187–205; Robinson's closed form of its bootstrap,
  /// as in the R package qvalue's `pi0.method = "bootstrap"`). In (0, 1]; 1 under `fewestTests`.
  package static func estimate(_ pValues: [Double]) -> Double {
    guard pValues.count >= fewestTests else { return 1 }
    let count = Double(pValues.count)
    let above = grid.map { lambda in Double(pValues.count { $0 >= lambda }) }
    let shares = zip(grid, above).map { lambda, above in above / (count * (1 - lambda)) }
    let floor = quantile(shares, at: 0.1) ?? 1
    let errors = zip(grid, zip(above, shares)).map { lambda, values in
      let (above, share) = values
      let variance = above / (count * count * (1 - lambda) * (1 - lambda)) * (1 - above / count)
      return variance + (share - floor) * (share - floor)
    }
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    // No p at or above the chosen λ: the least share that one test can tell.
    return shares[best] > 0 ? min(1, shares[best]) : 1 / count
  }
}
