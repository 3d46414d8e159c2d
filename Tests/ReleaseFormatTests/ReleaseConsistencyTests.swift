import Foundation
import ReleaseFormat
import StudyModel
import Testing

/// Each test harms the conclusions of a good release in one way; the one problem must say how.
@Suite struct ReleaseConsistencyTests {
  private let folder: TemporaryFolder
  private let good: Release

  init() throws {
    folder = try TemporaryFolder()
    var good = try #require(PopulatedRelease.release)
    good.conclusions.families = good.conclusions.families.map(\.withFirstAdjustmentsOnly)
    self.good = good
  }

  /// What reading says of the release, without the folder before the file.
  private func problems(_ release: Release) throws -> [InputProblem] {
    let directory = folder.path + "/r"
    try ReleaseDirectory.write(release, to: directory)
    let found = caught { () throws(InputError) in _ = try ReleaseDirectory.read(directory) }
    // Who reads pair by pair must not be told less.
    let surveyed = caught { () throws(InputError) in
      _ = try ReleaseDirectory.open(directory).survey { $0.id }
    }
    #expect(surveyed == found)
    return found.map { problem in
      var problem = problem
      problem.file = String(problem.file.dropFirst(directory.count + 1))
      return problem
    }
  }

  private func caught(_ work: () throws(InputError) -> Void) -> [InputProblem] {
    do throws(InputError) {
      try work()
      return []
    } catch {
      return error.problems
    }
  }

  private func problems(_ harm: (inout TestFamily) -> Void) throws -> [InputProblem] {
    var release = good
    harm(&release.conclusions.families[0])
    #expect(release != good)
    return try problems(release)
  }

  private func damage(_ summaries: String...) -> [InputProblem] {
    summaries.map {
      InputProblem(file: "conclusions.json", summary: "the family all \($0)", remedy: "analyse again")
    }
  }

  /// The good release with one instrument only, tested by its ratio.
  private func loneInstrument() -> Release {
    var release = good
    release.pairs[0].variants.removeLast()
    release.pairs[0].singleVariant.removeLast()
    release.pairs[0].estimates.removeFirst()
    release.conclusions.families[0].tests[0].method = .waldRatio
    return release
  }

  @Test func aGoodReleaseHasNoProblem() throws {
    #expect(try problems(good) == [])
    #expect(try problems(loneInstrument()) == [])
  }

  @Test(arguments: [1e-299, 2.3e-300])
  func aPValueThatIsNotThePairsIsNamed(value: Double) throws {
    let found = try problems { family in
      family.tests[0].pValue = PValue(value)
      family.tests[0].bonferroni = PValue(value)
      family.tests[0].benjaminiHochberg = PValue(value)
    }
    let what = "gives CRP.forward another p value than the pair's ivw_random_effects estimate"
    #expect(found == damage(what))
  }

  @Test func roundingIsTolerated() throws {
    let found = try problems { family in
      let p = family.tests[0].pValue.value
      family.tests[0].pValue = PValue(p * (1 + 1e-12))
    }
    #expect(found == [])
  }

  @Test func aRatioThatIsNotThePairsIsNamed() throws {
    var release = loneInstrument()
    let other = PValue(1e-301)
    release.conclusions.families[0].tests[0].pValue = other
    release.conclusions.families[0].tests[0].bonferroni = other
    release.conclusions.families[0].tests[0].benjaminiHochberg = other
    let what = "gives CRP.forward another p value than the pair's wald_ratio estimate"
    #expect(try problems(release) == damage(what))
  }

  @Test func anotherMethodIsNamed() throws {
    let found = try problems { $0.tests[0].method = .waldRatio }
    #expect(found == damage("tests CRP.forward by wald_ratio, and its pair by ivw_random_effects"))
  }

  @Test func aTestWithoutAnEstimateIsNamed() throws {
    let found = try problems { family in
      family.method = .mrEgger
      family.tests[0].method = .mrEgger
    }
    #expect(found == damage("tests CRP.forward, which has no estimate by mr_egger"))
  }

  @Test(arguments: [1e-301, 0, 1.01])
  func anAdjustedPValueOutOfItsRangeIsNamed(value: Double) throws {
    let bonferroni = try problems { family in
      family.tests[0].bonferroni = PValue(value)
      family.passingBonferroni = value < 0.05 ? 1 : 0
    }
    let out = "p value that is not between its p value and 1"
    let inversion = "gives CRP.forward a Benjamini–Hochberg p value above its Bonferroni p value"
    let expected = damage("gives CRP.forward a Bonferroni \(out)")
    #expect(bonferroni == expected + (value > 1 ? [] : damage(inversion)))
    let benjaminiHochberg = try problems { family in
      family.tests[0].benjaminiHochberg = PValue(value)
      family.passingBenjaminiHochberg = value < 0.05 ? 1 : 0
    }
    let other = damage("gives CRP.forward a Benjamini–Hochberg \(out)")
    #expect(benjaminiHochberg == other + (value > 1 ? damage(inversion) : []))
  }

  @Test func benjaminiHochbergAboveBonferroniIsNamed() throws {
    let found = try problems { $0.tests[0].benjaminiHochberg = PValue(0.01) }
    #expect(found == damage("gives CRP.forward a Benjamini–Hochberg p value above its Bonferroni p value"))
  }

