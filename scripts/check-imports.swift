// Holds every `import` of a package against its manifest, both ways, and the manifest against the rules of who may
// reach whom. The compiler's own check lets undeclared C modules and transitive imports pass.
//
//     check-imports ROOT RULES < `swift package dump-package`
//
// Exit codes: 0 clean, 1 problems (one a line on standard output), 64 usage, 65 unreadable input.

import Foundation

// MARK: The manifest

/// What `swift package dump-package` says of a package, as far as it matters here.
struct Manifest: Decodable {
  var targets: [Target]

  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    var dependencies: [Dependency]

    /// Where the target's sources lie, relative to the package.
    var directory: String {
      if let path { return path }
      switch type {
      case "test": return "Tests/\(name)"
      case "plugin": return "Plugins/\(name)"
      default: return "Sources/\(name)"
      }
    }

    /// Modules that come with the toolchain or the system and need no declaration.
    var systemModules: Set<String> {
      let always: Set = [
        "Swift", "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Musl", "Darwin", "Dispatch",
        "Synchronization",
      ]
      switch type {
      case "test": return always.union(["Testing"])
      case "plugin": return always.union(["PackagePlugin"])
      default: return always
      }
    }
  }

  /// `{"byName": ["StudyModel", null]}`, `{"product": ["Yams", "Yams", …]}` or `{"target": ["X", null]}`; the products
  /// that this package uses are modules of the same name.
  struct Dependency: Decodable {
    var module: String

    init(from decoder: any Decoder) throws {
      let fields = try decoder.singleValueContainer().decode([String: [Part]].self)
      guard let module = fields.values.first?.first?.text else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "a dependency without a name")
        )
      }
      self.module = module
    }

    /// A name; whatever else stands beside it (conditions, aliases) is passed over.
    struct Part: Decodable {
      var text: String?

      init(from decoder: any Decoder) throws {
        text = try? decoder.singleValueContainer().decode(String.self)
      }
    }
  }
}

// MARK: The sources

/// An `import` declaration in a file.
struct ImportLine {
  var module: String
  var line: Int
}

/// Finds the imports of a Swift file; comments and multi-line string literals are passed over.
func imports(in source: String) -> [ImportLine] {
  let declaration =
    #/
    (?: @\w+ (?: \( [^)]* \) )? \s+ )*  # attributes
    (?: (?: public | package | internal | fileprivate | private ) \s+ )?
    import \s+
    (?: (?: struct | class | enum | protocol | typealias | func | var | let | actor | macro ) \s+ )?
    (\w+) .*
    /#
  var found: [ImportLine] = []
  var commentDepth = 0
  var inLiteral = false
  for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let code = visibleCode(of: line, commentDepth: &commentDepth, inLiteral: &inLiteral)
    for statement in code.split(separator: ";") {
      let trimmed = statement.trimmingCharacters(in: .whitespaces)
      guard let match = trimmed.wholeMatch(of: declaration) else { continue }
      found.append(ImportLine(module: String(match.1), line: index + 1))
    }
  }
  return found
}

/// The part of a line outside comments and multi-line literals; both may begin and end on other lines.
func visibleCode(of line: Substring, commentDepth: inout Int, inLiteral: inout Bool) -> String {
  var code = ""
  var rest = line
  while let character = rest.first {
    if inLiteral {
      inLiteral = !rest.hasPrefix("\"\"\"")
      rest = rest.dropFirst(inLiteral ? 1 : 3)
    } else if commentDepth > 0, rest.hasPrefix("*/") {
      commentDepth -= 1
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix("/*") {
      commentDepth += 1
      rest = rest.dropFirst(2)
    } else if commentDepth > 0 {
      rest = rest.dropFirst()
    } else if rest.hasPrefix("//") {
      break
    } else if rest.hasPrefix("\"\"\"") {
      inLiteral = true
      rest = rest.dropFirst(3)
    } else if character == "\"" {
      rest = afterLiteral(rest)
      code += "\"\""
    } else {
      code.append(character)
      rest = rest.dropFirst()
    }
  }
  return code
}

/// What follows the one-line string literal that `text` begins with.
func afterLiteral(_ text: Substring) -> Substring {
  var rest = text.dropFirst()
  while let character = rest.first, character != "\"" {
    rest = rest.dropFirst(character == "\\" ? 2 : 1)
  }
  return rest.dropFirst()
}

/// The Swift files under a directory, relative to `root`, in a fixed order.
func swiftFiles(under directory: String, root: String) -> [String] {
  guard let walk = FileManager.default.enumerator(atPath: "\(root)/\(directory)") else { return [] }
  return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
    "\(directory)/\($0)"
  }
}

