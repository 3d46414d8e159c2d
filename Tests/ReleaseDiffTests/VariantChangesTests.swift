import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// What may happen to an instrument from one release to the next.
@Suite struct VariantChangesTests {
  private let old: Release
  private static let pair = "CRP.forward"

  init() throws {
    var release = try RepositoryStudies.release("immune-osteomyelitis")
    // One pair, so that nothing else stands in the way.
    release["CRP.forward"].further = nil
    old = release
  }

  private func changes(
    rules: DiffRules = DiffRules(),
    _ change: (inout PairResult) -> Void
  ) throws -> ReleaseChanges {
    var new = old
    change(&new[Self.pair])
    return try ReleaseComparison.changes(old, new, rules: rules)
  }

  private var first: HarmonisedVariant { old[Self.pair].variants[0] }
  private var name: String { first.variant.id }

  @Test func anExclusionHasItsReasonBeforeAndAfter() throws {
    let changes = try changes { pair in
      let variant = pair.variants.removeFirst()
      pair.exclusions.append(
        Exclusion(variant: variant.variant, stage: .harmonisation, reason: .palindromicAmbiguous)
      )
    }
    #expect(changes.names == ["instrument.lost \(Self.pair) \(name)"])
    let change = try #require(changes.changes.first)
    #expect(change.old == "used" && change.new == "harmonisation.palindromic_ambiguous")
    #expect(change.severity == .major && change.category == .instruments)
    #expect(change.numbers.contains { $0.field == "exposure.beta" && $0.old == first.exposure.beta })
    let line = try #require(changes.pairs.first { $0.id.rawValue == Self.pair })
    #expect(line.turnover?.lost == 1 && line.turnover?.gained == 0)
    #expect(changes.fates.contains { $0.old == "used" && $0.new == change.new && $0.variants == 1 })
  }

  @Test func aVariantThatIsGoneHasNoFateLeft() throws {
    let changes = try changes { $0.variants.removeFirst() }
    #expect(changes.change("instrument.lost \(Self.pair) \(name)")?.new == nil)
  }

  @Test func aCandidateThatNeitherUses() throws {
    let stranger = GeneticVariant(id: "rs0")
    let changes = try changes { pair in
      pair.exclusions.append(Exclusion(variant: stranger, stage: .lookup, reason: .notInOutcome))
    }
    #expect(changes.names == ["candidate.gained \(Self.pair) rs0"])
    #expect(changes.changes.first?.new == "lookup.not_in_outcome")
  }

  @Test func exchangedAllelesAreTurnedBeforeTheyAreCompared() throws {
    let changes = try changes { pair in
      pair.variants[0].exposure = pair.variants[0].exposure.forOtherAllele
      pair.variants[0].outcome = pair.variants[0].outcome.forOtherAllele
      (pair.variants[0].effectAllele, pair.variants[0].otherAllele) = (first.otherAllele, first.effectAllele)
    }
    #expect(changes.names == ["alleles.swapped \(Self.pair) \(name)"])
  }

  @Test func theOtherStrandIsSaid() throws {
    let changes = try changes { pair in
      pair.variants[0].effectAllele = first.effectAllele?.reverseComplement
      pair.variants[0].otherAllele = first.otherAllele?.reverseComplement
    }
    #expect(changes.names == ["alleles.strand_flipped \(Self.pair) \(name)"])
  }

  @Test func otherAllelesAreAnotherVariant() throws {
    let changes = try changes { $0.variants[0].otherAllele = Allele(rawValue: "ACGTACGT") }
    #expect(changes.names == ["alleles.changed \(Self.pair) \(name)"])
  }

  @Test func numbersThatMove() throws {
    let changes = try changes { pair in
      pair.variants[0].outcome.beta += 0.5 * first.outcome.standardError
      pair.variants[0].outcome.sampleSize = 1
    }
    #expect(changes.names == ["instrument.moved \(Self.pair) \(name)"])
    let moved = changes.changes.first?.numbers.filter(\.hasMoved).map(\.field)
    #expect(moved == ["outcome.beta", "outcome.sample_size"])
  }

  @Test func aProxyInItsPlace() throws {
    let proxy = ProxyVariant(
      variant: GeneticVariant(id: "rs00"),
      effectAllele: try #require(Allele(rawValue: "A")),
      otherAllele: try #require(Allele(rawValue: "G")),
      rSquared: 0.9
    )
    let changes = try changes { pair in
      pair.variants[0].proxy = proxy
      pair.variants[0].flags.append(.proxy)
    }
    let change = changes.change("proxy.gained \(Self.pair) \(name)")
    #expect(change?.new == "rs00" && change?.numbers.first?.new == 0.9)
    #expect(changes.pairs.first { $0.id.rawValue == Self.pair }?.turnover?.realigned == 1)
  }

  @Test func anotherNameAtTheSamePlace() throws {
    let changes = try changes { pair in
      pair.variants[0].variant.id = "rs999999999"
    }
    #expect(changes.names == ["variant_name.changed \(Self.pair) \(name)"])
    #expect(changes.changes.first?.old == name && changes.changes.first?.new == "rs999999999")
  }

  /// What the tests say of a variant follows it to its other name.
  @Test func itsDiagnosticsFollowTheName() throws {
    let changes = try changes { pair in
      pair.variants[0].variant.id = "rs999999999"
      pair.leaveOneOut[0].variant = "rs999999999"
      pair.steiger.variants[0].variant = "rs999999999"
    }
    #expect(changes.names == ["variant_name.changed \(Self.pair) \(name)"])
  }

  /// Where no place tells, the table of renames does.
  @Test func anotherNameByTheTable() throws {
    let rename = DiffRules(variantRenames: [DiffRules.Rename(old: name, new: "rs999999999")])
    let change: (inout PairResult) -> Void = { pair in
      pair.variants[0].variant = GeneticVariant(id: "rs999999999")
    }
    #expect(try changes(rules: rename, change).names == ["variant_name.changed \(Self.pair) \(name)"])
    #expect(
      Set(try changes(change).names) == [
        "instrument.lost \(Self.pair) \(name)", "instrument.gained \(Self.pair) rs999999999",
      ]
    )
  }
}
