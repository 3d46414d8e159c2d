import Foundation
import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct SelectionAnalysisTests {
  private static let cut = 5.45

  /// Another derivation: under the estimate, half of the mass of the two tails lies at and above the z that was seen, by the
  /// midpoint rule.
  @Test(arguments: [5.5, 6.0, 7.0, 9.0, -6.5])
  func halfOfThePassingMassLiesAboveTheZSeen(_ z: Double) {
    let mean = abs(SelectionAnalysis.conditionalEstimate(z: z, cut: Self.cut))
    var (mass, above) = (0.0, 0.0)
    let step = 1e-4
    for place in 0..<200_000 {
      let size = Self.cut + (Double(place) + 0.5) * step
      let upper = exp(-0.5 * (size - mean) * (size - mean))
      mass += upper + exp(-0.5 * (size + mean) * (size + mean))
      if size >= abs(z) { above += upper }
    }
    #expect(abs(above / mass - 0.5) < 1e-3)
    #expect(mean < abs(z))
  }

  /// By simulation: of variants with one true z that pass, half of the corrected estimates are too large.
  @Test(arguments: [4.0, 5.5, 7.0])
  func isMedianUnbiased(_ truth: Double) {
    var stream = RandomStream(StreamKey(seed: 9, names: ["median"]), simulation: 0)
    var normals = [Double](repeating: 0, count: 60_000)
    Ziggurat.shared.fill(&normals, from: &stream)
    let passing = normals.map { truth + $0 }.filter { $0 > Self.cut }
    let above = passing.count { SelectionAnalysis.conditionalEstimate(z: $0, cut: Self.cut) > truth }
    let share = Double(above) / Double(passing.count)
    #expect(abs(share - 0.5) < 4 * 0.5 / Double(passing.count).squareRoot())
  }

  @Test func aZThatDidNotPassKeepsItsValue() {
    #expect(SelectionAnalysis.conditionalEstimate(z: 3, cut: Self.cut) == 3)
    #expect(SelectionAnalysis.conditionalEstimate(z: 0, cut: 0) == 0)
  }

  /// Far above the threshold nothing was selected.
  @Test func strongVariantsAreLeftAlone() {
    #expect(isClose(SelectionAnalysis.conditionalEstimate(z: 30, cut: Self.cut), 30, relative: 1e-9))
  }

  /// By simulation: true z of 3 to 5.5, of which those are kept that pass. The corrected estimates lie nearer the truth, on
  /// average, than the plain ones; their F most of all.
  @Test func takesMostOfTheCurseAway() throws {
    var stream = RandomStream(StreamKey(seed: 5, names: ["winner's curse"]), simulation: 0)
    var normals = [Double](repeating: 0, count: 20_000)
    Ziggurat.shared.fill(&normals, from: &stream)
    var (plain, corrected, count) = (0.0, 0.0, 0.0)
    var (plainF, correctedF) = (0.0, 0.0)
    for (place, normal) in normals.enumerated() {
      let truth = 3 + 2.5 * Double(place) / 20_000
      let z = truth + normal
      guard z > Self.cut else { continue }
      plain += z - truth
      let mean = SelectionAnalysis.conditionalEstimate(z: z, cut: Self.cut)
      corrected += mean - truth
      plainF += z * z - truth * truth
      correctedF += mean * mean - truth * truth
      count += 1
    }
    #expect(plain / count > 0.8)
    #expect(abs(corrected / count) < 0.7 * plain / count)
    #expect(plainF / count > 10)
    #expect(abs(correctedF / count) < 0.2 * plainF / count)
  }

  @Test func thresholdsAndExpectationsOfPureNoise() throws {
    let variants = (1...10).map { variant("rs\($0)", x: 0.06 + 0.001 * Double($0), xError: 0.01, y: 0.01) }
    let effect = try #require(SelectionAnalysis(variants, declared: 5e-6).effect(variants))
    // z of a two-sided p of 5e-6 is 4.5648; a variant of pure noise that passes has E[F] of 22.7.
    #expect(abs(effect.thresholdF - 20.84) < 0.01)
    #expect(abs(effect.expectedFWithoutAssociation - 22.76) < 0.01)
    #expect(isClose(effect.falseExpected, 5))
    #expect(effect.isDeclared)
    #expect(effect.correctedMeanF < variants.map(\.fStatistic).reduce(0, +) / 10)
    // Smaller exposure effects make a larger ratio.
    let whole = try #require(
      InverseVarianceWeighted(model: .randomEffects).outcome(variants, context: context()).result
    )
    #expect(try #require(effect.correctedEstimate).value > whole.estimate.value)
  }

  /// E[F | F > c] integrated over the density of χ² with one degree of freedom.
  @Test func theExpectedFIsThatOfTheTail() throws {
    let noise = SelectionNoise([], declared: 5e-6)
    let cut = 4.564_787_750_7
    var (mass, moment) = (0.0, 0.0)
    for place in 0..<200_000 {
      let z = cut + (Double(place) + 0.5) * 5e-5
      let density = exp(-0.5 * (z * z - cut * cut))
      mass += density
      moment += density * z * z
    }
    #expect(isClose(noise.inflation, moment / mass, relative: 1e-4))
  }

  @Test func withoutADeclaredThresholdTheLargestPStandsForIt() throws {
    var variants = [variant("a", x: 0.1, y: 0.1), variant("b", x: 0.06, y: 0.1)]
    variants[0].exposure.pValue = PValue(1e-20)
    variants[1].exposure.pValue = PValue(2e-9)
    let effect = try #require(SelectionAnalysis(variants, declared: nil).effect(variants))
    #expect(effect.threshold == 2e-9)
    #expect(!effect.isDeclared)
    #expect(SelectionAnalysis([], declared: nil).effect([]) == nil)
  }
}
