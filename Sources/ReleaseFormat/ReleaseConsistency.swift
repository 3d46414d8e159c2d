import StudyModel

/// Whether the parts of a release speak of the same pairs.
struct ReleaseConsistency {
  let release: Release
  /// The lines of pairs.jsonl, in the order of `release.pairs`.
  let entries: [PairIndexEntry]

  func problems() -> [InputProblem] {
    orderProblems() + zip(release.pairs, entries).enumerated().flatMap(pairProblems) + conclusionProblems()
  }

  private func orderProblems() -> [InputProblem] {
    let declared = release.header.design.pairs.map(\.id)
    let listed = entries.map(\.id)
    guard declared != listed else { return [] }
    let missing = declared.filter { !listed.contains($0) }.map { "\($0) is missing" }
    let extra = listed.filter { !declared.contains($0) }.map { "\($0) is too many" }
    let details = missing + extra
    let what = details.isEmpty ? "their order differs" : details.joined(separator: ", ")
    return [.damaged(ReleaseEncoder.indexFile, "does not list the pairs of release.json: \(what)")]
  }

  private func pairProblems(_ offset: Int, _ parts: (pair: PairResult, entry: PairIndexEntry))
    -> [InputProblem]
  {
    let (pair, entry) = parts
    guard pair.id == entry.id else {
      return [.damaged(entry.file, "holds the pair \(pair.id), and its name says \(entry.id)")]
    }
    var problems: [InputProblem] = []
    if let design = release.header.design.pairs.first(where: { $0.id == pair.id }), !Self.agree(pair, design)
    {
      problems.append(.damaged(entry.file, "names other traits or another direction than release.json"))
    }
    let method = release.header.design.settings.primaryMethod
    if entry != PairIndexEntry(pair, sha256: entry.sha256, primaryMethod: method) {
      let summary = "says something else of \(pair.id) than \(entry.file)"
      problems.append(.damaged(ReleaseEncoder.indexFile, line: offset + 1, summary))
    }
    let known = Set(release.header.inputs.map(\.id))
    for input in pair.inputs where !known.contains(input) {
      problems.append(.damaged(entry.file, "was read from \"\(input)\", which release.json does not list"))
    }
    return problems
  }

  private static func agree(_ pair: PairResult, _ design: PairDesign) -> Bool {
    pair.trait == design.trait && pair.direction == design.direction
      && pair.exposure == design.exposure && pair.outcome == design.outcome
  }

  private func conclusionProblems() -> [InputProblem] {
    let pairs = Dictionary(release.pairs.map { ($0.id, $0) }) { first, _ in first }
    let level = release.header.design.settings.significanceLevel
    return release.conclusions.families
      .flatMap { FamilyConsistency(family: $0, pairs: pairs, significanceLevel: level).summaries() }
      .map { .damaged(ReleaseEncoder.conclusionsFile, $0) }
  }
}

/// Whether a family of tests says what its pairs say and adds up.
private struct FamilyConsistency {
  let family: TestFamily
  let pairs: [PairID: PairResult]
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
    return family.tests.flatMap(testSummaries) + family.untested.flatMap(untestedSummaries) + repeated
  }

  private func testSummaries(_ test: AdjustedTest) -> [String] {
    guard let pair = pairs[test.pair] else { return [stranger(test.pair)] }
    var summaries: [String] = []
    if let (method, pValue) = expectedTest(pair) {
      if test.method != method {
        summaries.append("tests \(pair.id) by \(test.method.rawValue), and its pair by \(method.rawValue)")
      } else if !test.pValue.isNearly(pValue) {
        summaries.append("gives \(pair.id) another p value than the pair's \(method.rawValue) estimate")
      }
    } else {
      summaries.append("tests \(pair.id), which has no estimate by \(family.method.rawValue)")
    }
    for (name, adjusted) in [
      ("Bonferroni", test.bonferroni), ("Benjamini–Hochberg", test.benjaminiHochberg),
    ] where !(test.pValue.isAtMost(adjusted) && adjusted.isAtMost(PValue(1))) {
      summaries.append("gives \(pair.id) a \(name) p value that is not between its p value and 1")
    }
    if !test.benjaminiHochberg.isAtMost(test.bonferroni) {
      summaries.append("gives \(pair.id) a Benjamini–Hochberg p value above its Bonferroni p value")
    }
    return summaries
  }

  private func untestedSummaries(_ untested: UntestedPair) -> [String] {
    guard let pair = pairs[untested.pair] else { return [stranger(untested.pair)] }
    var summaries: [String] = []
    if let (method, _) = expectedTest(pair) {
      summaries.append("leaves \(pair.id) untested, which has an estimate by \(method.rawValue)")
    }
    if untested.status != pair.status {
      summaries.append("gives \(pair.id) another status than its pair")
    }
    return summaries
  }

  private func stranger(_ id: PairID) -> String { "holds \(id), which is no pair of this release" }

  /// The family's method or, for a lone variant, the Wald ratio; nil where neither has a number.
  private func expectedTest(_ pair: PairResult) -> (method: MethodID, pValue: PValue)? {
    if let result = pair.estimate(family.method) { return (family.method, result.estimate.pValue) }
    guard pair.variants.count == 1 else { return nil }
    let ratio = pair.estimate(.waldRatio)?.estimate ?? pair.singleVariant.first?.estimate
    return ratio.map { (.waldRatio, $0.pValue) }
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
    var summaries = counts.filter { $0.1 != $0.2 }.map { "says \($0): \($1), and its pairs make \($2)" }
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

extension PValue {
  private static let tolerance = 1e-12

  /// Equal but for rounding, which is told by the logarithm so that tiny values count as well as large ones.
  fileprivate func isNearly(_ other: PValue) -> Bool {
    guard negativeLog10.isFinite, other.negativeLog10.isFinite else { return self == other }
    return abs(negativeLog10 - other.negativeLog10) <= Self.tolerance * max(1, abs(negativeLog10))
  }

  fileprivate func isAtMost(_ other: PValue) -> Bool { self <= other || isNearly(other) }
}
