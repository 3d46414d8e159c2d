import ArgumentParser
import StudyFile

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print every key of study.yaml as Markdown tables."
  )

  func run() { Console.print(LoadedStudy.keyReference()) }
}
