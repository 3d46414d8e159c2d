import MendelianRandomization
import StudyModel
import Testing

@Suite struct EffectiveTestCountTests {
  private func count(_ rows: [[Double]], tests: [(String, Direction)]? = nil) -> (count: Double, covered: Int)
  {
    let names = (0..<rows.count).map { traitID("T\($0)") }
    let correlations = TraitCorrelations(file: "r.tsv", traits: names, rows: rows)
    let own = tests ?? names.map { ($0.rawValue, .forward) }
    return EffectiveTestCount(correlations: correlations).count(own.map { (traitID($0.0), $0.1) })
  }

  @Test func uncorrelatedTraitsCountEach() {
    #expect(isClose(count([[1, 0, 0], [0, 1, 0], [0, 0, 1]]).count, 3))
  }

  @Test func oneTraitUnderThreeNamesCountsOnce() {
    #expect(isClose(count([[1, 1, 1], [1, 1, 1], [1, 1, 1]]).count, 1))
  }

  /// Eigenvalues 1 ± r: 1 + (r) of the larger and 1 − r of the smaller make 2, for any r in (0, 1); three traits of equal
  /// correlation r have 1 + 2r, 1 − r, 1 − r: at r = 0.6 these are 2.2, 0.4, 0.4, worth 1.2 + 0.4 + 0.4.
  @Test func equalCorrelations() {
    #expect(isClose(count([[1, 0.3], [0.3, 1]]).count, 2))
    #expect(isClose(count([[1, 0.6, 0.6], [0.6, 1, 0.6], [0.6, 0.6, 1]]).count, 2))
    #expect(isClose(count([[1, 0.8, 0.8], [0.8, 1, 0.8], [0.8, 0.8, 1]]).count, 2))
    #expect(isClose(count([[1, 0.9, 0.9], [0.9, 1, 0.9], [0.9, 0.9, 1]]).count, 2))
  }

  @Test func testsThatTheMatrixDoesNotHoldCountOneEach() {
    let found = count([[1, 1], [1, 1]], tests: [("T0", .forward), ("T1", .forward), ("Other", .forward)])
    #expect(isClose(found.count, 2))
    #expect(found.covered == 2)
  }

  @Test func directionsCountApart() {
    let found = count(
      [[1, 1], [1, 1]],
      tests: [("T0", .forward), ("T1", .forward), ("T0", .reverse), ("T1", .reverse)]
    )
    #expect(isClose(found.count, 2))
    #expect(found.covered == 4)
  }
}
