import MendelianRandomization
import StudyModel
import Testing

@Suite struct ZeroExposureEffectsTests {
  private let some = variant("rs1", x: 0.1, y: 0.2)
  private let zero = variant("rs2", x: 0, y: 0.1)

  @Test func withoutAZeroEverythingIsUsed() {
    let (used, exclusions) = ZeroExposureEffects(data: suppliedTable([some])).separate([some])
    #expect(used == [some])
    #expect(exclusions.isEmpty)
  }

  @Test func aZeroOfASuppliedTableIsListedWithItsRow() throws {
    let (used, exclusions) = ZeroExposureEffects(data: suppliedTable([some, zero])).separate([some, zero])
    #expect(used == [some])
    let exclusion = try #require(exclusions.first)
    #expect(exclusion.variant.id == "rs2")
    #expect(exclusion.stage == .estimation)
    #expect(exclusion.reason == .exposureEffectZero)
    #expect(exclusion.exposure?.line == 3)
    #expect(exclusion.exposure?.effect == zero.exposure)
    #expect(exclusion.outcome?.effect == zero.outcome)
  }

  /// Of several rows under the name, the exposure's is the one whose effect is 0 and the outcome's the one whose
  /// effect the variant carries, whichever allele it was told of.
  @Test func aZeroOfTwoStudiesNamesTheRowsItCameFrom() throws {
    let exposure = [
      alleleRow("rs2", "A", "C", beta: 0.3, line: 5), alleleRow("rs2", "A", "G", beta: 0, line: 6),
    ]
    let outcome = [
      alleleRow("rs2", "A", "C", beta: 0.7, standardError: 0.02, line: 8),
      alleleRow("rs2", "G", "A", beta: -0.1, standardError: 0.02, line: 9),
    ]
    let data = PairData.candidates(exposure: exposure, outcome: outcome)
    let exclusion = try #require(ZeroExposureEffects(data: data).separate([zero]).exclusions.first)
    #expect(exclusion.exposure?.line == 6)
    #expect(exclusion.outcome?.line == 9)
  }
}
