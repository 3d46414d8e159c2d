import ArgumentParser
import LinkageDisequilibrium
import Simulation
import StudyModel

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Draw genome-wide files of a study from a known truth.",
    discussion: """
      Writes a reference panel, one file of summary statistics a trait, in the formats and under the names that the \
      design gives them, and truth.json, which study.yaml may name: its pages then say that the figures are simulated \
      and show the truth beside the estimates. The same design gives the same content.

      Example:
        mrreport simulate planted.yaml --output simulated
      """
  )

  @OptionGroup var options: CommonOptions
  @Argument(help: "The design: who is simulated, and what is true.")
  var design: String
  @Option(
    help: ArgumentHelp(
      "A PLINK 1 panel whose people are taken in the place of simulated ones.",
      valueName: "prefix"
    )
  )
  var panel: String?
  @Option(
    help: ArgumentHelp(
      "Fill every file up to so many rows with variants that are associated with nothing; 10M are ten million.",
      valueName: "rows"
    )
  )
  var scale: RowCount?
  @Option(
    help: ArgumentHelp(
      "The folder to write; a simulation that is there already is replaced.",
      valueName: "dir"
    )
  )
  var output: String

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output is empty; name the folder of the files.") }
  }

  func run() throws {
    var plan = try SimulationDesign.load(design)
    plan.rows = scale?.rows ?? 0
    let reference = try panel.map { try ReferencePanel(prefix: $0, name: $0) }
    let folder = SimulationFolder(output)
    try folder.check()
    let simulation = try StudySimulation(plan, panel: reference)
    let display = ProgressDisplay(isQuiet: options.quiet)
    defer { display.finish() }
    try folder.replace(with: simulation) { done, total in
      display.update(.init(stage: "writing", done: done, total: total))
    }
    options.say(
      "\(output): wrote \(plan.traits.count + 1) files of summary statistics, a panel and the truth"
    )
  }
}

/// A number of rows, as a person writes it: `5000`, `10M`.
struct RowCount: ExpressibleByArgument {
  let rows: Int

  private static let largest = 1_000_000_000

  init?(argument: String) {
    let factors: [Character: Int] = ["k": 1000, "K": 1000, "m": 1_000_000, "M": 1_000_000]
    let factor = argument.last.flatMap { factors[$0] }
    guard let number = Int(factor == nil ? argument[...] : argument.dropLast()), number >= 0 else {
      return nil
    }
    let (rows, overflow) = number.multipliedReportingOverflow(by: factor ?? 1)
    guard !overflow, rows <= Self.largest else { return nil }
    self.rows = rows
  }
}
