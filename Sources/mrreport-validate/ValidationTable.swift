import Foundation
import MendelianRandomization
import Simulation
import Statistics

/// One scenario as a Markdown table, one row a method.
struct ValidationTable {
  let scenario: SummaryScenario
  let rows: [MethodPerformance]

  var text: String {
    let rejection = scenario.effect == 0 ? "Type-I error, %" : "Power, %"
    let heads = ["Method", "Bias (MC SE)", "Coverage of 95 % interval, %", rejection, "No estimate, %"]
    return ([line(heads), line(["---"] + heads.dropFirst().map { _ in "---:" })] + rows.map(row))
      .joined(separator: "\n")
  }

  private func row(_ row: MethodPerformance) -> String {
    let name = MethodTable.description(row.method).name
    let total = Double(row.estimated + row.missing)
    let missing = String(format: "%.1f", 100 * Double(row.missing) / total)
    guard row.estimated > 1 else { return line([name, "–", "–", "–", missing]) }
    let bias = String(format: "%.4f (%.4f)", row.bias, row.biasError)
    return line([
      name, bias.replacing("-", with: "−"), percent(row.coverage), percent(row.rejection), missing,
    ])
  }

  /// A proportion with its Monte-Carlo interval.
  private func percent(_ value: ProportionInterval) -> String {
    String(format: "%.1f (%.1f–%.1f)", 100 * value.proportion, 100 * value.lower, 100 * value.upper)
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}
