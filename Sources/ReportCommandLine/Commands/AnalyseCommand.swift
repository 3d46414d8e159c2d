import ArgumentParser
import ReleaseFormat

struct AnalyseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyse",
    abstract: "Analyse a study and write its release.",
    discussion: """
      A release holds the design, every estimate and test, every variant with what became of it, and the checksums \
      of the tables. The same study.yaml and tables give the same release.

      Example:
        mrreport analyse study.yaml --release release
      """
  )

  @OptionGroup var options: CommonOptions
  @OptionGroup var cache: CacheOptions
  @Argument(help: "The study.yaml of the study.")
  var study: String
  @Option(
    help: ArgumentHelp(
      "The folder of the release; a release of the same study that is there already is replaced.",
      valueName: "dir"
    )
  )
  var release: String

  func validate() throws {
    if release.isEmpty { throw ValidationError("--release is empty; name the folder of the release.") }
  }

  func run() async throws {
    let place = OutputPlace(release)
    try place.checkIsNoSite()
    try place.checkOutsideOfReleasesAndSites()
    let result = try await StudyRun(study, options: options, usesCache: cache.isUsed).release()
    try ReleaseDirectory.write(result, to: release)
    options.say("\(release): wrote the release of \(result.pairs.count) pairs")
  }
}
