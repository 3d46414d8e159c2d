import ArgumentParser
import ReleaseFormat
import Reporting

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Make a site from one or more releases.",
    discussion: """
      Needs the releases alone, not the tables. The site is plain files: open index.html, or copy the folder to any \
      web server. It is written beside the old one and then takes its place.

      Examples:
        mrreport render --release release --output site
        mrreport render --release polymyositis --release dermatomyositis --output site
        mrreport render --release releases/R12 --since releases/R11 --output site
      """
  )

  @OptionGroup var options: CommonOptions
  @Option(
    help: ArgumentHelp(
      "The folder of a release; may be given several times, the site shows them in this order.",
      valueName: "dir"
    )
  )
  var release: [String]
  @OptionGroup var older: SinceOptions
  @OptionGroup var site: SiteOptions

  func validate() throws {
    if release.isEmpty { throw ValidationError("Name at least one release with --release.") }
  }

  func run() throws {
    try site.check(releases: release + older.since)
    let releases = try collectingProblems(of: release) { try ReportSource(ReleaseDirectory.open($0)) }
    try site.check(releases.map(\.design), names: release)
    try TemporaryFolder.use { folder in
      let since = try older.comparisons(with: release, templates: site.library(), below: folder)
      try site.write(releases, since: since, options: options)
    }
  }
}
