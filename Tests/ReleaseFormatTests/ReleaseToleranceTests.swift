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
    #expect(try differences { $0.pairs.removeLast() } == ["pairs/CRP.reverse: only in the first release"])
  }
}
