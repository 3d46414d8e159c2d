import Statistics
import Testing

@Suite struct MultipleTestingTests {
  /// By hand: m = 5; in order 0.005, 0.01, 0.03, 0.04, 0.6.
  private let tests = [0.01, 0.04, 0.03, 0.005, 0.6].map { TailProbability($0) }

  @Test func bonferroni() {
    let adjusted = MultipleTesting.bonferroni(tests).map(\.value)
    for (value, reference) in zip(adjusted, [0.05, 0.2, 0.15, 0.025, 1]) {
      #expect(isClose(value, reference))
    }
  }

  @Test func benjaminiHochbergTakesTheMinimumFromAbove() {
    // 5·0.03/3 = 0.05 and 5·0.04/4 = 0.05; 5·0.01/2 = 0.025 and 5·0.005/1 = 0.025.
    let adjusted = MultipleTesting.benjaminiHochberg(tests).map(\.value)
    for (value, reference) in zip(adjusted, [0.025, 0.05, 0.05, 0.025, 0.6]) {
      #expect(isClose(value, reference))
    }
  }

  /// In order 5·0.005, 4·0.01, 3·0.03, 2·0.04 → 0.09, 0.6.
  @Test func holmTakesTheMaximumFromBelow() {
    let adjusted = MultipleTesting.holm(tests).map(\.value)
    for (value, reference) in zip(adjusted, [0.04, 0.09, 0.09, 0.025, 0.6]) {
      #expect(isClose(value, reference))
    }
  }

  /// Benjamini–Hochberg times 1 + 1/2 + 1/3 + 1/4 + 1/5 = 137/60, at most 1.
  @Test func benjaminiYekutieliMultipliesByTheHarmonicSum() {
    let adjusted = MultipleTesting.benjaminiYekutieli(tests).map(\.value)
    for (value, reference) in zip(adjusted, [0.025, 0.05, 0.05, 0.025, 0.6]) {
      #expect(isClose(value, min(1, reference * 137 / 60)))
    }
  }

  @Test func storeyMultipliesByTheShareOfNulls() {
    let adjusted = MultipleTesting.storey(tests, pi0: 0.5).map(\.value)
    for (value, reference) in zip(adjusted, [0.0125, 0.025, 0.025, 0.0125, 0.3]) {
      #expect(isClose(value, reference))
    }
  }

  @Test func sidakOfWholeAndBrokenCounts() {
    #expect(isClose(MultipleTesting.sidak([TailProbability(0.1)], effectiveTests: 2)[0].value, 0.19))
    #expect(MultipleTesting.sidak([TailProbability(1)], effectiveTests: 3)[0].value == 1)
    let tiny = MultipleTesting.sidak([TailProbability(negativeLog10: 400)], effectiveTests: 10)[0]
    #expect(isClose(tiny.negativeLog10, 399))
    // 1 − (1 − p)^M is M·p to the last digit here.
    #expect(isClose(MultipleTesting.sidak([TailProbability(1e-20)], effectiveTests: 7.5)[0].value, 7.5e-20))
  }

  @Test func benjaminiHochbergIsMonotoneWhereRawProductsAreNot() {
    // 3·0.02/1 = 0.06, 3·0.021/2 = 0.0315, 3·0.022/3 = 0.022: all become 0.022.
    let adjusted = MultipleTesting.benjaminiHochberg([0.021, 0.02, 0.022].map { TailProbability($0) })
    for tail in adjusted { #expect(isClose(tail.value, 0.022)) }
  }

  @Test func tailsThatUnderflowKeepTheirSize() {
    let tiny = TailProbability(negativeLog10: 400)
    let adjusted = MultipleTesting.bonferroni(Array(repeating: tiny, count: 100))
    #expect(isClose(adjusted[0].negativeLog10, 398))
    let ranked = MultipleTesting.benjaminiHochberg([TailProbability(negativeLog10: 350), tiny])
    #expect(isClose(ranked[0].negativeLog10, 350))
    #expect(isClose(ranked[1].negativeLog10, 399.69897000433602))
  }

  @Test func noTests() {
    #expect(MultipleTesting.bonferroni([]).isEmpty)
    #expect(MultipleTesting.benjaminiHochberg([]).isEmpty)
  }
}
