import ArgumentParser
import Foundation
import StudyFile
import StudyModel

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a study.yaml to start from.",
    discussion: """
      Every key is there with a comment. An existing study.yaml is never overwritten.

      Example:
        mrreport init my-study
      """
  )

  @OptionGroup var options: CommonOptions
  @Argument(help: "The folder for study.yaml; it is made where it is missing.")
  var directory: String

  func validate() throws {
    if directory.isEmpty {
      throw ValidationError("The folder's name is empty; name the folder for study.yaml.")
    }
  }

  func run() throws {
    let path = "\(directory)/study.yaml"
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
      try Data(LoadedStudy.template().utf8).write(
        to: URL(fileURLWithPath: path),
        options: .withoutOverwriting
      )
    } catch {
      throw InputError(Self.problem(path, directory))
    }
    options.say("\(path): fill it in, then run `mrreport validate \(path)`")
  }

  private static func problem(_ path: String, _ directory: String) -> InputProblem {
    if FileManager.default.fileExists(atPath: path) {
      return InputProblem(file: path, summary: "the file is there already", remedy: "choose another folder")
    }
    return InputProblem(
      file: path,
      summary: "the file cannot be written",
      remedy: "check that \(directory) is a folder that you may write to"
    )
  }
}
