import Foundation
import Statistics
import Testing

@Suite struct ZigguratTests {
  private static let count = 1_000_000

  private static let draws: [Double] = {
    var stream = RandomStream(StreamKey(seed: 1, names: ["normal"]), simulation: 0)
    var draws = [Double](repeating: 0, count: count)
    Ziggurat.shared.fill(&draws, from: &stream)
    return draws
  }()

  @Test func momentsAreThoseOfTheNormal() {
    let n = Double(Self.count)
    func moment(_ order: Double) -> Double { Self.draws.map { pow($0, order) }.mean }
    // Five standard errors each: Var(x) = 1, Var(x²) = 2, Var(x³) = 15, Var(x⁴) = 96.
    #expect(abs(moment(1)) < 5 * (1 / n).squareRoot())
    #expect(abs(moment(2) - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(moment(3)) < 5 * (15 / n).squareRoot())
    #expect(abs(moment(4) - 3) < 5 * (96 / n).squareRoot())
  }

  @Test func everyRegionHoldsItsShare() {
    // χ² over 400 cells of equal probability; the tail begins within the outermost ones.
    var cells = [Int](repeating: 0, count: 400)
    for draw in Self.draws { cells[min(399, Int(NormalDistribution.cumulative(draw) * 400))] += 1 }
    let expected = Double(Self.count) / 400
    let chiSquared = cells.map { (Double($0) - expected) * (Double($0) - expected) / expected }
      .compensatedSum()
    #expect(ChiSquaredDistribution(degreesOfFreedom: 399).upperTail(chiSquared).value > 1e-4)
    #expect(ChiSquaredDistribution(degreesOfFreedom: 399).upperTail(chiSquared).value < 1 - 1e-4)
  }

  @Test func tailBeyondTheBaseLayerHoldsItsShare() {
    let beyond = Self.draws.count { abs($0) > 3.442619855899 }
    let expected = Double(Self.count) * NormalDistribution.twoSided(3.442619855899).value
    #expect(abs(Double(beyond) - expected) < 5 * expected.squareRoot())
  }

  @Test(arguments: [1, 2, 3, 5, 158, 4001])
  func fillingABufferIsDrawingOneAfterTheOther(_ count: Int) {
    let key = StreamKey(seed: 3, names: ["fill"])
    for simulation in UInt64(0)..<20 {
      var filled = RandomStream(key, simulation: simulation)
      var one = filled
      var draws = [Double](repeating: 0, count: count)
      for _ in 0..<3 {
        Ziggurat.shared.fill(&draws, from: &filled)
        #expect(draws == (0..<count).map { _ in Ziggurat.shared.normal(&one) })
      }
      #expect(filled.next() == one.next())
    }
  }
}
