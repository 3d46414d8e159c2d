import FolderReplacement
import Foundation
import StudyModel

/// The folder that a simulation is written to: all of it or nothing.
package struct SimulationFolder {
  /// As the person wrote it.
  private let directory: String
  private let target: ReplacedFolder

  /// Lists the files of the simulation, one a line; by it a folder is known to be one.
  private static let marker = ".mrreport-simulation"

  package init(_ directory: String) {
    self.directory = directory
    target = ReplacedFolder(directory)
  }

  /// - Throws: unless the place is free, an empty folder, or holds a simulation and nothing else.
  package func check() throws(InputError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw problem("is a file, and a simulation is a folder", "choose another name")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: target.path) else {
      throw problem("cannot be read", "check the folder's permissions")
    }
    let own = Self.files(of: target.path)
    let strangers = names.filter { $0 != Self.marker && !own.contains($0) }.sorted()
    guard strangers.isEmpty else {
      let shown = strangers.prefix(5).joined(separator: ", ")
      throw problem("holds files that are no part of a simulation: \(shown)", "choose another folder")
    }
  }

  /// Writes the simulation beside the folder and puts it in its place.
  ///
  /// - Parameter progress: is told how many files of how many are written.
  /// - Throws: where something cannot be written; the folder is then as it was.
  package func replace(
    with simulation: StudySimulation,
    progress: @escaping @Sendable (Int, Int) -> Void
  ) throws(InputError) {
    let partial: PartialFolder
    do {
      try FileManager.default.createDirectory(atPath: target.parent, withIntermediateDirectories: true)
      target.clearLeftovers { path, _ in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let own = Self.files(of: path)
        return names.allSatisfy { $0 == Self.marker || own.contains($0) }
      }
      partial = try target.begin()
    } catch {
      throw unwritable(error)
    }
    do {
      let list = simulation.fileNames.joined(separator: "\n") + "\n"
      try Data(list.utf8).write(to: URL(fileURLWithPath: "\(partial.path)/\(Self.marker)"))
      try simulation.write(to: partial.path, progress: progress)
      try check()
      try partial.putInPlace()
    } catch let error as InputError {
      partial.discard()
      throw InputError(error.problems.map { named($0, insteadOf: partial.path) })
    } catch {
      partial.discard()
      throw unwritable(error)
    }
  }

  /// The hidden folder means nothing to a person.
  private func named(_ problem: InputProblem, insteadOf partial: String) -> InputProblem {
    var problem = problem
    problem.file = problem.file.replacing(partial, with: directory)
    return problem
  }

  private static func files(of folder: String) -> Set<String> {
    let list = FileManager.default.contents(atPath: "\(folder)/\(marker)") ?? Data()
    return Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  private func unwritable(_ error: any Error) -> InputError {
    problem("cannot be written: \(SystemReason.text(error))", "free the place or choose another folder")
  }

  private func problem(_ summary: String, _ remedy: String) -> InputError {
    InputError(InputProblem(file: directory, summary: summary, remedy: remedy))
  }
}
