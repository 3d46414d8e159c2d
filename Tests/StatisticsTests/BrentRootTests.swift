import Foundation
import Statistics
import Testing

@Suite struct BrentRootTests {
  @Test func findsRootsToTheLastDigits() throws {
    let cosine = try #require(BrentRoot.find(between: 0, and: 1) { cos($0) - $0 })
    #expect(abs(cosine - 0.7390851332151607) < 1e-15)
    let cubic = try #require(BrentRoot.find(between: -10, and: 100) { $0 * $0 * $0 - 2 })
    #expect(abs(cubic - cbrt(2.0)) < 1e-15)
  }

  @Test func steepAndFlatFunctionsAreNoTrap() throws {
    let steep = try #require(BrentRoot.find(between: -1, and: 1) { $0 < 0.3 ? -1e-300 : 1e300 })
    #expect(abs(steep - 0.3) < 1e-15)
    let flat = try #require(BrentRoot.find(between: -1, and: 2) { pow($0, 9) })
    #expect(abs(flat) < 1e-10)
    let huge = try #require(BrentRoot.find(between: 0, and: 1e300) { $0 - 1e150 })
    #expect(abs(huge / 1e150 - 1) < 1e-15)
  }

  @Test func endsThatAgreeOrAreNoNumbersHaveNone() {
    #expect(BrentRoot.find(between: 1, and: 2) { $0 } == nil)
    #expect(BrentRoot.find(between: -1, and: 2) { _ in .nan } == nil)
    #expect(BrentRoot.find(between: 0, and: 2) { $0 } == 0)
  }
}
