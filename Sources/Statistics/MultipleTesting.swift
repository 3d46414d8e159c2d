/// Adjustments of a family of p-values; each result stands at its test's place.
package enum MultipleTesting {
  /// min(1, m·p).
  package static func bonferroni(_ tests: [TailProbability]) -> [TailProbability] {
    tests.map { $0.scaled(by: Double(tests.count)) }
  }

  /// The step-down adjustment of Holm (Scandinavian Journal of Statistics 1979;6:65–70): with p in order,
  /// max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎).
  package static func holm(_ tests: [TailProbability]) -> [TailProbability] {
    var adjusted = tests
    var largest: TailProbability?
    for (rank, index) in ascending(tests).enumerated() {
      let candidate = tests[index].scaled(by: Double(tests.count - rank))
      largest = largest.map { max($0, candidate) } ?? candidate
      adjusted[index] = largest ?? candidate
    }
    return adjusted
  }

  /// The step-up adjustment of Benjamini & Hochberg (J R Stat Soc B 1995;57:289–300): with p in order,
  /// min over j ≥ i of min(1, m·p₍ⱼ₎ / j).
  package static func benjaminiHochberg(_ tests: [TailProbability]) -> [TailProbability] {
    stepUp(tests, factor: 1)
  }

  /// As Benjamini & Hochberg with m·Σ1/k in the place of m, which holds under any dependence of the tests (Benjamini &
  /// Yekutieli, Annals of Statistics 2001;29:1165–1188).
  package static func benjaminiYekutieli(_ tests: [TailProbability]) -> [TailProbability] {
    stepUp(tests, factor: sum(tests.count) { 1 / Double($0 + 1) })
  }

  /// Storey's q-values (PNAS 2003;100:9440–9445): as Benjamini & Hochberg times the share π₀ of true null hypotheses.
  package static func storey(_ tests: [TailProbability], pi0: Double) -> [TailProbability] {
    stepUp(tests, factor: pi0)
  }

  /// 1 − (1 − p)^M: Šidák's adjustment for M tests, which need not be a whole number.
  package static func sidak(_ tests: [TailProbability], effectiveTests: Double) -> [TailProbability] {
    tests.map { $0.unionOfIndependent(effectiveTests) }
  }

  private static func ascending(_ tests: [TailProbability]) -> [Int] {
    tests.indices.sorted { tests[$0] < tests[$1] }
  }

  private static func stepUp(_ tests: [TailProbability], factor: Double) -> [TailProbability] {
    var adjusted = tests
    var smallest = TailProbability(1)
    for (rank, index) in ascending(tests).enumerated().reversed() {
      let candidate = tests[index].scaled(by: Double(tests.count) * factor / Double(rank + 1))
      if candidate < smallest { smallest = candidate }
      adjusted[index] = smallest
    }
    return adjusted
  }
}
