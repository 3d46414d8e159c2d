import Foundation

/// Reads a person's own templates.
enum TemplateFolder {
  /// Every file below the folder that is not hidden, by its path there. Throws `TemplateError`.
  static func files(below folder: String) throws(TemplateError) -> [String: [UInt8]] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let paths = FileManager.default.enumerator(atPath: folder)
    else { throw TemplateError(file: folder, summary: "there is no such folder of templates") }
    var files: [String: [UInt8]] = [:]
    for case let path as String in paths
    where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      let full = "\(folder)/\(path)"
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      guard let bytes = FileManager.default.contents(atPath: full) else {
        throw TemplateError(file: full, summary: "the file cannot be read")
      }
      files[path] = Array(bytes)
    }
    return files
  }
}
