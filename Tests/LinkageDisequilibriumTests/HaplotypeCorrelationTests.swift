import LinkageDisequilibrium
import StudyModel
import Testing

@Suite struct HaplotypeCorrelationTests {
  @Test(arguments: ["1", "X"]) func rSquaredIsPLINKs(_ chromosome: String) throws {
    var shape = PanelFixture.Shape()
    shape.chromosomes = [chromosome]
    shape.missing = 0.05
    let fixture = try PanelFixture.random(shape, seed: 11)
    let panel = try fixture.panel()
    let byName = Dictionary(uniqueKeysWithValues: fixture.variants.map { ($0.id, $0) })
    let pairs = try PLINK.rSquared(fixture)
    #expect(pairs.count > 500)
    for (names, expected) in pairs {
      let found = try #require(names.compactMap { byName[$0] }.pair.flatMap { panel.correlation($0, $1) })
      // PLINK prints six digits.
      #expect(abs(found.rSquared - expected) <= 2e-6 * max(1, expected), "\(names)")
    }
  }

  @Test func certainHaplotypesGiveTheirOwnCorrelation() throws {
    let counts = HaplotypeCounts(n11: 30, n12: 10, n21: 5, n22: 55, doubleHeterozygotes: 0)
    let (p, q) = (0.4, 0.35)
    let expected = (0.3 - p * q) / (p * (1 - p) * q * (1 - q)).squareRoot()
    #expect(abs(try #require(HaplotypeCorrelation(counts)).r - expected) < 1e-14)
  }

  /// The likelihood's greatest value, found by trying every x.
  @Test func thePhaseIsTheLikeliest() throws {
    var random = SplitMix(state: 5)
    for _ in 0..<300 {
      func number() -> Double { Double(random.below(12)) }
      let counts = HaplotypeCounts(
        n11: number(),
        n12: number(),
        n21: number(),
        n22: number(),
        doubleHeterozygotes: number()
      )
      guard let found = HaplotypeCorrelation(counts) else { continue }
      let best =
        (0...4000).map { Double($0) / 4000 * counts.doubleHeterozygotes }
        .max { likelihood($0, counts) < likelihood($1, counts) } ?? 0
      let h = counts.doubleHeterozygotes
      let total = counts.n11 + counts.n12 + counts.n21 + counts.n22 + 2 * h
      let (p, q) = ((counts.n11 + counts.n12 + h) / total, (counts.n11 + counts.n21 + h) / total)
      let scale = (p * (1 - p) * q * (1 - q)).squareRoot()
      let x = (found.r * scale + p * q) * total - counts.n11
      #expect(likelihood(x, counts) >= likelihood(best, counts) - 1e-9, "\(counts)")
    }
  }

  private func likelihood(_ x: Double, _ counts: HaplotypeCounts) -> Double {
    let h = counts.doubleHeterozygotes
    func power(_ n: Double, _ f: Double) -> Double { n == 0 ? 0 : n * logOrFloor(f) }
    let (f11, f22, f12, f21) = (counts.n11 + x, counts.n22 + x, counts.n12 + h - x, counts.n21 + h - x)
    return power(counts.n11, f11) + power(counts.n22, f22) + power(counts.n12, f12) + power(counts.n21, f21)
      + power(h, f11 * f22 + f12 * f21)
  }
}
