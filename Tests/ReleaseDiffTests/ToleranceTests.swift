import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// What counts as no movement.
@Suite struct ToleranceTests {
  private let old: Release
  private static let pair = "CRP.forward"

  init() throws { old = try RepositoryStudies.release("immune-osteomyelitis") }

  private func names(_ tolerance: Tolerance, _ change: (inout CausalEstimate) -> Void) throws -> [String] {
    var new = old
    let index = try #require(old[Self.pair].estimates.firstIndex { $0.method == .ivwRandomEffects })
    var estimate = try #require(new[Self.pair].estimates[index].result)
    change(&estimate)
    new[Self.pair].estimates[index] = MethodOutcome(estimate)
    return try ReleaseComparison.changes(old, new, rules: DiffRules(tolerance: tolerance)).names
  }

  private let moved = ["estimate.moved CRP.forward ivw_random_effects"]

  @Test func aRelativeDifference() throws {
    #expect(try names(Tolerance()) { $0.estimate.standardError *= 1 + 0.9e-9 } == [])
    #expect(try names(Tolerance()) { $0.estimate.standardError *= 1 + 1.1e-9 } == moved)
    #expect(try names(Tolerance(relative: 1e-3)) { $0.estimate.standardError *= 1.0009 } == [])
  }

  /// Of an estimate near 0 the last digits are noise of the size of its standard error.
  @Test func aDifferenceBesideTheStandardError() throws {
    #expect(try names(Tolerance()) { $0.estimate.value += 0.9e-9 * $0.estimate.standardError } == [])
    #expect(
      try names(Tolerance(standardErrors: 0.2)) { $0.estimate.value += 0.19 * $0.estimate.standardError }
        == []
    )
    #expect(
      try names(Tolerance(standardErrors: 0.2)) { $0.estimate.value += 0.21 * $0.estimate.standardError }
        == moved
    )
  }

  @Test func anAbsoluteDifference() throws {
    #expect(try names(Tolerance(absolute: 0.01)) { $0.estimate.interval.upper += 0.009 } == [])
    #expect(try names(Tolerance(absolute: 0.01)) { $0.estimate.interval.upper += 0.011 } == moved)
  }

  @Test func aCountIsTheSameOrNot() throws {
    #expect(try names(Tolerance(absolute: 10, relative: 10)) { $0.variantCount += 1 } == moved)
  }

  /// p is compared as its logarithm: 1e-20 and 2e-20 are far apart.
  @Test func aPValueByItsLogarithm() throws {
    let tiny = PValue(1e-20)
    #expect(try names(Tolerance(absolute: 0.01, relative: 1e-3)) { $0.estimate.pValue = tiny } == moved)
  }

  /// Another seed moves what is simulated, and nothing else, within four Monte-Carlo errors; never bit by bit.
  @Test func anotherSeedIsNoChange() async throws {
    let new = try await RepositoryStudies.analyse("immune-osteomyelitis") { $0.design.seed += 1 }
    let changes = try ReleaseComparison.changes(old, new)
    #expect(changes.names == ["seed.changed"])
    #expect(changes.pairs.contains { $0.state == .withinTolerance })
    let strict = try ReleaseComparison.changes(
      old,
      new,
      rules: DiffRules(tolerance: Tolerance(monteCarloErrors: 0))
    )
    let methods = Set(strict.changes.filter { $0.name == "estimate.moved" }.compactMap(\.subject))
    #expect(
      methods == [
        "weighted_median", "simple_median", "penalised_weighted_median", "simple_mode", "weighted_mode",
      ]
    )
    for number in strict.changes.flatMap(\.numbers) where number.field == "value" {
      #expect(!number.hasMoved)
    }
  }

  /// Where the estimate that is tested is simulated itself, its families move within the same error.
  @Test func anotherSeedIsNoChangeOfAFamily() async throws {
    func release(seed: UInt64) async throws -> Release {
      try await RepositoryStudies.analyse("immune-osteomyelitis") { study in
        study.design.seed = seed
        study.design.settings.primaryMethod = .weightedMedian
        for index in study.design.settings.families.indices {
          study.design.settings.families[index].method = .weightedMedian
        }
      }
    }
    let (one, other) = (try await release(seed: 1), try await release(seed: 2))
    let changes = try ReleaseComparison.changes(one, other)
    #expect(changes.changes.filter { $0.category == .significance } == [])
    let strict = DiffRules(tolerance: Tolerance(monteCarloErrors: 0))
    let moved = try ReleaseComparison.changes(one, other, rules: strict).changes
    #expect(moved.contains { $0.name == "nominal_significance.moved" })
    #expect(moved.contains { $0.name == "adjusted_significance.moved" })
  }
}
