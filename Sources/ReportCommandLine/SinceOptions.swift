import ArgumentParser
import Foundation
import ReleaseDiff
import ReleaseFormat
import Reporting
import StudyModel

/// Older releases whose differences from the rendered ones the pages tell of.
struct SinceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The folder of an older release: the pages of its study then tell what changed since. May be given once for each \
      study.
      """,
      valueName: "dir"
    )
  )
  var since: [String] = []
  @Option(
    help: ArgumentHelp(
      "With --since: tolerances, what to ignore and what was renamed, as `mrreport diff` takes them.",
      valueName: "yaml"
    )
  )
  var rules: String?

  func validate() throws {
    if rules != nil, since.isEmpty { throw ValidationError("--rules is for --since; name an older release.") }
  }

  /// Compares each older release with the rendered one of its study.
  ///
  /// - Parameter folder: where the comparisons' files go; they must stay there until the site is written.
  /// - Throws: every older release that cannot be read, is of no rendered study, or is one of two of a study.
  func comparisons(
    with releases: [String],
    templates: TemplateLibrary,
    below folder: String
  ) throws -> [WrittenComparison] {
    guard !since.isEmpty else { return [] }
    let rules = try rules.map { try DiffRules.load($0) } ?? DiffRules()
    let rendered = try collectingProblems(of: releases) { try ReleaseDirectory.open($0) }
    let older = try collectingProblems(of: since) { try ReleaseDirectory.open($0) }
    let pairs = try matched(older, rendered)
    return try pairs.enumerated().map { index, pair in
      let place = "\(folder)/\(index)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let comparison = try ReleaseComparison(old: pair.old, new: pair.new, rules: rules)
      return try DiffReport(templates: templates).write(comparison, to: place)
    }
  }

  private func matched(_ older: [OpenRelease], _ rendered: [OpenRelease]) throws(InputError) -> [(
    old: OpenRelease, new: OpenRelease
  )] {
    var problems: [InputProblem] = []
    var seen: Set<StudyID> = []
    var pairs: [(old: OpenRelease, new: OpenRelease)] = []
    for old in older {
      let study = old.header.design.id
      guard let new = rendered.first(where: { $0.header.design.id == study }) else {
        problems.append(
          InputProblem(
            file: old.name,
            summary: "is a release of the study \(study), and none of the rendered releases is",
            remedy: "name an older release of a study that --release names"
          )
        )
        continue
      }
      if !seen.insert(study).inserted {
        problems.append(
          InputProblem(
            file: old.name,
            summary: "is the second older release of the study \(study)",
            remedy: "name one older release a study with --since"
          )
        )
      }
      pairs.append((old, new))
    }
    if !problems.isEmpty { throw InputError(problems) }
    return pairs
  }
}