// MARK: The checks

/// Imports that are not declared, and declarations that nothing imports.
func importProblems(of target: Manifest.Target, root: String) throws -> [String] {
  let files = swiftFiles(under: target.directory, root: root)
  guard !files.isEmpty else { return [] }  // C, C++ and system libraries
  let declared = target.dependencies.map(\.module)
  let allowed = target.systemModules.union(declared)
  var problems: [String] = []
  var seen: Set<String> = []
  for file in files {
    for item in imports(in: try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)) {
      seen.insert(item.module)
      if !allowed.contains(item.module) {
        problems.append(
          "\(file):\(item.line): \(target.name) imports \(item.module), which Package.swift does not declare for it"
        )
      }
    }
  }
  guard target.type != "plugin" else { return problems }  // a plugin runs its tools and does not import them
  for module in declared where !seen.contains(module) {
    problems.append("Package.swift: \(target.name) declares \(module) and no file of it imports that")
  }
  return problems
}

/// Every target that `name` depends on, through others too, each with the way that leads there.
func reach(of name: String, in manifest: Manifest) -> [String: [String]] {
  let dependencies = Dictionary(
    manifest.targets.map { ($0.name, $0.dependencies.map(\.module)) },
    uniquingKeysWith: { first, _ in first }
  )
  var ways = [name: [name]]
  var queue = [name]
  while let next = queue.popLast() {
    for module in dependencies[next] ?? [] where ways[module] == nil {
      ways[module] = (ways[next] ?? []) + [module]
      queue.append(module)
    }
  }
  return ways
}

/// Breaches of the rules file, and rules that speak of no target of the manifest.
func ruleProblems(_ rules: String, path: String, in manifest: Manifest) -> [String] {
  let known = Set(manifest.targets.map(\.name))
  var problems: [String] = []
  for (index, line) in rules.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if line.isEmpty || line.hasPrefix("#") { continue }
    let sides = line.split(separator: ":").map { $0.split(separator: " ").map(String.init) }
    guard sides.count == 2 else {
      problems.append("\(path):\(index + 1): write `TARGET …: FORBIDDEN …`")
      continue
    }
    for name in sides[0] + sides[1] where !known.contains(name) {
      problems.append("\(path):\(index + 1): Package.swift has no target \(name)")
    }
    for name in sides[0] {
      let ways = reach(of: name, in: manifest)
      for forbidden in sides[1] where forbidden != name {
        guard let way = ways[forbidden] else { continue }
        problems.append(
          "Package.swift: \(name) must not reach \(forbidden), and does: \(way.joined(separator: " -> "))"
        )
      }
    }
  }
  return problems
}

@main
enum CheckImports {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: swift package dump-package | check-imports ROOT RULES")
      exit(64)
    }
    do {
      let manifest = try JSONDecoder().decode(
        Manifest.self,
        from: FileHandle.standardInput.readDataToEndOfFile()
      )
      let rules = try String(contentsOfFile: arguments[2], encoding: .utf8)
      let problems =
        try manifest.targets.flatMap { try importProblems(of: $0, root: arguments[1]) }
        + ruleProblems(rules, path: arguments[2], in: manifest)
      for problem in problems { print(problem) }
      exit(problems.isEmpty ? 0 : 1)
    } catch {
      print("check-imports: \(error)")
      exit(65)
    }
  }
}
