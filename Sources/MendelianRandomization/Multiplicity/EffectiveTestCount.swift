import Statistics
import StudyModel

/// How many independent tests a family of correlated traits is worth (Li & Ji, Heredity 2005;95:221–227).
package struct EffectiveTestCount {
  let correlations: TraitCorrelations

  package init(correlations: TraitCorrelations) { self.correlations = correlations }

  /// Eigenvalues that rounding moved this far from a whole number are that number: the formula jumps there.
  private static let rounding = 1e-9

  /// The count and how many of the tests the matrix covers; a test whose trait the matrix does not hold counts as one.
  /// Tests of the two directions are counted apart: what makes a trait's cause resemble another's says nothing of its
  /// consequences.
  package func count(_ tests: [(trait: TraitID, direction: Direction)]) -> (count: Double, covered: Int) {
    var total = 0.0
    var covered = 0
    for direction in Direction.allCases {
      let traits = tests.filter { $0.direction == direction }.map(\.trait)
      let places = traits.compactMap { correlations.traits.firstIndex(of: $0) }
      let block = places.map { row in places.map { correlations.rows[row][$0] } }
      let eigenvalues = SymmetricEigenvalues.eigenvalues(block) ?? places.map { _ in 1 }
      total += eigenvalues.map(Self.share).reduce(0, +) + Double(traits.count - places.count)
      covered += places.count
    }
    return (total, covered)
  }

  /// I(|λ| ≥ 1) + (|λ| − ⌊|λ|⌋).
  private static func share(_ eigenvalue: Double) -> Double {
    var size = abs(eigenvalue)
    if abs(size - size.rounded()) < rounding { size = size.rounded() }
    return (size >= 1 ? 1 : 0) + size - size.rounded(.down)
  }
}
