import MendelianRandomization
import StudyModel

/// Every method on many replicates of a scenario: bias, coverage of the 95 % intervals, and how often p is below the
/// significance level.
package struct ValidationRun: Sendable {
  package let methods: [MethodID]
  package let replicates: Int
  package let seed: UInt64
  private let settings: AnalysisSettings

  /// Replicates of one task: fixed, so that the order of sums does not hang on the number of cores.
  private static let chunk = 50

  /// People in the smaller sample, for methods that ask.
  private static let sampleSize = 50_000.0

  /// - Parameter bootstrapDraws: of every simulated standard error and of MR-PRESSO.
  package init(methods: [MethodID], replicates: Int, seed: UInt64, bootstrapDraws: Int) {
    self.methods = methods
    self.replicates = replicates
    self.seed = seed
    settings = AnalysisSettings(
      methods: methods,
      bootstrapDraws: bootstrapDraws,
      mrPresso: MRPressoSettings(simulations: bootstrapDraws)
    )
  }

  /// One row a method, in their order.
  package func performance(_ scenario: SummaryScenario) async -> [MethodPerformance] {
    let chunks = stride(from: 0, to: replicates, by: Self.chunk).map {
      $0..<min($0 + Self.chunk, replicates)
    }
    return await withTaskGroup(of: (Int, [MethodPerformance]).self) { group in
      for (index, chunk) in chunks.enumerated() { group.addTask { (index, performance(scenario, chunk)) } }
      var parts: [Int: [MethodPerformance]] = [:]
      for await (index, part) in group { parts[index] = part }
      return chunks.indices.reduce(into: methods.map { MethodPerformance(method: $0) }) { total, index in
        for (place, part) in (parts[index] ?? []).enumerated() { total[place].add(part) }
      }
    }
  }

  private func performance(_ scenario: SummaryScenario, _ replicates: Range<Int>) -> [MethodPerformance] {
    guard let trait = TraitID(rawValue: scenario.id) else { return [] }
    let pair = PairID(trait: trait, direction: .forward)
    let draw = SummaryDraw(scenario, seed: seed)
    var rows = methods.map { MethodPerformance(method: $0) }
    for replicate in replicates {
      let variants = draw.variants(replicate: replicate)
      let context = EstimationContext(
        pair: pair,
        seed: seed &+ UInt64(replicate),
        settings: settings,
        sampleSize: Self.sampleSize
      )
      for (place, method) in methods.enumerated() {
        let outcome = MethodTable.outcome(method, variants, context: context)
        rows[place].add(outcome, truth: scenario.effect, significanceLevel: settings.significanceLevel)
      }
    }
    return rows
  }
}
