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
    table.append("**Pair: all of the above and what stands below**", try sizes.map(pairCell))
    return table.text
  }

  /// A dash where the method takes more variants; the work of finding no outlier counts.
  private func cell(_ estimator: any Estimator, variants count: Int) throws -> String {
    guard count >= estimator.description.minimumVariants else { return "–" }
    let variants = SimulatedPair(name: "methods", variants: count).harmonised
    let design = try SimulatedStudy(traits: 1, variants: count).design
    let context = EstimationContext(pair: design.pairs[0].id, seed: design.seed, settings: design.settings)
    return Timing { keep(estimator.outcome(variants, context: context)) }.cell
  }

  private func pairCell(variants count: Int) throws -> String {
    let design = try SimulatedStudy(traits: 1, variants: count).design
    let analysis = StudyAnalysis(design: design)
    let data = SimulatedPair(name: "pair", variants: count).candidates
    return Timing { keep(analysis.analyse(design.pairs[0], data: data, inputs: [])) }.cell
  }
}
