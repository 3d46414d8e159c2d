import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct PressoSimulationTests {
  @Test func anySplitOfTheSimulationsGivesTheSameNumbers() throws {
    let effects = SummaryEffects(try ReferenceTables.variants("bmi_chd")).orientedToPositiveExposure
    let simulation = PressoSimulation(try LeaveOneOutLines(effects))
    let key = StreamKey(seed: 1, names: ["split"])
    let whole = simulation.residualSums(0..<1000, key: key)
    #expect(whole == [0..<1, 1..<400, 400..<1000].flatMap { simulation.residualSums($0, key: key) })
    #expect(Set(whole).count == 1000)
  }

  @Test func simulatedSumsAreThoseOfLinesFittedAnew() throws {
    let effects = SummaryEffects(
      scattered(5) + [variant("heavy", x: 0.1, xError: 0.01, y: 0.04, yError: 1e-6)]
    )
    let lines = try LeaveOneOutLines(effects)
    let key = StreamKey(seed: 2, names: ["anew"])
    for (index, total) in PressoSimulation(lines).residualSums(0..<50, key: key).enumerated() {
      var stream = RandomStream(key, simulation: UInt64(index))
      var x: [Double] = []
      var y: [Double] = []
      for place in 0..<6 {
        x.append(effects.x[place] + effects.xError[place] * Ziggurat.shared.normal(&stream))
        let mean = lines.slopes[place] * effects.x[place]
        y.append(mean + effects.yError[place] * Ziggurat.shared.normal(&stream))
      }
      let w = effects.weights
      let expected = sum(6) { left in
        let rest = (0..<6).filter { $0 != left }
        let slope =
          sum(5) { w[rest[$0]] * x[rest[$0]] * y[rest[$0]] }
          / sum(5) { w[rest[$0]] * x[rest[$0]] * x[rest[$0]] }
        let residual = y[left] - slope * x[left]
        return w[left] * residual * residual
      }
      #expect(isClose(total, expected))
    }
  }
}
