import ArgumentParser
import Foundation
import GWASFormats
import StudyModel
import StudyPipeline

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say what a file of genome-wide summary statistics holds, before a long run.",
    discussion: """
      Reads the whole file and says which format was recognised, which columns are used and what is computed, the \
      genome build and the sample sizes where the file tells them, how many rows there are and how many pass the usual \
      thresholds, and which rows cannot be used, the first few of each kind with their lines.

      Example:
        mrreport inspect finngen_R5_M13_POLYMYO.gz
      """
  )

  @OptionGroup var options: CommonOptions
  @Argument(help: "The file, plain, gzip or bgzip: a table or a GWAS-VCF.")
  var file: String
  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "A column with an unusual name, as study.yaml has it under 'columns': beta=Effect_A1.",
      valueName: "role=name"
    )
  )
  var columns: [NamedColumn] = []

  func run() throws {
    let mapping = ColumnMapping(
      columns: Dictionary(columns.map { ($0.role, $0.name) }, uniquingKeysWith: { $1 })
    )
    let query = GWASQuery(isInspection: true)
    let display = ProgressDisplay(isQuiet: options.quiet)
    let reading = ReadingProgress(stage: "reading", files: [file]) { display.update($0) }.file(0)
    let scan = try GWASFile(path: file, displayName: file, mapping: mapping).scan(
      query,
      threads: 1,
      onProgress: { reading.position($0.position) },
      onRows: reading.rows
    )
    display.finish()
    Console.print(FileInspection(file: file, scan: scan).text)
    if !scan.problems.isEmpty { throw InputError(scan.problems) }
  }
}

/// `beta=Effect_A1`.
struct NamedColumn: ExpressibleByArgument, Hashable {
  var role: ColumnRole
  var name: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let role = ColumnRole(rawValue: String(parts[0])) else { return nil }
    self.role = role
    name = String(parts[1])
  }
}
