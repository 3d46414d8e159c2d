import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// Files, settings, versions; traits and pairs that came, went or got another id.
@Suite struct ProvenanceChangesTests {
  private let old: Release

  init() throws { old = try RepositoryStudies.release("immune-osteomyelitis") }

  @Test func settingsByTheirPath() throws {
    var new = old
    new.header.design.settings.harmonisation.policy = .exclude
    new.header.design.settings.pThreshold = 1e-7
    new.header.toolVersion = "9.9.9"
    new.header.methods[0].minimumVariants = 5
    let changes = try ReleaseComparison.changes(old, new)
    let method = new.header.methods[0].id.rawValue
    #expect(
      changes.names == [
        "tool_version.changed", "setting.changed harmonisation.policy",
        "method.changed \(method) minimum_variants",
        "setting.gained p_threshold",
      ]
    )
    #expect(changes.change("setting.changed harmonisation.policy")?.new == "exclude")
  }

  /// A data release gives its files other names.
  @Test func filesByPathThenByRoleAndTrait() throws {
    var new = old
    let index = try #require(new.header.inputs.firstIndex { $0.role == .lookup && $0.trait != nil })
    new.header.inputs[index].id = "lookups/R12.tsv"
    new.header.inputs[index].sha256 = String(repeating: "0", count: 64)
    new.header.inputs[index].rows += 1
    let changes = try ReleaseComparison.changes(old, new)
    #expect(changes.names == ["input.changed lookups/R12.tsv"])
    #expect(changes.changes.first?.old == old.header.inputs[index].sha256)
    #expect(changes.changes.first?.numbers.first?.hasMoved == true)
  }

  private func renamed(_ from: String, _ to: String) throws -> Release {
    var new = old
    let (trait, id) = (try #require(TraitID(rawValue: from)), try #require(TraitID(rawValue: to)))
    func pair(_ old: PairID) -> PairID {
      old.rawValue.hasPrefix(from + ".")
        ? PairID(trait: id, direction: old.rawValue.hasSuffix("forward") ? .forward : .reverse) : old
    }
    for index in new.header.design.panel.traits.indices
    where new.header.design.panel.traits[index].id == trait {
      new.header.design.panel.traits[index].id = id
    }
    for index in new.header.design.pairs.indices where new.header.design.pairs[index].trait == trait {
      let direction = new.header.design.pairs[index].direction
      new.header.design.pairs[index] = PairDesign(
        trait: id,
        direction: direction,
        disease: new.header.design.disease.id
      )
    }
    for index in new.header.inputs.indices where new.header.inputs[index].trait == trait {
      new.header.inputs[index].trait = id
    }
    for index in new.pairs.indices where new.pairs[index].trait == trait {
      let direction = new.pairs[index].direction
      new.pairs[index].id = PairID(trait: id, direction: direction)
      new.pairs[index].trait = id
      if direction == .forward { new.pairs[index].exposure = id } else { new.pairs[index].outcome = id }
    }
    for family in new.conclusions.families.indices {
      for test in new.conclusions.families[family].tests.indices {
        new.conclusions.families[family].tests[test].pair = pair(
          new.conclusions.families[family].tests[test].pair
        )
      }
      for test in new.conclusions.families[family].untested.indices {
        new.conclusions.families[family].untested[test].pair = pair(
          new.conclusions.families[family].untested[test].pair
        )
      }
    }
    new.conclusions.appraisals = new.conclusions.appraisals?.map { appraisal in
      var appraisal = appraisal
      appraisal.pair = pair(appraisal.pair)
      return appraisal
    }
    new.conclusions.sharedInstruments = new.conclusions.sharedInstruments?.map { shared in
      SharedInstrument(variant: shared.variant, traits: shared.traits.map { $0 == trait ? id : $0 })
    }
    return new
  }

  @Test func aRenamedTraitIsTheSame() throws {
    let rules = DiffRules(traitRenames: [DiffRules.Rename(old: "CRP", new: "C-RP")])
    let changes = try ReleaseComparison.changes(old, try renamed("CRP", "C-RP"), rules: rules)
    #expect(changes.names == ["trait_name.changed C-RP"])
    #expect(changes.pairs.first { $0.id.rawValue == "C-RP.forward" }?.formerly?.rawValue == "CRP.forward")
  }

  @Test func withoutTheTableItIsSuggested() throws {
    let changes = try ReleaseComparison.changes(old, try renamed("CRP", "C-RP"))
    let likely = changes.changes.first { $0.aspect == .likelyRename }
    #expect(likely?.old == "CRP" && likely?.new == "C-RP")
    #expect(likely?.subject == "same_name+same_id_but_for_signs+same_accession+same_instruments")
    #expect(
      Set(changes.names).isSuperset(of: [
        "trait.lost CRP", "trait.gained C-RP", "pair.lost CRP.forward", "pair.gained C-RP.reverse",
      ])
    )
    let states = changes.pairs.filter { [.added, .removed].contains($0.state) }.map(\.id.rawValue)
    #expect(Set(states) == ["C-RP.forward", "C-RP.reverse", "CRP.forward", "CRP.reverse"])
  }

  @Test(arguments: [
    ([("nobody", "CRP")], "immune-osteomyelitis has no trait “nobody”"),
    ([("CRP", "nobody")], "immune-osteomyelitis has no trait “nobody”"),
    ([("CRP", "CRP"), ("CRP", "IL6R")], "“CRP” or “IL6R” stands twice"),
    ([("CRP", "IL6R"), ("IL6R", "IL6R")], "“IL6R” or “IL6R” stands twice"),
    ([("CRP", "IL6R")], "“CRP” cannot have become “IL6R”, which is another trait"),
  ])
  func aTableThatIsNoneIsRefused(_ table: [(String, String)], _ message: String) throws {
    let rules = DiffRules(traitRenames: table.map { DiffRules.Rename(old: $0.0, new: $0.1) })
    let error = #expect(throws: InputError.self) { try ReleaseComparison.changes(old, old, rules: rules) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  /// Two traits that exchanged their ids.
  @Test func aSwapIsATable() throws {
    let swap = [DiffRules.Rename(old: "CRP", new: "IL6R"), DiffRules.Rename(old: "IL6R", new: "CRP")]
    let changes = try ReleaseComparison.changes(old, old, rules: DiffRules(traitRenames: swap))
    #expect(changes.pairs.first { $0.id.rawValue == "CRP.forward" }?.formerly?.rawValue == "IL6R.forward")
    #expect(changes.pairs.allSatisfy { $0.state != .added && $0.state != .removed })
  }

  @Test func historyFollowsTheRename() throws {
    let rules = DiffRules(traitRenames: [DiffRules.Rename(old: "CRP", new: "C-RP")])
    let new = try renamed("CRP", "C-RP")
    let releases = try [old, old, new].map { try OpenRelease($0) }
    let history = try ReleaseHistory(releases, rules: rules).history()
    #expect(history.releases.count == 3 && history.pairs.count == old.pairs.count)
    let row = try #require(history.pairs.first { $0.id.rawValue == "C-RP.forward" })
    #expect(row.standings.map(\.release) == [0, 1, 2])
    #expect(Set(row.standings.map(\.standing.estimate)).count == 1)
    #expect(history.pairs.allSatisfy { $0.standings.count == 3 })
    let two = try ReleaseHistory(releases, rules: DiffRules()).history()
    #expect(two.pairs.first { $0.id.rawValue == "CRP.forward" }?.standings.map(\.release) == [0, 1])
  }
}
