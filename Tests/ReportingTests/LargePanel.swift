import Foundation
import ReleaseFormat
import StudyModel

/// The cytokine study with its panel repeated until it has as many traits as asked for.
enum LargePanel {
  static func release(traits count: Int) throws -> LoadedRelease {
    try CommittedReleases.changed("cytokines-diabetic-foot-ulcer") { release in
      let (design, pairs) = (release.header.design, release.pairs)
      let families = release.conclusions.families
      let copies = (count + design.panel.traits.count - 1) / design.panel.traits.count
      release.header.design.panel.traits = Array(
        (0..<copies).flatMap { copy in design.panel.traits.map { trait($0, copy) } }.prefix(count)
      )
      let kept = Set(release.header.design.panel.traits.map(\.id))
      release.header.design.pairs = (0..<copies).flatMap { copy in
        design.pairs.map { pair in
          PairDesign(trait: id(pair.trait, copy), direction: pair.direction, disease: design.disease.id)
        }
      }.filter { kept.contains($0.trait) }
      release.pairs = (0..<copies).flatMap { copy in pairs.map { result($0, copy) } }
        .filter { kept.contains($0.trait) }
      release.conclusions.families = families.map { family in
        adjusted(family, (0..<copies).flatMap { copy in family.tests.map { test($0, copy) } }, kept)
      }
    }
  }

  private static func id(_ trait: TraitID, _ copy: Int) -> TraitID {
    TraitID(rawValue: "\(trait.rawValue)-\(copy)")!
  }

  private static func trait(_ trait: Trait, _ copy: Int) -> Trait {
    var trait = trait
    trait.id = id(trait.id, copy)
    trait.name += " \(copy)"
    return trait
  }

  private static func result(_ pair: PairResult, _ copy: Int) -> PairResult {
    var pair = pair
    let old = pair.trait
    pair.trait = id(old, copy)
    pair.id = PairID(trait: pair.trait, direction: pair.direction)
    if pair.exposure == old { pair.exposure = pair.trait }
    if pair.outcome == old { pair.outcome = pair.trait }
    return pair
  }

  private static func test(_ test: AdjustedTest, _ copy: Int) -> AdjustedTest {
    var test = test
    let parts = test.pair.rawValue.split(separator: ".")
    test.pair = PairID(
      trait: id(TraitID(rawValue: String(parts[0]))!, copy),
      direction: Direction(rawValue: String(parts[1]))!
    )
    return test
  }

  /// The same tests many times over: nothing passes, and each adjusted p is that of the first copy or larger.
  private static func adjusted(_ family: TestFamily, _ tests: [AdjustedTest], _ kept: Set<TraitID>)
    -> TestFamily
  {
    var family = family
    family.tests = tests.filter { test in
      kept.contains(TraitID(rawValue: String(test.pair.rawValue.split(separator: ".")[0]))!)
    }
    family.tested = family.tests.count
    family.declared = family.tests.count
    family.nominal = family.tests.count { $0.pValue.value < family.significanceLevel }
    family.nominalExpected = Double(family.tested) * family.significanceLevel
    for index in family.tests.indices {
      family.tests[index].bonferroni = PValue(
        min(1, family.tests[index].pValue.value * Double(family.tested))
      )
      family.tests[index].benjaminiHochberg = PValue(1)
    }
    family.passingBonferroni = family.tests.count { $0.bonferroni.value < family.significanceLevel }
    family.passingBenjaminiHochberg = 0
    return family
  }
}
