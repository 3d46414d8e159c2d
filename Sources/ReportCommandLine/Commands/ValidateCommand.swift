import ArgumentParser

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check study.yaml and every table it names.",
    discussion: """
      Reads everything that `analyse` would read and shows all problems at once, each with its file, its line and \
      what to do. Writes nothing.

      Example:
        mrreport validate study.yaml
      """
  )

  @OptionGroup var options: CommonOptions
  @OptionGroup var cache: CacheOptions
  @Argument(help: "The study.yaml of the study.")
  var study: String

  func run() throws {
    let run = try StudyRun(study, options: options, usesCache: cache.isUsed)
    try run.validate()
    options.say("\(study): no problems; \(run.studyFile.design.pairs.count) pairs can be analysed")
  }
}
