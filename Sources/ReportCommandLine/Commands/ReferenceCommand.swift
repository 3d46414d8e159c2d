import ArgumentParser
import Simulation
import StudyFile

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print every key of study.yaml, or of a simulation's design, as Markdown tables."
  )

  @Flag(name: .customLong("design"), help: "The keys of a design for `simulate`.")
  var isOfDesign = false

  func run() { Console.print(isOfDesign ? SimulationDesign.keyReference() : LoadedStudy.keyReference()) }
}
