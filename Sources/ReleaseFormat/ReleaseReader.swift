import FileReading
import Foundation
import StudyModel

/// Reads the files of a release and checks that they are the ones that `analyse` wrote together.
struct ReleaseReader: Sendable {
  /// As the person wrote it; stands before every file in messages.
  let directory: String

  init(directory: String) { self.directory = directory }

  func read() throws(InputError) -> LoadedRelease {
    try locating { () throws(InputError) in
      let files = try ReleaseFolder(directory: directory).load()
      return LoadedRelease(release: try ReleaseDecoder(files: files).release(), files: files)
    }
  }

  /// Reads everything but the pairs' files, which are read when they are asked for.
  func open() throws(InputError) -> OpenRelease {
    try locating { () throws(InputError) in
      let folder = ReleaseFolder(directory: directory)
      let paths = try folder.paths()
      var files: [(path: String, bytes: [UInt8])] = []
      for path in paths where !path.hasPrefix("pairs/") { files.append((path, try folder.bytes(of: path))) }
      let pairFiles = paths.filter { $0.hasPrefix("pairs/") }
      return OpenRelease(try ReleaseDecoder(files: files).outline(pairFiles: pairFiles), reader: self)
    }
  }

  /// Does something with the bytes of one of the release's files.
  func withFile<Result>(
    _ path: String,
    _ body: ([UInt8]) throws(InputError) -> Result
  ) throws(InputError) -> Result {
    try locating { () throws(InputError) in try body(ReleaseFolder(directory: directory).bytes(of: path)) }
  }

  /// Puts the release's folder before the files that problems name.
  private func locating<Result>(_ work: () throws(InputError) -> Result) throws(InputError) -> Result {
    do throws(InputError) { return try work() } catch { throw InputError(error.problems.map(located)) }
  }

  func located(_ problem: InputProblem) -> InputProblem {
    var problem = problem
    guard problem.file != directory else { return problem }
    problem.file = (directory.hasSuffix("/") ? directory : directory + "/") + problem.file
    return problem
  }
}

/// The files in a release's folder.
private struct ReleaseFolder: Sendable {
  let directory: String

  /// Every file of the release, sorted by path; refuses files that are no part of one.
  func load() throws(InputError) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for path in try paths() { files.append((path, try bytes(of: path))) }
    return files
  }

  /// Of every file of the release, sorted; refuses files that are no part of one.
  func paths() throws(InputError) -> [String] {
    let top = try names(in: "")
    guard top.contains(ReleaseEncoder.headerFile) else {
      throw InputError(
        InputProblem(
          file: directory,
          summary: "is not a release: it holds no \(ReleaseEncoder.headerFile)",
          remedy: "name a folder that mrreport analyse wrote"
        )
      )
    }
    // A newer release may hold files that this program cannot know: its version is the news then, not they.
    let header = (path: ReleaseEncoder.headerFile, bytes: try bytes(of: ReleaseEncoder.headerFile))
    _ = try ReleaseDecoder(files: [header]).schemaVersion()
    var paths = top.filter { $0 != "pairs" }
    if top.contains("pairs") { paths += try names(in: "pairs").map { "pairs/" + $0 } }
    let strangers = paths.filter { !Self.belongs($0) }
    guard strangers.isEmpty else {
      throw InputError(strangers.sorted().map { .stranger($0, "is no part of a release") })
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func names(in folder: String) throws(InputError) -> [String] {
    do {
      let path = folder.isEmpty ? directory : directory + "/" + folder
      return try FileManager.default.contentsOfDirectory(atPath: path).filter { !Self.isNote($0) }
    } catch {
      throw InputError(
        InputProblem(
          file: folder.isEmpty ? directory : folder,
          summary: "is not a folder that can be read",
          remedy: "name a folder that mrreport analyse wrote"
        )
      )
    }
  }

  func bytes(of path: String) throws(InputError) -> [UInt8] {
    do throws(WholeFile.Refusal) {
      return try WholeFile(path: directory + "/" + path, limit: ReleaseDirectory.largestFile).bytes()
    } catch {
      throw InputError(InputProblem(file: path, summary: error.summary, remedy: error.remedy))
    }
  }

  private static func belongs(_ path: String) -> Bool {
    switch path {
    case ReleaseEncoder.headerFile, ReleaseEncoder.indexFile, ReleaseEncoder.conclusionsFile: return true
    default:
      let name = path.dropFirst("pairs/".count)
      return path.hasPrefix("pairs/") && name.hasSuffix(".json")
        && PairID(rawValue: String(name.dropLast(".json".count))) != nil
    }
  }

  /// What people and their file managers leave in a folder.
  private static func isNote(_ name: String) -> Bool {
    [".DS_Store", "README", "README.md", "README.txt"].contains(name)
  }
}

extension InputProblem {
  /// A file that the release does not speak of.
  static func stranger(_ file: String, _ summary: String) -> InputProblem {
    InputProblem(file: file, summary: summary, remedy: "remove it from the release's folder")
  }
}
