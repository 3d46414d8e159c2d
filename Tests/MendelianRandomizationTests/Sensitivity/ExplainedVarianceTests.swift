import Foundation
import MendelianRandomization
import StudyModel
import Testing

@Suite struct ExplainedVarianceTests {
  private func side(_ type: TraitType, _ size: SampleSize = SampleSize(), prevalence: Double? = nil)
    -> StudySide
  {
    StudySide(
      trait: Trait(id: traitID("T"), name: "T", type: type, sampleSize: size, prevalence: prevalence),
      source: nil
    )
  }

  @Test func continuousByHand() {
    let effect = AlleleEffect(beta: 0.1, standardError: 0.01, sampleSize: 1002)
    #expect(isClose(ExplainedVariance(side: side(.continuous)).rSquared(effect), 100.0 / 1100))
  }

  @Test func theTraitsSampleSizeStandsInForTheVariants() {
    let effect = AlleleEffect(beta: 0.1, standardError: 0.01)
    let known = side(.continuous, SampleSize(total: 1002))
    #expect(isClose(ExplainedVariance(side: known).rSquared(effect), 100.0 / 1100))
    #expect(ExplainedVariance(side: side(.continuous)).rSquared(effect) == nil)
  }

  @Test func binaryWithoutPrevalenceTakesTheSampleFrequency() throws {
    let effect = AlleleEffect(beta: 0.5, standardError: 0.1, effectAlleleFrequency: 0.2)
    let explained = 2 * 0.2 * 0.8 * 0.25
    let reference = explained / (explained + Double.pi * Double.pi / 3)
    #expect(isClose(ExplainedVariance(side: side(.binary)).rSquared(effect), reference))
  }

  @Test func binaryWithoutFrequencyIsUnknown() {
    let effect = AlleleEffect(beta: 0.5, standardError: 0.1, sampleSize: 1000)
    #expect(ExplainedVariance(side: side(.binary)).rSquared(effect) == nil)
  }

  /// A partner's frequency is not that among this study's cases and controls.
  @Test func aBorrowedFrequencyIsTakenAsThePopulations() throws {
    let study = ExplainedVariance(
      side: side(.binary, SampleSize(cases: 500, controls: 500), prevalence: 0.01)
    )
    let effect = AlleleEffect(beta: 0.6, standardError: 0.1, effectAlleleFrequency: 0.1)
    let explained = 2 * 0.1 * 0.9 * 0.36
    let reference = explained / (explained + Double.pi * Double.pi / 3)
    #expect(isClose(study.rSquared(effect, frequencyIsBorrowed: true), reference))
    #expect(!isClose(study.rSquared(effect), reference, relative: 0.1))
    let noise = 2 * 0.1 * 0.9 * 0.01 / (Double.pi * Double.pi / 3)
    #expect(isClose(study.noise(effect, frequencyIsBorrowed: true), noise))
  }

  /// From a population's frequency among controls, odds ratio and prevalence the sample's frequency is made
  /// forwards; the r² must then be that of the population's frequency, which differs from the sample's.
  @Test(arguments: [0.02, 0.3, 0.9], [-1.2, 0.0, 0.4, 2.5])
  func binaryFindsThePopulationFrequency(inControls: Double, beta: Double) throws {
    let odds = exp(beta) * inControls / (1 - inControls)
    let inCases = odds / (1 + odds)
    let sample = (3000 * inCases + 1000 * inControls) / 4000
    let population = 0.01 * inCases + 0.99 * inControls
    let explained = 2 * population * (1 - population) * beta * beta
    let study = side(.binary, SampleSize(cases: 3000, controls: 1000), prevalence: 0.01)
    let effect = AlleleEffect(beta: beta, standardError: 0.1, effectAlleleFrequency: sample)
    let ours = try #require(ExplainedVariance(side: study).rSquared(effect))
    #expect(isClose(ours, explained / (explained + Double.pi * Double.pi / 3), relative: 1e-12))
  }
}
