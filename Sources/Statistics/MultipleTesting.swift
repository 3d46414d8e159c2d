/// Adjustments of a family of p-values; each result stands at its test's place.
package enum MultipleTesting {
  /// min(1, m·p).
  package static func bonferroni(_ tests: [TailProbability]) -> [TailProbability] {
    tests.map { $0.scaled(by: Double(tests.count)) }
  }

  /// The step-up adjustment of Benjamini & Hochberg (J R Stat Soc B 1995;57:289–300): with p in order,
  /// min over j ≥ i of min(1, m·p₍ⱼ₎ / j).
  package static func benjaminiHochberg(_ tests: [TailProbability]) -> [TailProbability] {
    let ascending = tests.indices.sorted { tests[$0] < tests[$1] }
    var adjusted = tests
    var smallest = TailProbability(1)
    for (rank, index) in ascending.enumerated().reversed() {
      let candidate = tests[index].scaled(by: Double(tests.count) / Double(rank + 1))
      if candidate < smallest { smallest = candidate }
      adjusted[index] = smallest
    }
    return adjusted
  }
}
