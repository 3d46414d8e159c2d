import Foundation
import Reporting
import StudyModel
import Testing

struct PValueStyleTests {
  private let style = PValueStyle()

  @Test(arguments: [
    (0.2411, "0.24"), (0.1, "0.10"), (0.0233, "0.023"), (0.0501, "0.0501"), (0.0498, "0.0498"),
    (0.04996, "0.04996"),
    (0.05, "0.050"), (0.00104, "0.00104"), (0.001, "0.0010"), (0.00098, "9.8 × 10⁻⁴"), (0.0008, "8 × 10⁻⁴"),
    (4.032e-14, "4 × 10⁻¹⁴"), (0.9951, ">0.99"), (1, ">0.99"), (0.0996, "0.10"),
  ])
  func cells(p: Double, text: String) {
    #expect(style.cell(PValue(p)) == text)
  }

  @Test(arguments: [0.05, 0.001], [-3e-2, -1e-3, -1e-5, -1e-8, 1e-8, 1e-5, 1e-3, 3e-2])
  func roundingNeverReachesOrCrossesAThreshold(threshold: Double, relative: Double) throws {
    let p = threshold * (1 + relative)
    let text = style.cell(PValue(p))
    let shown = try #require(plain(text))
    #expect((shown < threshold) == (p < threshold), "\(p) printed as \(text)")
    #expect(shown != threshold, "\(p) printed as \(text)")
  }

  @Test func underflownPValuesPrintFromTheirLogarithm() {
    #expect(style.cell(PValue(negativeLog10: 400.4)) == "4 × 10⁻⁴⁰¹")
    #expect(style.cell(PValue(0)) == "<10⁻³⁰⁰")
    #expect(style.cell(PValue(negativeLog10: 999_999.2)) == "6 × 10⁻¹⁰⁰⁰⁰⁰⁰")
  }

  @Test(arguments: [1e6, 1e20, 1e300])
  func aLogarithmBeyondEveryIntegerIsWordedAndTrapsNothing(negativeLog10: Double) {
    #expect(style.cell(PValue(negativeLog10: negativeLog10)) == "<10⁻⁹⁹⁹⁹⁹⁹")
  }

  @Test func equationsNeverSayOne() {
    #expect(style.equation(PValue(1)) == "p > 0.99")
    #expect(style.equation(PValue(0.17)) == "p = 0.17")
  }

  private func plain(_ text: String) -> Double? {
    let parts = text.components(separatedBy: " × 10")
    guard parts.count == 2 else { return Double(text) }
    let digits = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    return Double(parts[0] + "e" + String(parts[1].compactMap { digits[$0] }))
  }
}
