import ArgumentParser
import Foundation
import Reporting
import StaticSite
import StudyModel

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Write the built-in templates into a folder, or look through your own.",
    discussion: """
      Every sentence of a report stands in a template or in assets/words.tsv. A folder of your own, named with \
      `--templates`, replaces them file by file, and the words line by line.
      """,
    subcommands: [Check.self, Export.self]
  )
}

extension TemplatesCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Name what in a folder of templates would print nothing or be passed over.",
      discussion: """
        A key that no page is given, a file that nothing uses, a partial that is missing, words for codes or with \
        placeholders that are not there: each with its file and line.
        """
    )

    @Argument(help: ArgumentHelp("The folder of your templates.", valueName: "dir"))
    var folder: String

    func run() throws {
      do {
        let check = try TemplateCheck(folder: folder)
        let problems = try check.problems()
        guard problems.isEmpty else { throw InputError(problems.map(problem)) }
        let files = check.fileCount == 1 ? "1 file" : "\(check.fileCount) files"
        Console.print("\(folder): \(files), nothing wrong")
      } catch let error as TemplateError {
        throw InputError([problem(error)])
      }
    }

    private func problem(_ error: TemplateError) -> InputProblem {
      let isFolder = error.file == folder
      return InputProblem(
        file: isFolder ? folder : "\(folder)/\(error.file)",
        line: error.line,
        summary: error.summary
      )
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the built-in templates into a new folder, to begin your own with.",
      discussion:
        "Keep the files that you change and delete the others: they then follow new versions by themselves."
    )

    @Argument(help: ArgumentHelp("The folder to write: new or empty.", valueName: "dir"))
    var folder: String

    func run() throws {
      let place = URL(fileURLWithPath: folder)
      let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      guard found.isEmpty else {
        throw InputError(
          InputProblem(file: folder, summary: "the folder is not empty", remedy: "name a new folder")
        )
      }
      for (path, bytes) in try TemplateLibrary.embedded().allFiles {
        let file = place.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
      }
      Console.print("\(folder): wrote the built-in templates; keep those that you change")
    }
  }
}
