import ArgumentParser
import ReleaseFormat
import Reporting

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Analyse one or more studies and make a site of them.",
    discussion: """
      The same as `analyse` for each study and `render` for all of them; the releases are kept in memory alone. A \
      study that cannot be used stops everything, and the old site stays.

      Example:
        mrreport build polymyositis/study.yaml dermatomyositis/study.yaml --output site
      """
  )

  @OptionGroup var options: CommonOptions
  @OptionGroup var cache: CacheOptions
  @Argument(help: "The study.yaml of each study, in the order in which the site shows them.")
  var studies: [String]
  @OptionGroup var site: SiteOptions

  func run() async throws {
    try site.check()
    let runs = try collectingProblems(of: studies) {
      try StudyRun($0, options: options, usesCache: cache.isUsed)
    }
    try site.check(runs.map(\.studyFile.design), names: studies)
    var releases: [ReportSource] = []
    for run in runs { releases.append(try ReportSource(OpenRelease(await run.release()))) }
    try site.write(releases, options: options)
  }
}
