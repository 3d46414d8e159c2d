import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// Verdicts, signs, directions, and p-values that cross the level.
@Suite struct ConclusionChangesTests {
  private let old: Release
  private static let pair = "CRP.forward"

  init() throws { old = try RepositoryStudies.release("immune-osteomyelitis") }

  // MARK: Crossings

  /// A family of the forward pairs with these p-values, by Bonferroni and by Benjamini & Hochberg.
  private func release(
    _ pValues: [Double],
    extra: Int = 0,
    adjustment: AppraisalSettings.Adjustment = .bonferroni
  )
    throws -> Release
  {
    var release = old
    let ids = release.pairs.filter { $0.direction == .forward }.map(\.id)
    let all = pValues + [Double](repeating: 0.9, count: extra)
    let count = Double(all.count)
    let sorted = all.sorted()
    let tests = all.enumerated().map { index, p in
      let stepUp = sorted.enumerated().filter { $0.element >= p }.map {
        $0.element * count / Double($0.offset + 1)
      }
      return AdjustedTest(
        pair: ids[index],
        method: .ivwRandomEffects,
        pValue: PValue(p),
        bonferroni: PValue(min(1, p * count)),
        benjaminiHochberg: PValue(min(1, stepUp.min() ?? 1))
      )
    }
    release.conclusions.families = [
      TestFamily(
        id: "forward",
        directions: [.forward],
        method: .ivwRandomEffects,
        groups: nil,
        significanceLevel: 0.05,
        declared: all.count,
        tested: all.count,
        nominal: tests.count { $0.pValue.value < 0.05 },
        nominalExpected: 0.05 * count,
        passingBonferroni: tests.count { $0.bonferroni.value < 0.05 },
        passingBenjaminiHochberg: tests.count { $0.benjaminiHochberg.value < 0.05 },
        tests: tests,
        untested: []
      )
    ]
    release.conclusions.appraisals = nil
    release.header.design.settings.appraisal?.adjustment = adjustment
    return release
  }

  private func crossing(_ old: Release, _ new: Release, _ aspect: Aspect = .adjustedSignificance) throws
    -> Change?
  {
    let changes = try ReleaseComparison.changes(old, new).changes
    return changes.first { $0.aspect == aspect && $0.pair?.rawValue == Self.pair && $0.kind != .moved }
  }

  @Test func byItsOwnP() throws {
    let change = try crossing(release([0.02, 0.5, 0.5]), release([0.01, 0.5, 0.5]))
    #expect(change?.kind == .crossed && change?.new == "significant" && change?.severity == .critical)
  }

  @Test func onlyBecauseTheFamilyGrew() throws {
    let change = try crossing(release([0.012, 0.5, 0.5]), release([0.012, 0.5, 0.5], extra: 4))
    #expect(
      change?.kind == .crossedByFamily && change?.new == "not_significant" && change?.severity == .major
    )
    #expect(change?.numbers.first?.old == 0.012 * 3)
    // Its own p alone would have crossed as well: then the family is not the only cause.
    let both = try crossing(release([0.012, 0.5, 0.5]), release([0.04, 0.5, 0.5], extra: 4))
    #expect(both?.kind == .crossed)
  }

  @Test func onlyBecauseOthersBecameSmaller() throws {
    let adjustment = AppraisalSettings.Adjustment.benjaminiHochberg
    let before = try release([0.03, 0.4, 0.5], adjustment: adjustment)
    let after = try release([0.03, 0.001, 0.002], adjustment: adjustment)
    #expect(try crossing(before, after)?.kind == .crossedByFamily)
    #expect(try crossing(after, before)?.kind == .crossedByFamily)
  }

  @Test func onlyBecauseAnotherAdjustmentIsAskedFor() throws {
    let before = try release([0.03, 0.001, 0.002], adjustment: .bonferroni)
    let after = try release([0.03, 0.001, 0.002], adjustment: .benjaminiHochberg)
    #expect(try crossing(before, after)?.kind == .crossedBySettings)
    var lower = before
    lower.conclusions.families[0].significanceLevel = 0.1
    #expect(try crossing(before, lower)?.kind == .crossedBySettings)
  }

  @Test func beforeAdjustmentAlone() throws {
    let change = try crossing(release([0.06, 0.5, 0.5]), release([0.04, 0.5, 0.5]), .nominalSignificance)
    #expect(change?.kind == .crossed && change?.old == "not_significant" && change?.subject == "forward")
    #expect(try crossing(release([0.06, 0.5, 0.5]), release([0.04, 0.5, 0.5])) == nil)
  }

  // MARK: Signs, directions, verdicts

  private func changes(_ change: (inout PairResult) -> Void) throws -> ReleaseChanges {
    var new = old
    change(&new[Self.pair])
    return try ReleaseComparison.changes(old, new)
  }

  private func turned(lower: Double, upper: Double) throws -> ReleaseChanges {
    try changes { pair in
      let index = pair.estimates.firstIndex { $0.method == .ivwRandomEffects } ?? 0
      let value = pair.estimates[index].result?.estimate.value ?? 0
      pair.estimates[index].result?.estimate.value = -value
      pair.estimates[index].result?.estimate.interval.lower = lower
      pair.estimates[index].result?.estimate.interval.upper = upper
    }
  }

  @Test func aSignCountsWhereAnIntervalExcludesNoEffect() throws {
    let clear = try turned(lower: 0.1, upper: 0.2)
    #expect(clear.change("sign.changed \(Self.pair) ivw_random_effects")?.severity == .critical)
    #expect(clear.verdict.code == .conclusionsChanged)
    let unclear = try turned(lower: -1, upper: 1)
    #expect(unclear.change("unclear_sign.changed \(Self.pair) ivw_random_effects")?.severity == .minor)
    #expect(unclear.verdict.code == .conclusionsStand)
  }

  @Test func aDirection() throws {
    let changes = try changes { $0.steiger.pair?.verdict = .outcomeFirst }
    #expect(changes.names == ["direction.changed \(Self.pair)"])
  }

  @Test func anAppraisal() throws {
    var new = old
    let before = try #require(new.conclusions.appraisals?[0])
    new.conclusions.appraisals?[0].verdict = .robust
    new.conclusions.appraisals?[0].checks[0].status = .fails
    let changes = try ReleaseComparison.changes(old, new)
    let pair = before.pair.rawValue
    #expect(Set(changes.names) == ["verdict.changed \(pair)", "check.changed \(pair) instruments"])
    #expect(changes.change("verdict.changed \(pair)")?.new == "robust")
    #expect(changes.verdict.strengthened == 1 && changes.verdict.code == .conclusionsChanged)
  }

  @Test func diagnosticsThatCross() throws {
    let changes = try changes { pair in
      pair.heterogeneity.cochran?.pValue = PValue(0.001)
      pair.eggerIntercept = EggerIntercept(notEstimated: NotEstimated(reason: .tooFewVariants))
      pair.leaveOneOut[0].moves = [.signChanged, .alarm]
    }
    let variant = old[Self.pair].leaveOneOut[0].variant
    #expect(
      Set(changes.names).isSuperset(of: [
        "heterogeneity.changed \(Self.pair) cochran", "egger_intercept.changed \(Self.pair)",
        "driver.gained \(Self.pair) primary \(variant)",
      ])
    )
    #expect(changes.change("driver.gained \(Self.pair) primary \(variant)")?.new == "alarm+sign_changed")
  }
}
