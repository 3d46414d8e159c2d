import Foundation
import Reporting

/// A library of templates written out in the test, nothing built in.
func library(_ files: [String: String]) throws -> TemplateLibrary {
  try TemplateLibrary(files: files.mapValues { Array($0.utf8) })
}

/// A folder that is there for the length of the body.
func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder.path(percentEncoded: false))
}
