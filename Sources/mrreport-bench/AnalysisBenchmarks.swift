import MendelianRandomization
import Reporting
import StudyModel

/// Times of the methods and of whole pairs, by number of variants; the Wald ratio takes one variant and no time.
struct AnalysisBenchmarks {
  let sizes: [Int]

  func table() throws -> String {
    var table = MarkdownTable(["Variants"] + sizes.map { NumberStyle.count($0) })
    for method in MethodID.computed where method != .waldRatio {
      guard let estimator = MethodTable.estimator(method) else { continue }
      table.append(estimator.description.name, try sizes.map { try cell(estimator, variants: $0) })
    }
    for (name, change) in Self.pairs {
      table.append(name, try sizes.map { try pairCell(variants: $0, change) })
    }
    return table.text
  }

  /// A dash where the method takes more variants; the work of finding no outlier counts.
  private func cell(_ estimator: any Estimator, variants count: Int) throws -> String {
    guard count >= estimator.description.minimumVariants else { return "–" }
    let variants = SimulatedPair(name: "methods", variants: count).harmonised
    let design = try SimulatedStudy(traits: 1, variants: count).design
    let context = EstimationContext(
      pair: design.pairs[0].id,
      seed: design.seed,
      settings: design.settings,
      sampleSize: 50_000
    )
    return Timing { keep(estimator.outcome(variants, context: context)) }.cell
  }

  /// Whole pairs: what a study runs that asks for nothing in particular, and all there is.
  private static var pairs: [(name: String, change: (inout AnalysisSettings) -> Void)] {
    [
      ("**Pair, the ten standard methods**", { _ in }),
      ("**The same, 1,000 bootstrap draws**", { $0.bootstrapDraws = 1_000 }),
      ("**Pair, every method**", { $0.methods = MethodID.computed }),
      (
        "**The same, 1,000 bootstrap draws**",
        {
          $0.methods = MethodID.computed
          $0.bootstrapDraws = 1_000
        }
      ),
    ]
  }

  private func pairCell(variants count: Int, _ change: (inout AnalysisSettings) -> Void) throws -> String {
    var design = try SimulatedStudy(traits: 1, variants: count).design
    change(&design.settings)
    let analysis = StudyAnalysis(design: design)
    let data = SimulatedPair(name: "pair", variants: count).candidates
    return Timing { keep(analysis.analyse(design.pairs[0], data: data, inputs: [])) }.cell
  }
}
