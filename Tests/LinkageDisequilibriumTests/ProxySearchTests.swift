import LinkageDisequilibrium
import StudyModel
import Testing

@Suite struct ProxySearchTests {
  private static let target: [Int?] = [0, 1, 2, 1, 0, 2, 1, 1, 0, 2]

  private func fixture(_ rows: [(alleles: (String, String), position: Int, genotypes: [Int?])]) throws
    -> PanelFixture
  {
    try PanelFixture(
      people: Self.target.map { _ in PanelFixture.Person() },
      variants: rows.enumerated().map { index, row in
        PanelVariant(
          index: index,
          id: "rs\(index)",
          chromosome: "1",
          position: row.position,
          firstAllele: row.alleles.0,
          secondAllele: row.alleles.1
        )
      },
      genotypes: rows.map(\.genotypes)
    )
  }

  @Test func theMostCorrelatedComeFirstWithTheirSign() throws {
    let opposite = Self.target.map { $0.map { 2 - $0 } }
    var nearly = Self.target
    nearly[0] = 1
    let fixture = try fixture([
      (("A", "G"), 10_000, Self.target),
      (("C", "T"), 10_400, nearly),
      (("C", "T"), 10_300, opposite),
      (("A", "T"), 10_100, Self.target),
      (("A", "C"), 90_000, Self.target),
    ])
    let found = try ProxySearch(rSquared: 0.5, kilobases: 50).proxies(
      of: [fixture.variants[0]],
      in: try fixture.panel()
    )
    let proxies = try #require(found.first)
    // Not the palindromic one, nor the one far away.
    #expect(proxies.map(\.variant.id) == ["rs2", "rs1"])
    #expect(abs(proxies[0].r + 1) < 1e-12)
    #expect(proxies[1].r > 0.7 && proxies[1].r < 1)
  }

  @Test func unlinkedPairsTellHowNoisyAPanelIs() throws {
    var shape = PanelFixture.Shape()
    shape.people = 489
    shape.exchange = 1
    let fixture = try PanelFixture.random(shape, seed: 8)
    let noise = try #require(PanelNoise(fixture.variants, rSquared: 0.001, in: try fixture.panel()))
    // χ² with one degree of freedom exceeds 489 × 0.001 in about half of all pairs.
    #expect(noise.pairs > 50 && noise.share > 0.3 && noise.share < 0.7)
    let strict = try #require(PanelNoise(fixture.variants, rSquared: 0.1, in: try fixture.panel()))
    #expect(strict.share == 0)
    let one = fixture.variants.filter { $0.chromosome == "1" }
    #expect(PanelNoise(one, rSquared: 0.001, in: try fixture.panel()) == nil)
  }

  @Test func pruningByDistanceKeepsTheSmallestP() {
    func candidate(_ position: Int, _ p: Double, on chromosome: String = "1") -> DistancePruning.Candidate {
      DistancePruning.Candidate(chromosome: chromosome, position: position, pValue: PValue(p))
    }
    let candidates = [
      candidate(100, 1e-7), candidate(900, 1e-9), candidate(1900, 1e-8), candidate(2000, 1e-8),
      candidate(950, 1e-7, on: "2"),
    ]
    #expect(DistancePruning(kilobases: 1).leads(of: candidates) == [1, nil, nil, 2, nil])
  }
}
