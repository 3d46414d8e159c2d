import Foundation
import PackagePlugin

/// Runs `embed-templates` over templates/ whenever a file there is changed, added or removed.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "templates")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
    return [
      .buildCommand(
        displayName: "Embedding templates",
        executable: try context.tool(named: "embed-templates").url,
        arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: Self.inputs(folder),
        outputFiles: [output]
      )
    ]
  }

  /// The files and the folders: SwiftPM does not ask again when a file is added, but the folder that it is added to
  /// changes, and `embed-templates` then looks for itself.
  private static func inputs(_ folder: URL) -> [URL] {
    let root = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: root) else { return [] }
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return [folder] + paths.sorted().map { folder.appending(path: $0) }
  }
}
