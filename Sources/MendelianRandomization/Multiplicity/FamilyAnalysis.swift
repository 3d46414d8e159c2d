import Statistics
import StudyModel

/// Adjusts declared families of tests for multiplicity.
package struct FamilyAnalysis {
  let design: StudyDesign

  package init(design: StudyDesign) { self.design = design }

  /// The id of the family that holds every pair of the study.
  package static let studyWide = "study"

  /// The declared families or, where the study declares none, one for each direction that it has pairs for and, where
  /// it has both, one for the whole study.
  package var declared: [FamilyDesign] {
    guard design.settings.families.isEmpty else { return design.settings.families }
    let method = design.settings.primaryMethod
    let directions = Direction.allCases.filter { direction in
      design.pairs.contains { $0.direction == direction }
    }
    let own = directions.map { FamilyDesign(id: $0.rawValue, directions: [$0], method: method) }
    guard directions.count > 1 else { return own }
    return own + [FamilyDesign(id: Self.studyWide, directions: directions, method: method)]
  }

  /// Every declared family with its tests; expects the result of every pair of the design, in any order.
  package func families(_ results: [PairResult]) -> [TestFamily] {
    let byID = Dictionary(results.map { ($0.id, $0) }) { first, _ in first }
    return declared.map { adjust($0, byID) }
  }

  private func adjust(_ family: FamilyDesign, _ results: [PairID: PairResult]) -> TestFamily {
    let members = design.pairs.filter { isMember($0, of: family) }
    var tests: [AdjustedTest] = []
    var untested: [UntestedPair] = []
    for result in members.compactMap({ results[$0.id] }) {
      if let estimate = result.primaryEstimate(family.method) {
        tests.append(unadjusted(estimate, of: result.id))
      } else {
        let reason = reason(result, method: family.method)
        untested.append(UntestedPair(pair: result.id, status: result.status, notEstimated: reason))
      }
    }
    return summary(
      of: family,
      declared: members.count,
      tests: tests,
      untested: untested,
      effectiveTests: effectiveTests(tests, results)
    )
  }

  /// Whether the family covers the pair.
  func isMember(_ pair: PairDesign, of family: FamilyDesign) -> Bool {
    guard family.directions.contains(pair.direction) else { return false }
    guard let groups = family.groups else { return true }
    return design.trait(pair.trait)?.group.map(groups.contains) ?? false
  }

  private func unadjusted(_ estimate: CausalEstimate, of pair: PairID) -> AdjustedTest {
    let p = estimate.estimate.pValue
    return AdjustedTest(pair: pair, method: estimate.method, pValue: p, bonferroni: p, benjaminiHochberg: p)
  }

  /// Why an analysed pair has no test; of any other pair its status tells.
  private func reason(_ result: PairResult, method: MethodID) -> NotEstimated? {
    guard result.status == .analysed else { return nil }
    let missing = result.basis == .suppliedResults ? NotEstimated(reason: .notInResults) : nil
    return result.estimates.first { $0.method == method }?.notEstimated ?? missing
  }

  private func adjusted(_ tests: [AdjustedTest], pi0: Double, effectiveTests: Double?) -> [AdjustedTest] {
    let tails = tests.map { TailProbability($0.pValue) }
    let bonferroni = MultipleTesting.bonferroni(tails)
    let holm = MultipleTesting.holm(tails)
    let benjaminiHochberg = MultipleTesting.benjaminiHochberg(tails)
    let benjaminiYekutieli = MultipleTesting.benjaminiYekutieli(tails)
    let storey = MultipleTesting.storey(tails, pi0: pi0)
    let effective = effectiveTests.map { MultipleTesting.sidak(tails, effectiveTests: $0) }
    return tests.enumerated().map { index, test in
      var test = test
      test.bonferroni = PValue(bonferroni[index])
      test.holm = PValue(holm[index])
      test.benjaminiHochberg = PValue(benjaminiHochberg[index])
      test.benjaminiYekutieli = PValue(benjaminiYekutieli[index])
      test.storey = PValue(storey[index])
      test.effective = effective.map { PValue($0[index]) }
      return test
    }
  }

  private func effectiveTests(_ tests: [AdjustedTest], _ results: [PairID: PairResult]) -> EffectiveTests? {
    guard let correlations = design.traitCorrelations else { return nil }
    let members = tests.compactMap { results[$0.pair] }.map { ($0.trait, $0.direction) }
    let (count, covered) = EffectiveTestCount(correlations: correlations).count(members)
    return EffectiveTests(count: count, covered: covered, passing: 0)
  }

  private func summary(
    of family: FamilyDesign,
    declared: Int,
    tests unadjusted: [AdjustedTest],
    untested: [UntestedPair],
    effectiveTests: EffectiveTests?
  ) -> TestFamily {
    let level = design.settings.significanceLevel
    let pi0 = TrueNullShare.estimate(unadjusted.map(\.pValue.value))
    let tests = adjusted(unadjusted, pi0: pi0, effectiveTests: effectiveTests?.count)
    var effectiveTests = effectiveTests
    effectiveTests?.passing = tests.count { ($0.effective?.value ?? 1) < level }
    return TestFamily(
      id: family.id,
      directions: family.directions,
      method: family.method,
      groups: family.groups,
      significanceLevel: level,
      declared: declared,
      tested: tests.count,
      nominal: tests.count { $0.pValue.value < level },
      nominalExpected: Double(tests.count) * level,
      passingBonferroni: tests.count { $0.bonferroni.value < level },
      passingBenjaminiHochberg: tests.count { $0.benjaminiHochberg.value < level },
      tests: tests,
      untested: untested,
      passingHolm: tests.count { ($0.holm?.value ?? 1) < level },
      passingBenjaminiYekutieli: tests.count { ($0.benjaminiYekutieli?.value ?? 1) < level },
      passingStorey: tests.count { ($0.storey?.value ?? 1) < level },
      storeyPi0: pi0,
      effectiveTests: effectiveTests
    )
  }
}
