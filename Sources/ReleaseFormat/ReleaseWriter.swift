import FileReading
import FolderReplacement
import Foundation
import StudyModel

/// Puts a release in its place in one step: all of it or nothing.
struct ReleaseWriter {
  /// As the person wrote it, for messages.
  private let directory: String
  private let target: ReplacedFolder

  init(directory: String) {
    self.directory = directory
    target = ReplacedFolder(directory)
  }

  /// Throws, and leaves everything as it was, unless the place is free, an empty folder, or holds a release of the same
  /// study and nothing else.
  func write(_ files: [(path: String, bytes: [UInt8])]) throws(InputError) {
    let study = Self.study(of: files.first { $0.path == ReleaseEncoder.headerFile }?.bytes)
    try checkTarget(study: study)
    try unlessRefused {
      try FileManager.default.createDirectory(atPath: target.parent, withIntermediateDirectories: true)
    }
    clearLeftovers()
    // A release that was put back may be another study's.
    try checkTarget(study: study)
    let partial: PartialFolder
    do { partial = try target.begin() } catch { throw unwritable(error) }
    do {
      for file in files { try write(file.bytes, to: URL(fileURLWithPath: "\(partial.path)/\(file.path)")) }
      // Writing takes a while.
      try checkTarget(study: study)
      try partial.putInPlace()
    } catch let error as InputError {
      partial.discard()
      throw error
    } catch {
      partial.discard()
      throw unwritable(error)
    }
  }

  /// Deletes what killed runs left, unless it holds anything but files of a release.
  private func clearLeftovers() {
    target.clearLeftovers { path, _ in
      (try? ReleaseTarget(url: URL(fileURLWithPath: path)).files().allSatisfy(ReleaseTarget.belongs)) ?? false
    }
  }

  private func checkTarget(study: String?) throws(InputError) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target.path) else { return }
    switch attributes[.type] as? FileAttributeType {
    case .typeSymbolicLink?: throw problem("is a symbolic link", "name the folder itself")
    case .typeDirectory?: break
    default: throw problem("is a file, and a release is a folder", "choose another name")
    }
    guard !target.isWriteProtected else {
      throw problem("is write-protected", "allow writing or choose another folder")
    }
    let folder = ReleaseTarget(url: URL(fileURLWithPath: target.path))
    let files: [String]
    do { files = try folder.files() } catch {
      throw problem("cannot be read: \(SystemReason.text(error))", "check the folder's permissions")
    }
    if files.isEmpty { return }
    guard let old = folder.study else {
      throw problem(
        "is a folder with other files in it and no release",
        "choose another folder; this one was left as it was"
      )
    }
    let strangers = files.filter { !ReleaseTarget.belongs($0) }
    guard strangers.isEmpty else {
      throw problem(
        "holds files that are no part of a release: \(Self.list(strangers))",
        "move them away or choose another folder"
      )
    }
    guard old == study else { throw problem("holds the release of study \(old)", "choose another folder") }
  }

  /// Up to five names, and how many more there are.
  private static func list(_ names: [String]) -> String {
    let shown = names.sorted().prefix(5).map { name in
      name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? name.debugDescription : name
    }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return shown.joined(separator: ", ") + more
  }

  /// The id of the study that a release.json is of; nil where it is none.
  fileprivate static func study(of header: [UInt8]?) -> String? {
    guard let header, let token = try? JSONParser.parse(header), token["schema_version"]?.integer != nil,
      let id = token["design"]?["id"]?.text, StudyID.isValid(id)
    else { return nil }
    return id
  }

  private func write(_ bytes: [UInt8], to file: URL) throws {
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private func unlessRefused(_ work: () throws -> Void) throws(InputError) {
    do { try work() } catch { throw unwritable(error) }
  }

  private func unwritable(_ error: any Error) -> InputError {
    problem("cannot be written: \(SystemReason.text(error))", "free the place or choose another folder")
  }

  private func problem(_ summary: String, _ remedy: String) -> InputError {
    InputError(InputProblem(file: directory, summary: summary, remedy: remedy))
  }
}

/// A folder that a release may take the place of.
private struct ReleaseTarget {
  let url: URL

  /// The id of the study whose release it holds; nil where it holds none.
  var study: String? {
    let file = url.appending(path: ReleaseEncoder.headerFile).path(percentEncoded: false)
    return ReleaseWriter.study(of: try? WholeFile(path: file, limit: ReleaseDirectory.largestFile).bytes())
  }

  /// Everything in it that is not a folder, links included; not what file managers leave.
  func files(below folder: String = "") throws -> [String] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: "\(url.path)/\(folder)").flatMap { name in
      let file = folder + name
      let attributes = try manager.attributesOfItem(atPath: "\(url.path)/\(file)")
      if attributes[.type] as? FileAttributeType == .typeDirectory { return try files(below: file + "/") }
      return [".DS_Store", "Thumbs.db"].contains(name) ? [] : [file]
    }
  }

  /// Whether a release may have a file of this path.
  static func belongs(_ path: String) -> Bool {
    let own = [ReleaseEncoder.headerFile, ReleaseEncoder.indexFile, ReleaseEncoder.conclusionsFile]
    let name = path.dropFirst("pairs/".count)
    return own.contains(path)
      || path.hasPrefix("pairs/") && name.hasSuffix(".json")
        && PairID(rawValue: String(name.dropLast(".json".count))) != nil
  }
}
