import ReleaseFormat
import StudyModel
import Testing

/// Adjusted p-values are held against the family's own p-values when a release is read.
@Suite struct AdjustmentConsistencyTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A release of one family with these tests, the pairs' p-values being the tests'.
  private func release(
    _ values: [PValue],
    bonferroni: [PValue],
    benjaminiHochberg: [PValue]
  ) throws -> Release {
    try LargeRelease.release(values) { index, test in
      test.bonferroni = bonferroni[index]
      test.benjaminiHochberg = benjaminiHochberg[index]
    }
  }

  private func problems(_ release: Release) throws -> [String] {
    try ReleaseDirectory.write(release, to: folder.path + "/r")
    do throws(InputError) {
      _ = try ReleaseDirectory.read(folder.path + "/r")
      return []
    } catch {
      return error.problems.map(\.summary)
    }
  }

  // R 4.4: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.9), "BH") and "bonferroni".
  private let values = [0.01, 0.04, 0.03, 0.005, 0.9].map { PValue($0) }
  private let bonferroni = [0.05, 0.2, 0.15, 0.025, 1].map { PValue($0) }
  private let benjaminiHochberg = [0.025, 0.05, 0.05, 0.025, 0.9].map { PValue($0) }

  @Test func rightAdjustmentsPass() throws {
    let good = try release(values, bonferroni: bonferroni, benjaminiHochberg: benjaminiHochberg)
    #expect(try problems(good) == [])
  }

  @Test func roundingPassesAndMoreDoesNot() throws {
    var close = bonferroni
    close[3] = PValue(0.025 * (1 + 1e-10))
    #expect(try problems(release(values, bonferroni: close, benjaminiHochberg: benjaminiHochberg)) == [])
    close[3] = PValue(0.025 * (1 + 1e-7))
    let found = try problems(release(values, bonferroni: close, benjaminiHochberg: benjaminiHochberg))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("the family all gives T3.forward the Bonferroni p value 0.02500000"))
    #expect(found[0].hasSuffix(", and its 5 tests make 0.025"))
  }

  @Test func aStaleStepUpIsNamedWithFamilyAndPair() throws {
    var stale = benjaminiHochberg
    stale[1] = PValue(0.045)
    let found = try problems(release(values, bonferroni: bonferroni, benjaminiHochberg: stale))
    let numbers = "p value 0.045, and its 5 tests make 0.05"
    #expect(found == ["the family all gives T1.forward the Benjamini–Hochberg \(numbers)"])
  }

  /// p-values that no double holds, equal ones, and a bare 0 as a file prints it.
  @Test func tailsAreComparedByTheirLogarithms() throws {
    func tail(_ power: Double) -> PValue { PValue(negativeLog10: power) }
    let log4 = -PValue(4).negativeLog10
    let values = [tail(500), tail(400), tail(400), PValue(0)]
    let step = tail(400)
    let half = tail(500 - log4 / 2)
    let good = try release(
      values,
      bonferroni: [tail(500 - log4), tail(400 - log4), tail(400 - log4), PValue(0)],
      benjaminiHochberg: [half, step, step, PValue(0)]
    )
    #expect(try problems(good) == [])
    var bad = good
    bad.conclusions.families[0].tests[1].bonferroni = tail(399)
    #expect(try problems(bad).count == 1)
  }

  // R 4.4: p.adjust with "holm" and "BY"; Storey's with π₀ = 0.5; 1 − (1 − p)^3.
  private let holm = [0.04, 0.09, 0.09, 0.025, 0.9].map { PValue($0) }
  private let storey = [0.0125, 0.025, 0.025, 0.0125, 0.45].map { PValue($0) }

  private func further(_ harm: (inout TestFamily) -> Void) throws -> [String] {
    var release = try release(values, bonferroni: bonferroni, benjaminiHochberg: benjaminiHochberg)
    var family = release.conclusions.families[0]
    for index in values.indices {
      family.tests[index].holm = holm[index]
      family.tests[index].benjaminiYekutieli = PValue(min(1, benjaminiHochberg[index].value * 137 / 60))
      family.tests[index].storey = storey[index]
      let others = 1 - values[index].value
      family.tests[index].effective = PValue(1 - others * others * others)
    }
    family.storeyPi0 = 0.5
    family.effectiveTests = EffectiveTests(count: 3, covered: 5, passing: 2)
    family.passingHolm = 2
    family.passingStorey = 4
    harm(&family)
    release.conclusions.families[0] = family
    return try problems(release)
  }

  @Test func furtherAdjustmentsPassWhereTheyAreRight() throws { #expect(try further { _ in } == []) }

  @Test func eachFurtherAdjustmentIsHeldAgainstTheTests() throws {
    let wrong = PValue(0.5)
    let harms: [(String, (inout TestFamily) -> Void)] = [
      ("Holm", { $0.tests[0].holm = wrong }),
      ("Benjamini–Yekutieli", { $0.tests[0].benjaminiYekutieli = wrong }),
      ("Storey", { $0.tests[0].storey = wrong }),
      ("effective-tests", { $0.tests[0].effective = wrong }),
    ]
    for (name, harm) in harms {
      let found = try further(harm)
      #expect(found.contains { $0.contains("the \(name) p value 0.5, and its 5 tests make") }, "\(name)")
    }
    #expect(
      try further { $0.passingHolm = 4 }.contains {
        $0.contains("says passing_holm: 4, and its pairs make 2")
      }
    )
  }
}
