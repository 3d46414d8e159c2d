import StudyModel

/// Whether a family of tests says what its pairs say and adds up.
struct FamilyConsistency {
  let family: TestFamily
  let pairs: [PairID: KnownPair]
  /// As release.json has it.
  let significanceLevel: Double

  /// What differs, each as a sentence of conclusions.json.
  func summaries() -> [String] {
    (pairSummaries() + countSummaries()).map { "the family \(family.id) \($0)" }
  }

  private func pairSummaries() -> [String] {
    var seen: Set<PairID> = []
    let repeated = (family.tests.map(\.pair) + family.untested.map(\.pair))
      .filter { !seen.insert($0).inserted }
      .map { "holds \($0) more than once" }
    return family.tests.flatMap(testSummaries) + AdjustmentConsistency(family: family).summaries()
      + family.untested.flatMap(untestedSummaries) + repeated
  }

  private func testSummaries(_ test: AdjustedTest) -> [String] {
    guard let pair = pairs[test.pair] else { return [stranger(test.pair)] }
    var summaries: [String] = []
    switch pair.test(family.method) {
    case .made(let method, _) where test.method != method:
      summaries.append("tests \(pair.id) by \(test.method.rawValue), and its pair by \(method.rawValue)")
    case .made(let method, let pValue) where !test.pValue.isNearly(pValue):
      summaries.append("gives \(pair.id) another p value than the pair's \(method.rawValue) estimate")
    case .made, .unknown: break
    case .none: summaries.append("tests \(pair.id), which has no estimate by \(family.method.rawValue)")
    }
    return summaries
  }

  private func untestedSummaries(_ untested: UntestedPair) -> [String] {
    guard let pair = pairs[untested.pair] else { return [stranger(untested.pair)] }
    var summaries: [String] = []
    if case .made(let method, _) = pair.test(family.method) {
      summaries.append("leaves \(pair.id) untested, which has an estimate by \(method.rawValue)")
    }
    if untested.status != pair.status {
      summaries.append("gives \(pair.id) another status than its pair")
    }
    return summaries
  }

  private func stranger(_ id: PairID) -> String { "holds \(id), which is no pair of this release" }

  private func passing(_ adjusted: KeyPath<AdjustedTest, PValue?>) -> Int {
    family.tests.count { ($0[keyPath: adjusted]?.value ?? 1) < family.significanceLevel }
  }

  private func countSummaries() -> [String] {
    let level = family.significanceLevel
    let counts = [
      ("tested", family.tested, family.tests.count),
      ("declared", family.declared, family.tests.count + family.untested.count),
      ("nominal", family.nominal, family.tests.count { $0.pValue.value < level }),
      ("passing_bonferroni", family.passingBonferroni, family.tests.count { $0.bonferroni.value < level }),
      (
        "passing_benjamini_hochberg", family.passingBenjaminiHochberg,
        family.tests.count { $0.benjaminiHochberg.value < level }
      ),
    ]
    let further = [
      ("passing_holm", family.passingHolm, passing(\.holm)),
      ("passing_benjamini_yekutieli", family.passingBenjaminiYekutieli, passing(\.benjaminiYekutieli)),
      ("passing_storey", family.passingStorey, passing(\.storey)),
      ("effective_tests.passing", family.effectiveTests?.passing, passing(\.effective)),
    ].compactMap { name, stated, made in stated.map { (name, $0, made) } }
    var summaries = (counts + further).filter { $0.1 != $0.2 }.map {
      "says \($0): \($1), and its pairs make \($2)"
    }
    if level != significanceLevel {
      summaries.append("has the significance level \(level), and release.json has \(significanceLevel)")
    }
    let expected = Double(family.tests.count) * level
    if !(abs(family.nominalExpected - expected) <= 1e-12 * max(1, expected)) {
      summaries.append("says nominal_expected: \(family.nominalExpected), and its pairs make \(expected)")
    }
    return summaries
  }
}
