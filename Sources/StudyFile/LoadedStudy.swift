import FileReading
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
  /// What tables of results call the traits.
  package var resultNames: ResultNames
  /// The panel that tells which variants go together.
  package var panel: PanelReference?
  /// What simulated figures were drawn from, and what others published.
  package var truth: FileReference?
  package var published: FileReference?

  /// Reads study.yaml and checks all of it; of the tables it checks only that they are there.
  ///
  /// - Throws: every problem at once, in the order of the lines, each with line and column.
  package static func load(_ path: String) throws(InputError) -> LoadedStudy {
    let base = folder(of: path)
    do {
      let document = try StrictDocument(try bytes(path), table: StudyKeys.study)
      var reader = StudyReader(directory: base)
      let content = reader.read(document.root)
      let problems = YAMLProblems(document.problems + reader.problems).problems
      guard problems.isEmpty, var content else { throw YAMLProblems(problems) }
      if let name = content.correlations {
        content.design.traitCorrelations = try TraitCorrelationTable(
          path: TableCheck.resolve(name, in: base),
          name: name,
          panel: Set(content.design.panel.traits.map(\.id))
        ).read()
      }
      return LoadedStudy(
        path: path,
        directory: base,
        design: content.design,
        files: content.files,
        resultNames: content.resultNames,
        panel: content.panel,
        truth: content.truth,
        published: content.published
      )
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

  /// What stands before the last `/`; Foundation's own stops the process at a path of one letter.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Bytes of the largest study.yaml that is read: thousands of traits take less than one MiB.
  package static let largestFile = 16 << 20

  private static func bytes(_ path: String) throws(InputError) -> [UInt8] {
    do throws(WholeFile.Refusal) {
      return try WholeFile(path: path, limit: largestFile).bytes()
    } catch {
      let isFile = FileManager.default.fileExists(atPath: path)
      throw InputError(
        InputProblem(
          file: path.isEmpty ? "study.yaml" : path,
          summary: path.isEmpty ? "its path is empty" : error.summary,
          remedy: isFile ? error.remedy : "'mrreport init' writes a first one"
        )
      )
    }
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
