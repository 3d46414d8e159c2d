import MendelianRandomization
import StudyModel
import Testing

@Suite struct OverlapBiasAnalysisTests {
  /// Burgess, Davies & Thompson (2016): with F = 10 and full overlap a tenth of the observational bias, linear in the share.
  @Test func isTheShareOverF() throws {
    let full = try #require(OverlapBiasAnalysis.bias(meanF: 10, fraction: 1))
    #expect(full.relativeBias == 0.1)
    let half = try #require(OverlapBiasAnalysis.bias(meanF: 10, fraction: 0.5))
    #expect(half.relativeBias == 0.05)
    #expect(half.worstRelativeBias == 0.1)
  }

  @Test func anUnknownShareLeavesTheWorst() throws {
    let unknown = try #require(OverlapBiasAnalysis.bias(meanF: 25, fraction: nil))
    #expect(unknown.relativeBias == nil)
    #expect(unknown.worstRelativeBias == 0.04)
  }

  @Test func isNeverMoreThanAllOfIt() throws {
    #expect(try #require(OverlapBiasAnalysis.bias(meanF: 0.2, fraction: 1)).relativeBias == 1)
    #expect(OverlapBiasAnalysis.bias(meanF: 0, fraction: 1) == nil)
    #expect(OverlapBiasAnalysis.bias(meanF: .nan, fraction: 1) == nil)
  }
}
