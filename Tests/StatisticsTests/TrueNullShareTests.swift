import Statistics
import Testing

@Suite struct TrueNullShareTests {
  @Test func fewTestsAreTakenToBeNull() {
    #expect(TrueNullShare.estimate(Array(repeating: 1e-9, count: 99)) == 1)
    #expect(TrueNullShare.estimate([]) == 1)
  }

  @Test func uniformPValuesAreNull() {
    let p = (0..<1000).map { (Double($0) + 0.5) / 1000 }
    #expect(abs(TrueNullShare.estimate(p) - 1) < 0.03)
  }

  /// 600 uniform and 400 tiny ones.
  @Test func aMixtureIsToldApart() {
    let p = (0..<600).map { (Double($0) + 0.5) / 600 } + Array(repeating: 1e-8, count: 400)
    #expect(abs(TrueNullShare.estimate(p) - 0.6) < 0.03)
  }

  @Test func noNullAtAllLeavesTheLeastShare() {
    #expect(TrueNullShare.estimate(Array(repeating: 1e-8, count: 200)) == 1.0 / 200)
  }
}
