import ReleaseFormat
import StudyModel
import Testing

@Suite struct ReleaseToleranceTests {
  private func differences(_ change: (inout Release) -> Void) throws -> [String] {
    let release = try #require(PopulatedRelease.release)
    var other = release
    change(&other)
    return try ReleaseTolerance().differences(from: release, to: other)
  }

  @Test func equalReleasesDoNotDiffer() throws {
    #expect(try differences { _ in } == [])
  }

  @Test func lastBitsMayDiffer() throws {
    #expect(try differences { $0.pairs[0].variants[0].fStatistic *= 1 + 1e-13 } == [])
  }

  @Test func largerDifferencesAreNamed() throws {
    let found = try differences { release in
      release.pairs[0].variants[0].fStatistic = 65.62
      release.pairs[0].leaveOneOut[0].shift = -1.500000001
    }
    #expect(
      found == [
        "pairs/CRP.forward: leave_one_out[0].shift -1.5 → -1.500000001",
        "pairs/CRP.forward: variants[0].f_statistic 65.61 → 65.62",
      ]
    )
  }

  @Test func theToleranceIsTheOneGiven() throws {
    let release = try #require(PopulatedRelease.release)
    var other = release
    other.pairs[0].leaveOneOut[0].shift = -1.500000001
    #expect(try ReleaseTolerance(relative: 1e-9).differences(from: release, to: other) == [])
    #expect(try ReleaseTolerance(relative: 1e-10).differences(from: release, to: other).count == 1)
  }

  @Test func countsCodesAndTextsAreExact() throws {
    #expect(
      try differences { $0.header.design.seed -= 1 }
        == ["release: design.seed 18446744073709551615 → 18446744073709551614"]
    )
    #expect(
      try differences { $0.pairs[1].status = .noInstrumentLeft }
        == [#"pairs/CRP.reverse: status "instruments_not_supplied" → "no_instrument_left""#]
    )
    #expect(
      try differences { $0.header.toolVersion = "9.0.0" } == [#"release: tool_version "0.1.0" → "9.0.0""#]
    )
  }

  @Test func presenceIsExact() throws {
    #expect(
      try differences { $0.pairs[0].variants[0].rSquared = nil }
        == ["pairs/CRP.forward: variants[0].r_squared 0.001 → nothing"]
    )
    #expect(
      try differences { $0.pairs[0].variants.removeLast() }
        == ["pairs/CRP.forward: variants has 2 → 1 elements"]
    )
    #expect(try differences { $0.pairs.removeLast() } == ["pairs/IL6.forward: only in the first release"])
  }

  // MARK: What is left when two numbers cancel

  /// What is said of a release in which both releases' numbers are set.
  private func differences(
    _ set: (inout PairResult, Double) -> Void,
    _ old: Double,
    _ new: Double
  ) throws -> [String] {
    var releases = try [old, new].map { value in
      var release = try #require(PopulatedRelease.release)
      set(&release.pairs[0], value)
      return release
    }
    let last = releases.removeLast()
    return try ReleaseTolerance().differences(from: releases[0], to: last)
  }

  @Test func aShiftCountsStandardErrors() throws {
    let set: (inout PairResult, Double) -> Void = { $0.leaveOneOut[0].shift = $1 }
    #expect(try differences(set, 2e-13, -7e-13) == [])
    #expect(
      try differences(set, 2e-13, -9e-13) == ["pairs/CRP.forward: leave_one_out[0].shift 2e-13 → -9e-13"]
    )
  }

  @Test func anInterceptNearZeroIsMeasuredByItsStandardError() throws {
    let set: (inout PairResult, Double) -> Void = { pair, value in
      pair.eggerIntercept.estimate?.standardError = 1e-3
      pair.eggerIntercept.estimate?.value = value
      pair.eggerIntercept.estimate?.interval.lower = value
    }
    #expect(try differences(set, 3e-16, -6e-16) == [])
    #expect(try differences(set, 3e-16, -9e-16).count == 2)
  }

  @Test func aStandardErrorHasNoFloor() throws {
    let set: (inout PairResult, Double) -> Void = { $0.eggerIntercept.estimate?.standardError = $1 }
    #expect(try differences(set, 1e-3, 1e-3 * (1 + 5e-13)) == [])
    #expect(try differences(set, 1e-3, 1e-3 * (1 + 2e-12)).count == 1)
  }

  /// Cochran's Q is 12.5 here: differences below 1.25e-11 are its noise, and p of 1e-10 against 1.1e-10 on χ²₁ moves in
  /// the seventh digit.
  @Test func theDifferenceOfTwoQIsMeasuredByQ() throws {
    let set: (inout PairResult, Double) -> Void = { $0.heterogeneity.difference?.value = $1 }
    #expect(try differences(set, 1e-10, 1.1e-10) == [])
    #expect(try differences(set, 1e-10, 1.2e-10).count == 1)
    func difference(_ value: Double, _ p: Double) -> (inout PairResult, Double) -> Void {
      { $0.heterogeneity.difference = QDifference(value: value, pValue: PValue($1)) }
    }
    #expect(try differences(difference(1e-10, 0), 0.9999920211542, 0.9999916317) == [])
    #expect(try differences(difference(1e-10, 0), 0.99999202, 0.99998).count == 1)
    #expect(try differences(difference(0.5, 0), 0.48, 0.48 + 1e-10).count == 1)
  }

  @Test func iSquaredAndThePercentOfTheDistortionHaveTheirOwnScales() throws {
    #expect(try differences({ $0.heterogeneity.cochran?.iSquared = $1 }, 1e-14, 5e-13) == [])
    #expect(try differences({ $0.presso.distortion?.percent = $1 }, 1e-11, 9e-11) == [])
    #expect(try differences({ $0.presso.distortion?.percent = $1 }, 1e-11, 2e-10).count == 1)
    #expect(try differences({ $0.presso.distortion?.interval.lower = $1 }, 1e-11, 9e-11) == [])
    #expect(try differences({ $0.presso.outlierTest[0].difference = $1 }, 1e-15, 4e-14) == [])
  }

  @Test func pValuesAreComparedByTheirLogarithms() throws {
    let set: (inout PairResult, Double) -> Void = { $0.estimates[0].result?.estimate.pValue = PValue($1) }
    #expect(try differences(set, 1e-200, 1e-200 * (1 + 4e-10)) == [])
    #expect(try differences(set, 1e-200, 1e-200 * (1 + 1e-9)) != [])
    #expect(try differences(set, 0.5, 0.5 * (1 + 3e-12)) != [])
    #expect(try differences(set, 1e-20, 0) != [])
  }
}
