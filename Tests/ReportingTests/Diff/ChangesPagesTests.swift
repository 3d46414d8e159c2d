import Foundation
import ReleaseDiff
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel
import Testing

/// The pages of a comparison, and what the pages of a study tell of it.
@Suite struct ChangesPagesTests {
  /// A folder with a comparison's files; deleted with the value.
  private final class Written {
    let comparison: WrittenComparison
    private let folder: URL

    init(
      _ releases: [Release],
      middle: Release? = nil,
      rules: DiffRules = DiffRules(),
      templates: TemplateLibrary? = nil
    ) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let opened = try releases.map { try OpenRelease($0) }
      let changes = try ReleaseComparison(
        old: opened[opened.count - 2],
        new: opened[opened.count - 1],
        middle: middle.map { try OpenRelease($0) },
        rules: rules
      )
      comparison = try DiffReport(templates: templates ?? CommittedReleases.templates()).write(
        changes,
        history: opened.count > 2 ? ReleaseHistory(opened, rules: rules).history() : nil,
        to: folder.path
      )
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func site(_ reports: (old: String?, new: String?) = (nil, nil)) throws -> Site {
      var files: [SiteFile] = []
      let site = DiffSite(comparison, templates: try CommittedReleases.templates(), reports: reports)
      try site.write { files.append($0) }
      return Site(files: files)
    }
  }

  static let old = Result { try CommittedReleases.load("immune-osteomyelitis").release }

  /// A later release of the same study in which one pair crosses a line, instruments went, and one pair is gone.
  static func later() throws -> Release {
    var new = try old.get()
    new.header.design.date = "2027-01-01"
    new.header.design.panel.traits[0].name = "<b>|=1+1"
    new.header.design.disease.sampleSize.cases = 99_999
    for index in new.conclusions.families.indices {
      new.conclusions.families[index].tests[0].pValue = PValue(1e-9)
      new.conclusions.families[index].tests[0].bonferroni = PValue(1e-8)
      new.conclusions.families[index].tests[0].benjaminiHochberg = PValue(1e-8)
    }
    new.conclusions.appraisals?[0].verdict = .robust
    let variant = new.pairs[0].variants.removeFirst()
    new.pairs[0].exclusions.append(
      Exclusion(variant: variant.variant, stage: .harmonisation, reason: .palindromicExcluded)
    )
    for index in new.pairs[0].estimates.indices {
      new.pairs[0].estimates[index].result?.estimate = Estimate(
        value: -0.5,
        standardError: 0.1,
        interval: ConfidenceInterval(lower: -0.7, upper: -0.3),
        pValue: PValue(1e-9)
      )
    }
    new.pairs.removeLast()
    new.header.design.pairs.removeLast()
    return new
  }

  /// What the templates of a comparison, and of a study that tells of one, are given.
  static func models(_ templates: TemplateLibrary? = nil) throws -> [(template: String, value: TemplateValue)]
  {
    let (old, new) = (try old.get(), try later())
    let templates = try templates ?? CommittedReleases.templates()
    let written = try Written([old, old, new], middle: old, templates: templates)
    let report = DiffReport(templates: templates)
    let (value, digest) = (written.comparison.value, written.comparison.digest)
    let loaded = LoadedRelease(release: new, files: try ReleaseDirectory.encode(new))
    let site = try StudySite([loaded], templates: templates, since: [written.comparison])
    return try ["diff/diff.md", "diff/junit.xml", "diff/summary.txt"].map {
      ($0, try report.model(value, digest))
    }
      + DiffSite(written.comparison, templates: templates).models() + site.models()
  }

  private func page(_ site: Site, _ path: String = "index.md") throws -> String {
    try #require(CommittedReleases.text(path, of: site))
  }

  @Test func templateAndModelHaveTheSameKeys() throws {
    let old = try Self.old.get()
    let templates = try CommittedReleases.templates()
    for written in [
      try Written([old, old, Self.later()], middle: old), try Written([old, old]),
    ] {
      for (name, value) in try DiffSite(written.comparison, templates: templates).models() {
        let missing = try TemplateKeys.missing(in: value, template: name, of: templates)
        #expect(missing.isEmpty, "\(name): \(missing)")
      }
    }
  }

  @Test func studyTemplatesHaveTheirKeysWithChanges() throws {
    let templates = try CommittedReleases.templates()
    let new = try Self.later()
    let written = try Written([Self.old.get(), new])
    let loaded = LoadedRelease(release: new, files: try ReleaseDirectory.encode(new))
    let site = try StudySite([loaded], templates: templates, since: [written.comparison])
    for (name, value) in try site.models() {
      let missing = try TemplateKeys.missing(in: value, template: name, of: templates)
      #expect(missing.isEmpty, "\(name): \(missing)")
    }
  }

