import Foundation
import Statistics
import Testing

@Suite struct SlopeSearchTests {
  /// Two wells, the deeper far from the scale.
  @Test func findsTheDeeperOfTwoMinima() throws {
    func value(_ b: Double) -> Double { -exp(-0.5 * b * b) - 2 * exp(-0.5 * (b - 40) * (b - 40)) }
    func derivative(_ b: Double) -> Double {
      b * exp(-0.5 * b * b) + 2 * (b - 40) * exp(-0.5 * (b - 40) * (b - 40))
    }
    let found = SlopeSearch(scale: 1, candidates: [40.3]).minimum(value, derivative: derivative)
    #expect(abs(try #require(found) - 40) < 1e-12)
  }

  @Test func aFunctionThatFallsForeverHasNone() {
    let search = SlopeSearch(scale: 1, candidates: [])
    #expect(search.minimum({ -$0 }, derivative: { _ in -1 }) == nil)
  }
}
