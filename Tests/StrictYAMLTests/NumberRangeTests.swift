import StrictYAML
import Testing

struct NumberRangeTests {
  @Test func endsBelongOrNot() {
    let range = NumberRange(from: .excluding(0), to: .including(0.5))
    #expect(!range.contains(0) && range.contains(1e-300) && range.contains(0.5) && !range.contains(0.51))
    #expect(range.words == "above 0, at most 0.5")
    let other = NumberRange(from: .including(0), to: .excluding(1))
    #expect(other.contains(0) && !other.contains(1) && !other.contains(-0.1))
    #expect(other.words == "at least 0, below 1")
  }
}