  @Test func thePageSaysWhatChanged() throws {
    let old = try Self.old.get()
    let site = try Written([old, Self.later()], middle: old).site(("old/i.html", "new/s/index.html"))
    let text = try page(site)
    #expect(text.hasPrefix("# What changed between \(old.header.design.date) and 2027-01-01?\n"))
    #expect(text.contains(#"> \<b>\|=1+1 and \<b>\|=1+1 (reverse) now pass adjustment."#))
    #expect(text.contains("[The report of 2027-01-01](new/s/index.html)"))
    #expect(text.contains("99,999 now"))
    #expect(text.contains("Gone: "))
    #expect(text.contains("| kept | palindromic; the policy drops these | 1 |"))
    for heading in [
      "In short", "Before and after", "What moved, and why", "Instruments gained and lost", "Provenance",
      "What did not change", "Downloads",
    ] { #expect(text.contains("\n## \(heading)\n"), "\(heading)") }
    #expect(!text.contains("{{") && !text.contains("{level}") && !text.contains("\n\n\n"))
    let html = try page(site, "index.html")
    #expect(html.contains("<details>\n<summary><h3"))
    #expect(html.contains("<section class=\"summary\">"))
    #expect(!html.contains("<b>|=1+1"))
    let trait = try Self.later().header.design.panel.traits[0].id
    #expect(html.contains("href=\"new/s/traits/\(trait).html\""), "rows lead to the newer report")
  }

  /// Each of the comparison's files lies beside the page, is linked from it, and every link of the site leads somewhere.
  @Test func everythingIsThereToDownload() throws {
    let written = try Written([Self.old.get(), Self.later()])
    let site = try written.site()
    let html = try page(site, "index.html")
    try written.comparison.forEachFile { name, bytes in
      #expect(site[name] == bytes && html.contains("href=\"\(name)\""), "\(name)")
    }
    for id in ["standings", "old-new", "turnover", "forward-movement", "reverse-movement"] {
      #expect(site["figures/\(id).svg"] != nil && site["figures/\(id).tsv"] != nil, "\(id)")
      #expect(html.contains("id=\"figure-\(id)\""), "\(id)")
    }
    #expect(LinkChecker.brokenLinks(in: site) == [])
  }

  @Test func aReleaseAgainstItselfSaysThatNothingChanged() throws {
    let release = try Self.old.get()
    let site = try Written([release, release]).site()
    let text = try page(site)
    #expect(text.contains("> Nothing changed: the two releases are the same to the byte."))
    #expect(text.contains("- **0** tests crossed a threshold"))
    #expect(text.contains("between the older release and the newer release?"))
    #expect(text.contains("### Same to the byte: \(release.pairs.count) pairs"))
    #expect(text.contains("Files, settings, seed and versions are the same."))
    #expect(!text.contains("## Instruments gained and lost") && !text.contains("movement.svg"))
    #expect(LinkChecker.brokenLinks(in: site) == [])
  }

  @Test func moreThanTwoReleasesHaveAHistory() throws {
    let old = try Self.old.get()
    let text = try page(Written([old, old, Self.later()]).site())
    #expect(text.contains("figures/forward-history.svg"))
    #expect(text.contains("### More: the estimates of \(old.pairs.count) pairs in all releases"))
    #expect(!(try page(Written([old, Self.later()]).site())).contains("## History"))
  }

  /// However many pairs there are, a page holds so much and counts the rest.
  @Test func aPageOfThousandsOfPairsStaysSmall() throws {
    let old = try LargePanel.release(traits: 1200).release
    var new = old
    new.header.design.date = "2027-01-01"
    for pair in new.pairs.indices {
      for index in new.pairs[pair].estimates.indices {
        new.pairs[pair].estimates[index].result?.estimate.value += pair % 3 == 0 ? 0.01 : 0.4
      }
    }
    let site = try Written([old, new]).site()
    let html = try page(site, "index.html")
    #expect(html.utf8.count < 900_000, "\(html.utf8.count) bytes")
    #expect(html.contains(" more, in <a href=\"figures/forward-movement.tsv\">"))
    let rows = try #require(CommittedReleases.text("figures/forward-movement.tsv", of: site))
    #expect(rows.split(separator: "\n").count > 1000, "the data hold every pair with an estimate")
  }

  @Test func theSameComparisonGivesTheSameBytes() throws {
    let written = try Written([Self.old.get(), Self.later()])
    #expect(try written.site() == written.site())
  }

  // MARK: On the pages of a study

  @Test func theStudyTellsWhatChangedSince() throws {
    let new = try Self.later()
    let written = try Written([Self.old.get(), new])
    let loaded = LoadedRelease(release: new, files: try ReleaseDirectory.encode(new))
    let templates = try CommittedReleases.templates()
    let site = try StudySite([loaded], templates: templates, since: [written.comparison]).build()
    let date = try Self.old.get().header.design.date
    let front = try page(site, "immune-osteomyelitis/index.md")
    #expect(front.contains("## Since the release of \(date)") && front.contains("(changes.html)"))
    let trait = new.header.design.panel.traits[0].id
    let own = try page(site, "immune-osteomyelitis/traits/\(trait).md")
    #expect(own.contains("## Since the release of \(date)"))
    #expect(own.contains("↗ **passes adjustment**"))
    #expect(own.contains("| ⚠ p adj. |"))
    #expect(own.contains("Lost: ") && own.contains("palindromic; the policy drops these"))
    let html = try page(site, "immune-osteomyelitis/traits/\(trait).html")
    #expect(html.contains("<svg class=\"check up\"") && html.contains("<tr class=\"marked\">"))
    #expect(site["immune-osteomyelitis/changes/diff.json"] != nil)
    #expect(try page(site, "immune-osteomyelitis/changes.md").contains("now pass adjustment"))
    #expect(LinkChecker.brokenLinks(in: site) == [])
  }

  @Test func withoutAnOlderReleaseNoPageSpeaksOfOne() throws {
    let site = try CommittedReleases.wholeSite.get()
    for file in site.files where file.path.hasSuffix(".md") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("Since the release"), "\(file.path)")
    }
  }
}
