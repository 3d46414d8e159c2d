// Writes every template into one Swift source, so that the built binary needs no files beside it.
// Arguments: the templates folder (none is no fault), the Swift file to write.

import Foundation

/// A Swift literal of one line; every character that could end it or be folded is escaped.
func literal(_ text: String) -> String {
  var output = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case " "..."~": output.unicodeScalars.append(scalar)
    default: output += "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
  return output + "\""
}

func source(of templates: [(path: String, text: String)]) -> String {
  var output = "// Written by embed-templates from templates/.\n\nenum EmbeddedTemplates {\n"
  output += "  static let files: [(path: String, text: String)] = [\n"
  for template in templates {
    output += "    (\(literal(template.path)), \(literal(template.text))),\n"
  }
  return output + "  ]\n}\n"
}

/// The paths below the folder of every file that is not hidden, sorted.
func files(below folder: String) -> [String] {
  let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return paths.filter { path in
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
    return isThere && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }.sorted()
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("error: embed-templates: \(message)\n".utf8))
  exit(1)
}

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, let target = arguments.dropFirst().first else {
  fail("usage: embed-templates FOLDER OUTPUT.swift")
}
var templates: [(path: String, text: String)] = []
for path in files(below: folder) {
  guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
    fail("cannot read \(path)")
  }
  guard let text = String(validating: bytes, as: UTF8.self) else { fail("\(path) is not UTF-8") }
  templates.append((path, text))
}
let output = Data(source(of: templates).utf8)
// A file that is written anew, with whatever in it, would be compiled anew with everything that depends on it.
if FileManager.default.contents(atPath: target) == output { exit(0) }
do {
  try output.write(to: URL(fileURLWithPath: target))
} catch {
  fail("cannot write \(target): \(error)")
}
