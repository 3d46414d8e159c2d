import StudyModel

/// How many pairs of each replicate of a study without any effect were nominally significant.
package struct NullHits: Sendable {
  /// By direction, one number a replicate.
  package private(set) var counts: [Direction: [Int]] = [:]
  /// Tests that were made in all.
  package private(set) var tests: [Direction: Int] = [:]

  package init() {}

  /// Takes the results of one replicate.
  package mutating func add(_ pairs: [PairResult], primaryMethod: MethodID, significanceLevel: Double) {
    for direction in Direction.allCases {
      let p = pairs.filter { $0.direction == direction }.compactMap {
        $0.primaryEstimate(primaryMethod)?.estimate.pValue.value
      }
      tests[direction, default: 0] += p.count
      counts[direction, default: []].append(p.count { $0 < significanceLevel })
    }
  }

  /// The share of tests that were significant.
  package func share(_ direction: Direction) -> Double {
    let hits = counts[direction, default: []].reduce(0, +)
    return Double(hits) / Double(max(1, tests[direction] ?? 0))
  }

  /// The share of replicates with so many hits or more.
  package func share(_ direction: Direction, atLeast hits: Int) -> Double {
    let own = counts[direction, default: []]
    return Double(own.count { $0 >= hits }) / Double(max(1, own.count))
  }

  /// How many replicates had none, one, two … hits.
  package func distribution(_ direction: Direction) -> [Int] {
    let own = counts[direction, default: []]
    return (0...(own.max() ?? 0)).map { hits in own.count { $0 == hits } }
  }
}
