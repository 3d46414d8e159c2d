import ArgumentParser
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel

/// Where a site goes and what it looks like; shared by `render` and `build`.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the site: new, empty, or a site that mrreport wrote, which is replaced.",
      valueName: "dir"
    )
  )
  var output: String

  @Option(
    help: ArgumentHelp(
      "A folder of your own templates; each file in it takes the place of the built-in one of that path.",
      valueName: "dir"
    )
  )
  var templates: String?

  /// Throws what can be known to be wrong before the releases are there; `releases` are the folders they come from.
  func check(releases: [String] = []) throws {
    let place = OutputPlace(output)
    try place.checkApart(from: releases)
    try place.checkOutsideOfReleasesAndSites()
    try SiteWriter().checkMayWrite(to: output)
    _ = try library()
  }

  /// `names` are what the person calls the releases, for messages.
  func write(_ releases: [LoadedRelease], names: [String], options: CommonOptions) throws {
    try Self.checkDistinct(releases, names: names)
    let site = try StudySite(releases: releases, templates: library()).build()
    for broken in LinkChecker.brokenLinks(in: site) { Console.error("warning: \(broken)") }
    try SiteWriter().write(site, to: output)
    options.say("\(output): wrote \(site.files.count) files; open \(output)/index.html")
  }

  private func library() throws -> TemplateLibrary {
    guard let templates else { return try .embedded() }
    do {
      return try .directory(templates)
    } catch let error as TemplateError {
      // The built-in templates are tested, so the fault is in the person's own.
      throw InputError(
        InputProblem(file: "\(templates): \(error.file)", line: error.line, summary: error.summary)
      )
    }
  }

  /// Two studies of one id would share their pages.
  private static func checkDistinct(_ releases: [LoadedRelease], names: [String]) throws(InputError) {
    var seen: [String: String] = [:]
    var problems: [InputProblem] = []
    for (loaded, name) in zip(releases, names) {
      let id = loaded.release.header.design.id.rawValue
      if let other = seen.updateValue(name, forKey: id.lowercased()) {
        problems.append(
          InputProblem(
            file: name,
            summary: "the study id \"\(id)\" is also that of \(other)",
            remedy: "give each study an id of its own; capitals do not count"
          )
        )
      }
    }
    if !problems.isEmpty { throw InputError(problems) }
  }
}
