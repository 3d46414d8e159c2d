import LinkageDisequilibrium
import StudyModel
import Testing

@Suite struct ClumpingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var title: String
    var shape: PanelFixture.Shape
    var rSquared: Double
    var kilobases: Double
    var testDescription: String { title }
  }

  static let cases: [Case] = {
    let plain = PanelFixture.Shape()
    var small = plain
    small.people = 23
    var holes = plain
    holes.missing = 0.1
    var families = plain
    families.children = 0.3
    var sex = plain
    sex.chromosomes = ["X", "3"]
    var tight = plain
    tight.exchange = 0.01
    tight.spacing = 40
    return [
      Case(title: "default thresholds", shape: plain, rSquared: 0.001, kilobases: 10_000),
      Case(title: "a short window", shape: plain, rSquared: 0.05, kilobases: 9),
      Case(title: "few people", shape: small, rSquared: 0.1, kilobases: 250),
      Case(title: "missing genotypes", shape: holes, rSquared: 0.05, kilobases: 250),
      Case(title: "children", shape: families, rSquared: 0.05, kilobases: 250),
      Case(title: "chromosome X", shape: sex, rSquared: 0.05, kilobases: 250),
      Case(title: "strong correlation", shape: tight, rSquared: 0.5, kilobases: 1),
    ]
  }()

  @Test(arguments: cases) func theClumpsArePLINKs(_ example: Case) throws {
    for seed in 1...6 as ClosedRange<UInt64> {
      let fixture = try PanelFixture.random(example.shape, seed: seed)
      var random = SplitMix(state: seed &+ 77)
      // Many equal p, so that their order matters.
      let pValues = fixture.variants.shuffled(using: &random).prefix(70).map { variant in
        (variant: variant, p: ["1e-9", "2.5e-8", "3e-7"][random.below(3)])
      }
      let candidates = pValues.map { pair in
        Clumping.Candidate(variant: pair.variant, pValue: PValue(Double(pair.p) ?? .nan))
      }
      let clumping = Clumping(rSquared: example.rSquared, kilobases: example.kilobases)
      let outcomes = clumping.clump(candidates, in: try fixture.panel())
      var clumps: [String: [String]] = [:]
      for (candidate, outcome) in zip(candidates, outcomes) {
        switch outcome {
        case .lead: clumps[candidate.variant.id, default: []] += []
        case .clumped(let lead, _):
          clumps[candidates[lead].variant.id, default: []].append(candidate.variant.id)
        }
      }
      let expected = try PLINK.clump(
        fixture,
        pValues.map { ($0.variant.id, $0.p) },
        rSquared: example.rSquared,
        kilobases: example.kilobases
      )
      #expect(clumps.mapValues { $0.sorted() } == expected, "seed \(seed)")
      #expect(expected.count > 1 && expected.count < pValues.count)
    }
  }

  @Test func theWindowEndsBeforeItsLastBase() throws {
    let genotypes: [Int?] = [0, 1, 2, 1, 0, 2, 1, 1]
    for (distance, isClumped) in [(999, true), (1000, false)] {
      let variants = [5000, 5000 + distance].enumerated().map { index, position in
        PanelVariant(
          index: index,
          id: "rs\(index)",
          chromosome: "1",
          position: position,
          firstAllele: "A",
          secondAllele: "G"
        )
      }
      let fixture = try PanelFixture(
        people: genotypes.map { _ in PanelFixture.Person() },
        variants: variants,
        genotypes: [genotypes, genotypes]
      )
      let candidates = variants.map { Clumping.Candidate(variant: $0, pValue: PValue(1e-8)) }
      let outcomes = Clumping(rSquared: 0.5, kilobases: 1).clump(candidates, in: try fixture.panel())
      #expect(outcomes[0] == .lead)
      #expect((outcomes[1] != .lead) == isClumped)
      let table = variants.map { ($0.id, "1e-8") }
      let clumps = try PLINK.clump(fixture, table, rSquared: 0.5, kilobases: 1)
      #expect(clumps["rs0"] == (isClumped ? ["rs1"] : []))
    }
  }

  @Test func aVariantThatDoesNotVaryIsALead() throws {
    let fixture = try PanelFixture(
      people: (0..<5).map { _ in PanelFixture.Person() },
      variants: (0..<2).map {
        PanelVariant(
          index: $0,
          id: "rs\($0)",
          chromosome: "1",
          position: 100 + $0,
          firstAllele: "A",
          secondAllele: "G"
        )
      },
      genotypes: [[2, 2, 2, 2, 2], [0, 1, 2, 1, 0]]
    )
    let candidates = fixture.variants.map { Clumping.Candidate(variant: $0, pValue: PValue(1e-8)) }
    #expect(Clumping(rSquared: 0, kilobases: 1).clump(candidates, in: try fixture.panel()) == [.lead, .lead])
  }
}
