import Foundation
import FoundationXML
import ReleaseDiff
import ReleaseFormat
import Reporting
import StudyModel
import Testing

/// The files of a comparison: what a person, a spreadsheet and a CI make of it.
struct DiffReportTests {
  /// Two releases that differ in everything that a text shows, the third standing between them.
  private static let shared = Result { () throws -> ReleaseChanges in
    let old = try CommittedReleases.load("immune-osteomyelitis").release
    var new = old
    new.header.design.panel.traits[0].name = "<b>|=1+1"
    new.header.design.settings.pThreshold = 1e-9
    new.header.inputs[1].sha256 = String(repeating: "0", count: 64)
    new.header.toolVersion = "9"
    new.conclusions.appraisals?[0].verdict = .robust
    for index in new.conclusions.families.indices {
      new.conclusions.families[index].tests[0].pValue = PValue(1e-9)
      new.conclusions.families[index].tests[0].bonferroni = PValue(1e-8)
      new.conclusions.families[index].tests[0].benjaminiHochberg = PValue(1e-8)
    }
    let variant = new.pairs[0].variants.removeFirst()
    new.pairs[0].exclusions.append(
      Exclusion(variant: variant.variant, stage: .harmonisation, reason: .palindromicExcluded)
    )
    new.pairs[0].variants[0].flags.append(.notInPanel)
    (new.pairs[0].variants[0].effectAllele, new.pairs[0].variants[0].otherAllele) = (
      new.pairs[0].variants[0].otherAllele, new.pairs[0].variants[0].effectAllele
    )
    new.pairs[0].steiger.pair?.verdict = .outcomeFirst
    new.pairs[0].heterogeneity.cochran?.pValue = PValue(1e-9)
    if let index = new.pairs[0].estimates.firstIndex(where: { $0.method == .ivwRandomEffects }) {
      let turned = Estimate(
        value: -0.5,
        standardError: 0.1,
        interval: ConfidenceInterval(lower: -0.7, upper: -0.3),
        pValue: PValue(1e-9)
      )
      new.pairs[0].estimates[index].result?.estimate = turned
      new.pairs[0].estimates[0] = MethodOutcome(
        method: .waldRatio,
        notEstimated: NotEstimated(reason: .notRun)
      )
    }
    new.pairs.removeLast()
    new.header.design.pairs.removeLast()
    let rules = DiffRules(
      ignored: [DiffRules.IgnoreRule(aspect: .toolVersion, reason: "newest |version")],
      failOn: [.verdict]
    )
    let releases = try [old, old, new].map { try OpenRelease($0) }
    var changes = try ReleaseComparison(old: releases[0], new: releases[2], middle: releases[1], rules: rules)
      .changes()
    changes.history = try ReleaseHistory(releases, rules: rules).history()
    return changes
  }

