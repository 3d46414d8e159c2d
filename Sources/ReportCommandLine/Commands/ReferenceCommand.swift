import ArgumentParser
import ReleaseDiff
import Simulation
import StudyFile

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract:
      "Print every key of study.yaml, of a simulation's design or of a comparison's rules, as Markdown tables."
  )

  @Flag(name: .customLong("design"), help: "The keys of a design for `simulate`.")
  var isOfDesign = false

  @Flag(name: .customLong("rules"), help: "The keys of a file of rules for `diff`.")
  var isOfRules = false

  func run() {
    Console.print(
      isOfDesign
        ? SimulationDesign.keyReference()
        : isOfRules ? DiffRules.keyReference() : LoadedStudy.keyReference()
    )
  }
}
