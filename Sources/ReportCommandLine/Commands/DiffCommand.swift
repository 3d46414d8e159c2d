import ArgumentParser
import Foundation
import ReleaseDiff
import ReleaseFormat
import Reporting
import StudyFile
import StudyModel
import StudyPipeline

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what changed from one release of a study to the next, and why.",
    discussion: """
      Compares conclusions, estimates, diagnostics, instruments and provenance, and writes diff.json (all of it), \
      changes.tsv (one line a change), diff.md (for a pull request) and junit.xml (for CI) into the folder of --output, and \
      pages with figures and the same four files into that of --site; name one or both. Of more than two releases the \
      last two are compared, and the estimates of all stand side by side.

      With --attribute the old data are analysed anew under the new settings, and each change is split into what software \
      and settings brought about and what the data did.

      Ends with exit code 1 where anything changed beyond the tolerance; --fail-on limits that to some categories.

      Examples:
        mrreport diff releases/R11 releases/R12 --output diff
        mrreport diff releases/R11 releases/R12 --output diff --rules rules.yaml --fail-on verdict,significance
        mrreport diff releases/R11 releases/R12 --output diff --attribute R11/study.yaml
        mrreport diff releases/R11 releases/R12 --site changes
      """
  )

  @OptionGroup var options: CommonOptions
  @OptionGroup var cache: CacheOptions
  @Argument(help: "The folders of the releases, from the oldest to the newest; two or more.")
  var releases: [String]
  @Option(
    help: ArgumentHelp(
      "The folder of the comparison; one that is there already is replaced.",
      valueName: "dir"
    )
  )
  var output: String?
  @OptionGroup var pages: DiffSiteOptions
  @Option(
    help: ArgumentHelp("Tolerances, severities, what to ignore and what was renamed.", valueName: "yaml")
  )
  var rules: String?
  @Option(
    help: ArgumentHelp(
      "Only changes of these categories end with exit code 1: \(Category.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "categories"
    ),
    transform: FailureCategories.init
  )
  var failOn: FailureCategories?
  @Option(
    help: ArgumentHelp(
      "The study.yaml of the older release, with its tables: split every change by its cause.",
      valueName: "study.yaml"
    )
  )
  var attribute: String?
  @Option(
    help: ArgumentHelp(
      "A folder of your own templates; each file in it takes the place of the built-in one of that path.",
      valueName: "dir"
    )
  )
  var templates: String?

  func validate() throws {
    if releases.count < 2 { throw ValidationError("Name two releases, the older one first.") }
    if output == nil, pages.site == nil {
      throw ValidationError(
        "Name the folder of the comparison with --output, that of its pages with --site, or both."
      )
    }
    if output?.isEmpty == true {
      throw ValidationError("--output is empty; name the folder of the comparison.")
    }
  }

  func run() async throws {
    let folder = try output.map(checkedFolder)
    try pages.check(releases: releases, besides: output)
    let library = try TemplateLibrary.chosen(templates)
    var rules = try rules.map { try DiffRules.load($0) } ?? DiffRules()
    if let failOn { rules.failOn = failOn.categories }
    let opened = try collectingProblems(of: releases) { try ReleaseDirectory.open($0) }
    let comparison = try await comparison(opened, rules)
    let history = try opened.count > 2 ? ReleaseHistory(opened, rules: rules).history() : nil
    let report = DiffReport(templates: library)
    func write(to place: String) throws -> WrittenComparison {
      let written = try report.write(comparison, history: history, to: place)
      try pages.write(written, templates: library, options: options)
      return written
    }
    let written = try folder?.replace(by: write) ?? TemporaryFolder.use(write)
    for line in try report.summary(written.value, written.digest).split(separator: "\n") {
      options.say(String(line))
    }
    if let output { options.say("\(output): wrote \(DiffReport.fileNames.joined(separator: ", "))") }
    if let site = pages.site { options.say("\(site): open \(site)/index.html") }
    if !written.value.verdict.failing.isEmpty { throw CommandFailure.differencesFound }
  }

  private func checkedFolder(_ output: String) throws -> DiffFolder {
    let place = OutputPlace(output)
    try place.checkApart(from: releases)
    try place.checkOutsideOfReleasesAndSites()
    let folder = DiffFolder(output)
    try folder.check()
    return folder
  }

  /// Of the last two releases.
  private func comparison(_ opened: [OpenRelease], _ rules: DiffRules) async throws -> ReleaseComparison {
    let (old, new) = (opened[opened.count - 2], opened[opened.count - 1])
    // Before the old data are analysed, which may take a while.
    let comparison = try ReleaseComparison(old: old, new: new, rules: rules)
    guard let attribute else { return comparison }
    let middle = try await analyseOldData(attribute, old.header, new.header, rules)
    return try ReleaseComparison(old: old, new: new, middle: middle, rules: rules)
  }

  /// The old data under the new settings, by this program.
  private func analyseOldData(
    _ study: String,
    _ old: ReleaseHeader,
    _ new: ReleaseHeader,
    _ rules: DiffRules
  ) async throws -> OpenRelease {
    let attribution = try Attribution(
      studyFile: try LoadedStudy.load(study),
      old: old,
      new: new,
      traitNames: rules.newTraitNames
    )
    let run = StudyRun(attribution.study, options: options, usesCache: cache.isUsed)
    let release = try await run.release()
    try attribution.check(release)
    return try OpenRelease(release)
  }
}

/// `verdict,significance`
struct FailureCategories {
  let categories: [Category]

  init(_ text: String) throws {
    categories = try text.split(separator: ",").map { name in
      let name = name.trimmingCharacters(in: .whitespaces)
      guard let category = Category(rawValue: name) else {
        let known = Category.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no category “\(name)”; the categories are \(known).")
      }
      return category
    }
  }
}
