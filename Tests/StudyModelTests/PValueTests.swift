import Foundation
import StudyModel
import Testing

struct PValueTests {
  @Test(arguments: [0.05, 1, 1e-299, 3.3e-17])
  func plainNumbersRoundTripBitForBit(value: Double) throws {
    let data = try JSONEncoder().encode(PValue(value))
    #expect(String(decoding: data, as: UTF8.self) == "\(value)".replacing("1.0", with: "1"))
    #expect(try JSONDecoder().decode(PValue.self, from: data).value == value)
  }

  @Test func belowTheDoublesTheLogarithmIsKept() throws {
    let tiny = PValue(negativeLog10: 412.25)
    let data = try JSONEncoder().encode(tiny)
    #expect(String(decoding: data, as: UTF8.self) == #"{"neg_log10":412.25}"#)
    #expect(try JSONDecoder().decode(PValue.self, from: data) == tiny)
  }

  @Test func underflownValuesStillCompare() {
    #expect(PValue(negativeLog10: 500) < PValue(negativeLog10: 400))
    #expect(PValue(negativeLog10: 400) < PValue(1e-300))
    #expect(!(PValue(0.2) < PValue(0.2)))
  }
}
