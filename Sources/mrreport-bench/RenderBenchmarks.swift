import Foundation
import ReleaseFormat
import Reporting
import StaticSite

/// Rendering releases of more and more pairs, each in a process of its own, so that its memory is its own.
struct RenderBenchmarks {
  /// An empty folder to work in.
  let folder: URL

  private static let sizes = [100, 1000, 10_000]

  static let renderArgument = "--render-release"

  func table() throws -> String {
    let variants = FileBenchmarks.usualVariants
    var table = MarkdownTable([
      "Pairs of \(variants) variants", "s", "pairs a second", "MB", "files of the site", "MB of the site",
    ])
    let study = try CopiedStudy(variants: variants)
    for pairs in Self.sizes {
      let place = folder.appending(path: "release-\(pairs)").path
      try ReleaseDirectory.write(study.release(pairs: pairs), to: place)
      // The time of large sites is that of thousands of pages: once is enough.
      let run = try MeasuredProcess.median(of: pairs > 1000 ? 1 : 3) {
        try MeasuredProcess.ourselves([Self.renderArgument, place])
      }
      let site = try Self.size(of: place + "-site")
      table.append(
        NumberStyle.count(pairs),
        [
          run.secondsCell, NumberStyle.count(Int((Double(pairs) / run.seconds).rounded())), run.memoryCell,
          NumberStyle.count(site.files), NumberStyle.count(site.bytes / 1_000_000),
        ]
      )
      for folder in [place, place + "-site"] { try FileManager.default.removeItem(atPath: folder) }
    }
    return table.text
  }

  /// What that process does: all of `mrreport render`.
  static func renderAndReport(_ release: String) throws {
    let site = StudySite([try ReportSource(ReleaseDirectory.open(release))], templates: try .embedded())
    var links = LinkChecker()
    try SiteWriter().write(to: release + "-site") { sink in
      try site.write { file in
        try sink.add(file)
        links.add(file)
      }
    }
    keep(links.brokenLinks())
    print(String(format: "%.1f", PeakMemory.megabytes))
  }

  private static func size(of folder: String) throws -> (files: Int, bytes: Int) {
    var (files, bytes) = (0, 0)
    let paths = FileManager.default.enumerator(atPath: folder)
    while let path = paths?.nextObject() as? String {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      files += 1
      bytes += attributes[.size] as? Int ?? 0
    }
    return (files, bytes)
  }
}
