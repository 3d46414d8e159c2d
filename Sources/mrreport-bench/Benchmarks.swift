import Foundation

/// Prints the tables of docs/benchmarks.md; `make bench` puts them there. Everything runs on one thread but for
/// genome-wide files, which are decompressed on another.
///
///     mrreport-bench [VARIANTS…]     14, 50, 79, 200, 1000 and 10000 when none is named
///     mrreport-bench --genome-wide   genome-wide files and clumping alone
///     mrreport-bench --diff          comparing releases alone
///     mrreport-bench --render        rendering releases of up to 10,000 pairs alone
@main
enum Benchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count == 2, arguments[0] == GenomeWideBenchmarks.scanArgument {
      return try GenomeWideBenchmarks.scanAndReport(arguments[1])
    }
    if arguments.count == 3, arguments[0] == DiffBenchmarks.compareArgument {
      return try DiffBenchmarks.compareAndReport(arguments[1], arguments[2])
    }
    if arguments.count == 2, arguments[0] == RenderBenchmarks.renderArgument {
      return try RenderBenchmarks.renderAndReport(arguments[1])
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if arguments == ["--genome-wide"] { return print(try GenomeWideBenchmarks(folder: folder).table()) }
    if arguments == ["--diff"] { return print(try DiffBenchmarks(folder: folder).table()) }
    if arguments == ["--render"] { return print(try RenderBenchmarks(folder: folder).table()) }

    let named = arguments.map { Int($0) ?? 0 }
    guard named.allSatisfy({ $0 > 0 }) else {
      FileHandle.standardError.write(
        Data("usage: mrreport-bench [VARIANTS… | --genome-wide | --diff | --render]\n".utf8)
      )
      exit(64)
    }
    let sizes = named.isEmpty ? [14, 50, 79, 200, 1000, 10_000] : named
    print(try AnalysisBenchmarks(sizes: sizes).table())
    print()
    print(try FileBenchmarks(folder: folder).table())
  }
}
