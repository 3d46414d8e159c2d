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
