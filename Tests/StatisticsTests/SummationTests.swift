import Statistics
import Testing

@Suite struct SummationTests {
  @Test func keepsWhatPlainAdditionLoses() {
    #expect([1, 1e100, 1, -1e100].compensatedSum() == 2)
    #expect(sum(3) { [1e16, 1, -1e16][$0] } == 1)
  }

  @Test func orderDoesNotMatter() {
    let terms = (1...1000).map { 1 / Double($0) }
    #expect(terms.compensatedSum() == Array(terms.reversed()).compensatedSum())
  }

  @Test func infinityStaysInfinity() {
    #expect([Double.infinity, 1].compensatedSum() == .infinity)
  }
}
