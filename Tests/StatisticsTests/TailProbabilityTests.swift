import Foundation
import Statistics
import Testing

@Suite struct TailProbabilityTests {
  @Test func valueAndLogarithmTellTheSame() {
    #expect(isClose(TailProbability(0.001).negativeLog10, 3))
    #expect(isClose(TailProbability(negativeLog10: 3).value, 0.001))
    #expect(TailProbability(1).negativeLog10 == 0)
    #expect(TailProbability(0).negativeLog10 == .infinity)
    #expect(TailProbability(negativeLog10: 400).value == 0)
  }

  @Test func aMultipleStaysAProbability() {
    #expect(isClose(TailProbability(0.01).scaled(by: 5).value, 0.05))
    #expect(TailProbability(0.5).scaled(by: 5).value == 1)
    #expect(isClose(TailProbability(negativeLog10: 400).scaled(by: 100).negativeLog10, 398))
    // Up from below the range of doubles into it.
    #expect(isClose(TailProbability(negativeLog10: 301).scaled(by: 1000).value, 1e-298, relative: 1e-10))
  }

  @Test func orderHoldsWhereDoublesUnderflow() {
    #expect(TailProbability(negativeLog10: 401) < TailProbability(negativeLog10: 400))
    #expect(TailProbability(0.01) < TailProbability(0.02))
    #expect(!(TailProbability(0.02) < TailProbability(0.02)))
  }
}
