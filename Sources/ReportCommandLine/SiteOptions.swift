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

  @Option(
    help: ArgumentHelp(
      "Show this trait only; may be given several times. Counts and adjusted p-values stay those of the whole study.",
      valueName: "id"
    )
  )
  var trait: [String] = []

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output is empty; name the folder of the site.") }
  }

  /// Throws what can be known to be wrong before the releases are there; `releases` are the folders they come from.
  func check(releases: [String] = []) throws {
    let place = OutputPlace(output)
    try place.checkApart(from: releases)
    try place.checkOutsideOfReleasesAndSites()
    try SiteWriter().checkMayWrite(to: output)
    _ = try library()
  }

  /// Throws where the studies cannot share a site, or none has a trait that was named; `names` are what the person
  /// calls the studies, for messages.
  func check(_ designs: [StudyDesign], names: [String]) throws {
    try Self.checkDistinct(designs, names: names)
    try checkTraits(designs)
  }

  /// Takes what `check` has found right.
  ///
  /// - Parameter since: comparisons of older releases with these.
  func write(_ releases: [ReportSource], since: [WrittenComparison] = [], options: CommonOptions) throws {
    let traits = trait.compactMap(TraitID.init(rawValue:))
    let site = StudySite(
      releases,
      templates: try library(),
      traits: trait.isEmpty ? nil : traits,
      since: since
    )
    var (links, count) = (LinkChecker(), 0)
    try SiteWriter().write(to: output) { sink in
      try site.write { file in
        try sink.add(file)
        links.add(file)
      }
      count = sink.count
    }
    for broken in links.brokenLinks() { Console.error("warning: \(broken)") }
    options.say("\(output): wrote \(count) files; open \(output)/index.html")
  }

  /// Throws where a trait was named that is in no panel.
  private func checkTraits(_ designs: [StudyDesign]) throws {
    let known = designs.flatMap { $0.panel.traits.map(\.id.rawValue) }
    let strangers = trait.filter { !known.contains($0) }
    guard strangers.isEmpty else {
      let shown = known.prefix(60).joined(separator: ", ") + (known.count > 60 ? " …" : "")
      throw ValidationError(
        "No panel has the trait \(strangers.map { "'\($0)'" }.joined(separator: ", ")). "
          + "Ids are matched exactly; there are: \(shown)."
      )
    }
  }

  func library() throws -> TemplateLibrary { try .chosen(templates) }

  /// Two studies of one id would share their pages.
  private static func checkDistinct(_ designs: [StudyDesign], names: [String]) throws(InputError) {
    var seen: [String: String] = [:]
    var problems: [InputProblem] = []
    for (design, name) in zip(designs, names) {
      let id = design.id.rawValue
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

extension TemplateLibrary {
  /// The built-in templates, those of a person's own folder in their place.
  static func chosen(_ folder: String?) throws -> TemplateLibrary {
    guard let folder else { return try .embedded() }
    do {
      return try .directory(folder)
    } catch let error as TemplateError {
      // The built-in templates are tested, so the fault is in the person's own.
      throw InputError(
        InputProblem(file: "\(folder): \(error.file)", line: error.line, summary: error.summary)
      )
    }
  }
}
