import Foundation

/// Prints the tables of docs/benchmarks.md; `make bench` puts them there. Everything runs on one thread but for
/// genome-wide files, which are decompressed on another.
///
///     mrreport-bench [VARIANTS…]   14, 50, 79, 200, 1000 and 10000 when none is named
@main
enum Benchmarks {
  static func main() throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == GenomeWideBenchmarks.scanArgument {
      return try GenomeWideBenchmarks.scanAndReport(CommandLine.arguments[2])
    }
    let named = CommandLine.arguments.dropFirst().map { Int($0) ?? 0 }
    guard named.allSatisfy({ $0 > 0 }) else {
      FileHandle.standardError.write(Data("usage: mrreport-bench [VARIANTS…]\n".utf8))
      exit(64)
    }
    let sizes = named.isEmpty ? [14, 50, 79, 200, 1000, 10_000] : Array(named)
    print(try AnalysisBenchmarks(sizes: sizes).table())
    print()

    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print(try FileBenchmarks(folder: folder).table())
    print()
    print(try GenomeWideBenchmarks(folder: folder).table())
  }
}
