import Foundation
import MendelianRandomization
import Simulation
import Statistics
import StudyModel

/// Prints the tables of docs/validation.md; `make validate` puts them there.
///
///     mrreport-validate [REPLICATES [DRAWS]]   1000 replicates, 500 draws of each bootstrap when none is named
///     mrreport-validate --null STUDIES         how often a study of no effect finds something
@main
enum Validate {
  static func main() async throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--null" {
      let studies = Int(CommandLine.arguments[2]) ?? 0
      guard studies > 0 else { exit(64) }
      let folder = "data/studies/cytokines-polymyositis"
      print("\(studies) studies, seeds 20261126 and following.\n")
      return print(try await NullStudies(folder: folder, replicates: studies).text())
    }
    let named = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
    guard named.count <= 2, named.allSatisfy({ $0 > 1 }) else {
      FileHandle.standardError.write(Data("usage: mrreport-validate [REPLICATES [DRAWS]]\n".utf8))
      exit(64)
    }
    let run = ValidationRun(
      methods: MethodID.computed.filter { $0 != .waldRatio && $0 != .waldRatioSecondOrder },
      replicates: named.first ?? 1000,
      seed: 20_261_126,
      bootstrapDraws: named.dropFirst().first ?? 500
    )
    print("\(run.replicates) replicates of each scenario, seed \(run.seed).")
    for scenario in SummaryScenario.grid {
      print("\n### \(scenario.title)\n")
      print(ValidationTable(scenario: scenario, rows: await run.performance(scenario)).text)
    }
  }
}
