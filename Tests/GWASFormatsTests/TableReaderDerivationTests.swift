import Foundation
import GWASFormats
import StudyModel
import Testing

/// Tables of selected variants may tell of effects as genome-wide files do.
@Suite struct TableReaderDerivationTests {
  private func rows(_ text: String) throws -> [VariantAssociation] {
    try TemporaryTable(text).associations().rows
  }

  @Test func anOddsRatioWithItsInterval() throws {
    let row = try #require(
      try rows("SNP\tA1\tA2\tOR\tL95\tU95\tP\nrs1\tA\tG\t1.5\t1.2\t1.875\t0.0003\n").first
    )
    let effect = try #require(row.effect)
    #expect(effect.beta == log(1.5))
    // ln(1.875/1.2) over 2 × 1.959964.
    #expect(abs(effect.standardError - log(1.875 / 1.2) / 3.919928) < 1e-7)
    #expect(effect.derived == [.betaFromRatio, .standardErrorFromInterval])
    #expect(effect.pValue == PValue(0.0003))
  }

  @Test func aStandardErrorFromP() throws {
    let row = try #require(try rows("SNP\tA1\tA2\tBETA\tP\nrs1\tA\tG\t0.1\t0.05\n").first)
    #expect(abs((row.effect?.standardError ?? 0) - 0.1 / 1.959964) < 1e-7)
    #expect(row.effect?.derived == [.standardErrorFromP])
  }

  @Test func zWithPeopleAndFrequency() throws {
    let row = try #require(
      try rows("SNP\tA1\tA2\tZ\tEAF\tCASES\tCONTROLS\nrs1\tA\tG\t4\t0.25\t400\t600\n").first
    )
    let effect = try #require(row.effect)
    // 4/√(2 × 0.25 × 0.75 × (1000 + 16)).
    #expect(abs(effect.beta - 4 / (0.375 * 1016).squareRoot()) < 1e-12)
    #expect(effect.sampleSize == 1000)
    #expect(Set(effect.derived ?? []) == [.effectFromZ, .sampleSizeFromCounts])
    // A table that gives no p is left without one.
    #expect(effect.pValue == nil)
  }

  @Test func whatStandsThereIsNotComputed() throws {
    let text = "SNP\tA1\tA2\tBETA\tSE\tOR\tP\tINFO\nrs1\tA\tG\t0.1\t0.02\t9\tNA\t0.97\n"
    let effect = try #require(try rows(text).first?.effect)
    #expect(
      effect.beta == 0.1 && effect.standardError == 0.02 && effect.derived == nil && effect.pValue == nil
    )
    #expect(effect.imputationQuality == 0.97)
  }

  @Test(arguments: [
    ("SNP\tA1\tA2\tOR\nrs1\tA\tG\t1.5\n", "standard error"), ("SNP\tA1\tA2\tP\nrs1\tA\tG\t0.1\n", "beta"),
    ("SNP\tA1\tA2\tZ\tP\nrs1\tA\tG\t4\t0.1\n", "beta"),
    ("SNP\tA1\tA2\tOR\tP\nrs1\tA\tG\t-1\t0.1\n", "ratio “-1” is not above 0"),
  ])
  func whatCannotBeComputedIsNamed(_ text: String, _ part: String) throws {
    let error = #expect(throws: InputError.self) { try rows(text) }
    #expect(error?.description.contains(part) == true)
  }
}
