import Foundation
import StrictYAML
import StudyModel

/// A study.yaml that was found in order: the design, and the tables of every pair.
package struct LoadedStudy: Sendable {
  /// As the person wrote it.
  package var path: String
  /// Holds study.yaml; the paths of tables are relative to it.
  package var directory: String
  package var design: StudyDesign
  /// For every pair of the design.
  package var files: [PairID: PairFiles]

  /// Reads study.yaml and checks all of it; of the tables it checks only that they are there.
  ///
  /// - Throws: every problem at once, in the order of the lines, each with line and column.
  package static func load(_ path: String) throws(InputError) -> LoadedStudy {
    let directory = (path as NSString).deletingLastPathComponent
    let base = directory.isEmpty ? "." : directory
    do {
      let document = try StrictDocument(try bytes(path), table: StudyKeys.study)
      var reader = StudyReader(directory: base)
      let content = reader.read(document.root)
      let problems = YAMLProblems(document.problems + reader.problems).problems
      guard problems.isEmpty, let content else { throw YAMLProblems(problems) }
      return LoadedStudy(path: path, directory: base, design: content.design, files: content.files)
    } catch let error as YAMLProblems {
      throw InputError(error.problems.map { InputProblem($0, file: path) })
    } catch let error as InputError {
      throw error
    } catch {
      throw InputError(InputProblem(file: path, summary: "cannot be read: \(error)"))
    }
  }

  /// Where a table lies, as the file system is to be asked for it.
  package func location(of file: FileReference) -> String { TableCheck.resolve(file.path, in: directory) }

  /// The commented study.yaml of `init`: valid once the tables it names are there.
  package static func template() -> String {
    """
    # A study for mrreport. Lines that begin with '#' and a key are optional: delete the '#' to set the key.
    # Tables are looked for beside this file; .gz is fine.

    """ + CommentedTemplate(StudyKeys.study).text
  }

  /// Every key of study.yaml as Markdown tables, for the README.
  package static func keyReference() -> String { KeyReference(StudyKeys.study).markdown }

  private static func bytes(_ path: String) throws(InputError) -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw InputError(
        InputProblem(
          file: path,
          summary: "there is no such file",
          remedy: "'mrreport init' writes a first one"
        )
      )
    }
    guard !isDirectory.boolValue else {
      throw InputError(
        InputProblem(file: path, summary: "is a folder", remedy: "name the study.yaml in it")
      )
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputError(
        InputProblem(file: path, summary: "cannot be read", remedy: "check the permissions of the file")
      )
    }
    return [UInt8](data)
  }
}

extension InputProblem {
  init(_ problem: YAMLProblem, file: String) {
    self.init(
      file: file,
      line: problem.position.line,
      column: problem.position.column,
      summary: problem.summary,
      remedy: problem.remedy
    )
  }
}
