import FolderReplacement
import Foundation
import Reporting
import StudyModel

/// The folder that a comparison is written to: all of it or nothing.
struct DiffFolder {
  /// As the person wrote it.
  private let directory: String
  private let target: ReplacedFolder

  init(_ directory: String) {
    self.directory = directory
    target = ReplacedFolder(directory)
  }

  /// - Throws: unless the place is free, an empty folder, or holds a comparison and nothing else.
  func check() throws(InputError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw problem("is a file, and a comparison is a folder", "choose another name")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: target.path) else {
      throw problem("cannot be read", "check the folder's permissions")
    }
    let strangers = names.filter { !DiffReport.fileNames.contains($0) }.sorted()
    guard strangers.isEmpty else {
      let shown = strangers.prefix(5).joined(separator: ", ")
      throw problem("holds files that are no part of a comparison: \(shown)", "choose another folder")
    }
  }

  /// Has the files written beside the folder and puts them in its place.
  ///
  /// - Parameter write: is given the folder beside.
  /// - Throws: what `write` throws, or where something cannot be written; the folder is then as it was.
  func replace<Result>(by write: (String) throws -> Result) throws -> Result {
    let partial: PartialFolder
    do {
      try FileManager.default.createDirectory(atPath: target.parent, withIntermediateDirectories: true)
      target.clearLeftovers { path, _ in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.allSatisfy(DiffReport.fileNames.contains)
      }
      partial = try target.begin()
    } catch {
      throw unwritable(error)
    }
    do {
      let result = try write(partial.path)
      try check()
      try partial.putInPlace()
      return result
    } catch let error as CocoaError {
      partial.discard()
      throw unwritable(error)
    } catch let error as POSIXError {
      partial.discard()
      throw unwritable(error)
    } catch {
      partial.discard()
      throw error
    }
  }

  private func unwritable(_ error: any Error) -> InputError {
    problem("cannot be written: \(SystemReason.text(error))", "free the place or choose another folder")
  }

  private func problem(_ summary: String, _ remedy: String) -> InputError {
    InputError(InputProblem(file: directory, summary: summary, remedy: remedy))
  }
}