  private func files() throws -> [String: String] {
    let report = DiffReport(templates: try CommittedReleases.templates())
    return Dictionary(
      uniqueKeysWithValues: try report.files(try Self.shared.get()).map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      }
    )
  }

  /// Written as the changes are found, the files are those of the comparison in memory, to the byte.
  @Test func theFilesThatGrowAreTheSame() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let old = try CommittedReleases.load("immune-osteomyelitis").release
    var new = old
    for index in new.pairs.indices {
      new.pairs[index].variants = Array(new.pairs[index].variants.dropFirst())
    }
    new.header.design.seed += 1
    let comparison = try ReleaseComparison(old: OpenRelease(old), new: OpenRelease(new))
    let report = DiffReport(templates: try CommittedReleases.templates())
    let written = try report.write(comparison, to: folder.path)
    #expect(written.value.changes == [] && written.digest.all > 15)
    let files = try report.files(comparison.changes())
    #expect(files.map(\.name) == DiffReport.fileNames)
    for file in files {
      #expect(try Data(contentsOf: folder.appending(path: file.name)) == Data(file.bytes), "\(file.name)")
    }
  }

  @Test func templatesAndModelHaveTheSameKeys() throws {
    let templates = try CommittedReleases.templates()
    let changes = try Self.shared.get()
    let model = try DiffReport(templates: templates).model(changes, ChangeDigest(changes))
    for name in ["diff/diff.md", "diff/summary.txt", "diff/junit.xml"] {
      let missing = try TemplateKeys.missing(in: model, template: name, of: templates)
      #expect(missing.isEmpty, "\(name): \(missing)")
    }
  }

  @Test func everyCodeOfAComparisonHasItsWords() throws {
    let templates = try CommittedReleases.templates()
    let words = try Wordbook(tsv: String(decoding: try #require(templates.asset("words.tsv")), as: UTF8.self))
    let codes: [(String, [String])] = [
      ("diff_aspect", Aspect.allCases.map(\.rawValue)), ("diff_kind", Change.Kind.allCases.map(\.rawValue)),
      ("diff_severity", Severity.allCases.map(\.rawValue)),
      ("diff_category", Category.allCases.map(\.rawValue)),
      ("diff_origin", Change.Origin.allCases.map(\.rawValue)),
      ("diff_standing", TestStanding.Standing.allCases.map(\.rawValue) + ["untested"]),
      ("diff_direction", Direction.allCases.map(\.rawValue)),
      ("diff_cell", TestStanding.Standing.allCases.map(\.rawValue) + ["untested"]),
      ("diff_name", Direction.allCases.map(\.rawValue)), ("diff_prose", Direction.allCases.map(\.rawValue)),
      (
        "diff_signal",
        [
          "added", "removed", "newly_estimated", "no_longer_estimated", "now_passes", "no_longer_passes",
          "nominal_gained", "nominal_lost", "sign_flips", "appraisal_stronger", "appraisal_weaker",
          "unclear_sign_flips", "estimate_only", "numbers_only", "none",
        ]
      ),
      ("diff_code", PressoGlobalTest.Assessment.allCases.map(\.rawValue)),
    ]
    for (kind, all) in codes { for code in all { #expect(words.has(kind, code), "\(kind) \(code)") } }
  }

  @Test func theMarkdownSaysWhatChanged() throws {
    let text = try #require(try files()["diff.md"])
    #expect(text.contains("**Conclusions changed.** 1 appraisal changed, 1 to a stronger one."))
    #expect(text.contains(#"| \<b>\|=1+1, forward |"#), "a name is text, in a table too")
    #expect(text.contains("| kept | palindromic; the policy drops these | data |"))
    #expect(text.contains("effect and other allele exchanged"))
    #expect(text.contains("it is the size of a movement and no test"))
    #expect(text.contains("## History"))
    #expect(text.contains(#"Ignored by the rules: 1 (newest \|version)."#))
    // Every row of a table has as many cells as its head.
    var width = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      if line.hasPrefix("|") { #expect(width == 0 || cells == width, "\(line)") }
      width = line.hasPrefix("|") ? cells : 0
    }
    #expect(!text.contains("\n\n\n") && !text.contains("{{"))
  }

  @Test func theTableHasALineForEachNumberThatMoved() throws {
    let changes = try Self.shared.get()
    let lines = try #require(try files()["changes.tsv"]).split(separator: "\n").map(String.init)
    let expected = changes.changes.map { change in max(1, change.numbers.count { $0.hasMoved }) }.reduce(0, +)
    #expect(lines.count == expected + 1)
    let width = lines[0].split(separator: "\t", omittingEmptySubsequences: false).count
    for line in lines {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == width)
    }
  }

  /// A spreadsheet must not take a name for a formula.
  @Test func noCellIsAFormula() throws {
    var changes = try Self.shared.get()
    changes.changes[0].subject = "=HYPERLINK(1)"
    let report = DiffReport(templates: try CommittedReleases.templates())
    let table = try #require(try report.files(changes).first { $0.name == "changes.tsv" })
    #expect(String(decoding: table.bytes, as: UTF8.self).contains("\t'=HYPERLINK(1)\t"))
  }

  @Test func junitFailsOnlyWhereTheGateDoes() throws {
    let changes = try Self.shared.get()
    let text = try #require(try files()["junit.xml"])
    let document = try XMLDocument(xmlString: text)
    let suites = try #require(document.rootElement()).elements(forName: "testsuite")
    #expect(suites.count == Category.allCases.count)
    for suite in suites {
      let cases = suite.elements(forName: "testcase")
      let failures = cases.filter { !$0.elements(forName: "failure").isEmpty }
      #expect(suite.attribute(forName: "tests")?.stringValue == "\(cases.count)")
      #expect(suite.attribute(forName: "failures")?.stringValue == "\(failures.count)")
      #expect(cases.count == changes.pairs.count + 1)
      #expect(failures.isEmpty == (suite.attribute(forName: "name")?.stringValue != "verdict"))
    }
  }

  @Test func theSummaryNamesWhatFails() throws {
    let changes = try Self.shared.get()
    let report = DiffReport(templates: try CommittedReleases.templates())
    let summary = try report.summary(changes, ChangeDigest(changes))
    #expect(summary.hasPrefix("Conclusions changed.\n  critical: "))
    #expect(summary.contains("exit code 1 because of: verdict\n"))
    #expect(summary.contains("now passing adjustment: <b>|=1+1, forward"))
  }

  @Test func nothingChangedIsSaidInASentence() throws {
    let release = try OpenRelease(CommittedReleases.load("bmi-chd").release)
    let changes = try ReleaseComparison(old: release, new: release).changes()
    let report = DiffReport(templates: try CommittedReleases.templates())
    let text = String(
      decoding: try #require(try report.files(changes).first { $0.name == "diff.md" }).bytes,
      as: UTF8.self
    )
    #expect(
      text.contains("**The two releases are the same to the byte.** Still passing: 1. Of 2 pairs, 2 are")
    )
    #expect(!text.contains("## Conclusions") && !text.contains("| critical |"))
    #expect(!text.contains("## Estimates") && !text.contains("## Instruments"))
  }
}
