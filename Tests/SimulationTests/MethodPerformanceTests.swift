import Simulation
import StudyModel
import Testing

@Suite struct MethodPerformanceTests {
  private func outcome(_ value: Double, p: Double) -> MethodOutcome {
    let interval = ConfidenceInterval(lower: value - 1, upper: value + 1)
    let estimate = Estimate(value: value, standardError: 0.5, interval: interval, pValue: PValue(p))
    return MethodOutcome(CausalEstimate(method: .mrEgger, variantCount: 9, estimate: estimate))
  }

  @Test func countsWhatItIsShown() {
    var rows = [MethodPerformance(method: .mrEgger), MethodPerformance(method: .mrEgger)]
    rows[0].add(outcome(0.5, p: 0.01), truth: 0, significanceLevel: 0.05)
    rows[0].add(outcome(1.5, p: 0.2), truth: 0, significanceLevel: 0.05)
    let missing = MethodOutcome(method: .mrEgger, notEstimated: NotEstimated(reason: .notFinite))
    rows[1].add(missing, truth: 0, significanceLevel: 0.05)
    rows[1].add(outcome(-0.5, p: 0.04), truth: 0, significanceLevel: 0.05)
    rows[0].add(rows[1])
    #expect(rows[0].estimated == 3)
    #expect(rows[0].missing == 1)
    #expect(rows[0].covered == 2)
    #expect(rows[0].rejected == 2)
    #expect(abs(rows[0].bias - 0.5) < 1e-15)
    #expect(abs(rows[0].spread - 1) < 1e-15)
  }
}