  @Test func countsThatDoNotAddUpAreNamed() throws {
    #expect(try problems { $0.tested = 2 } == damage("says tested: 2, and its pairs make 1"))
    #expect(try problems { $0.declared = 3 } == damage("says declared: 3, and its pairs make 2"))
    #expect(try problems { $0.nominal = 0 } == damage("says nominal: 0, and its pairs make 1"))
    let bonferroni = try problems { $0.passingBonferroni = 0 }
    #expect(bonferroni == damage("says passing_bonferroni: 0, and its pairs make 1"))
    let benjaminiHochberg = try problems { $0.passingBenjaminiHochberg = 2 }
    #expect(benjaminiHochberg == damage("says passing_benjamini_hochberg: 2, and its pairs make 1"))
    let expected = try problems { $0.nominalExpected = 0.06 }
    #expect(expected == damage("says nominal_expected: 0.06, and its pairs make 0.05"))
  }

  @Test func anotherSignificanceLevelIsNamed() throws {
    let found = try problems { family in
      family.significanceLevel = 0.25
      family.nominalExpected = 0.25
    }
    #expect(found == damage("has the significance level 0.25, and release.json has 0.05"))
  }

  @Test func anUntestedPairWithAnEstimateIsNamed() throws {
    let found = try problems { family in
      family.untested.append(UntestedPair(pair: family.tests[0].pair, status: .lookupNotSupplied))
      family.tests = []
      family.tested = 0
      family.nominal = 0
      family.nominalExpected = 0
      family.passingBonferroni = 0
      family.passingBenjaminiHochberg = 0
    }
    let estimate = "leaves CRP.forward untested, which has an estimate by ivw_random_effects"
    #expect(found == damage(estimate, "gives CRP.forward another status than its pair"))
  }

  @Test func aPairListedTwiceIsNamed() throws {
    let found = try problems { family in
      family.untested.append(family.untested[0])
      family.declared = 3
    }
    #expect(found == damage("holds CRP.reverse more than once"))
  }

  // MARK: Pairs

  private func pairProblems(_ index: Int, _ harm: (inout PairResult) -> Void) throws -> [String] {
    var release = good
    harm(&release.pairs[index])
    let found = try problems(release)
    #expect(found.allSatisfy { $0.file == "pairs/\(good.pairs[index].id).json" })
    return found.map(\.summary)
  }

  @Test func rowsOfVariantsThatThePairDoesNotHaveAreNamed() throws {
    #expect(
      try pairProblems(0) { $0.presso.outlierTest[0].variant = "rs2" }
        == [#"presso.outlier_test names "rs2", which is no variant of the pair"#]
    )
    #expect(
      try pairProblems(0) { $0.steiger.variants[0].variant = "rs1 " }
        == [#"steiger.variants names "rs1 ", which is no variant of the pair"#]
    )
    #expect(
      try pairProblems(0) { pair in
        pair.leaveOneOut[0].variant = "rs3"
        pair.singleVariant[1].variant = "rs4"
      }
        == ["single_variant names \"rs4\"", "leave_one_out names \"rs3\""].map {
          $0 + ", which is no variant of the pair"
        }
    )
  }

  @Test func suppliedResultsHaveNoVariants() throws {
    let (variants, rows) = (good.pairs[0].variants, good.pairs[0].leaveOneOut)
    let found = try pairProblems(2) { pair in
      pair.variants = variants
      pair.leaveOneOut = rows
    }
    #expect(
      found
        == ["leave_one_out", "variants"].map { "is of supplied results and holds \($0), which need variants" }
    )
  }

  /// Supplied results carry no variants to count: a Wald ratio among them is what stands for the pair.
  @Test func aSuppliedWaldRatioIsTheTestOfItsPair() throws {
    var release = good
    let test = release.conclusions.families[0].tests[0]
    let supplied = AdjustedTest(
      pair: release.pairs[2].id,
      method: .waldRatio,
      pValue: test.pValue,
      bonferroni: test.bonferroni,
      benjaminiHochberg: test.benjaminiHochberg
    )
    release.conclusions.families[0].tests = [supplied]
    #expect(try problems(release) == [])
    release.conclusions.families[0].tests[0].method = .mrRAPS
    #expect(try problems(release) == damage("tests IL6.forward by mr_raps, and its pair by wald_ratio"))
  }

  @Test func anIndexWithAnotherPrimaryEstimateIsNamed() throws {
    let directory = folder.path + "/r"
    try ReleaseDirectory.write(good, to: directory)
    let url = URL(fileURLWithPath: directory + "/pairs.jsonl")
    let text = try String(contentsOf: url, encoding: .utf8)
    let changed = text.replacingOccurrences(of: "\"draws\": 10000", with: "\"draws\": 10001")
    try #require(changed != text)
    try Data(changed.utf8).write(to: url)
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.read(directory) }
    #expect(error?.problems.map(\.line) == [1])
    #expect(
      error?.description.contains("says something else of CRP.forward than pairs/CRP.forward.json") == true
    )
  }
}
