import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel
import Testing

struct StudySiteTests {
  @Test func everyLinkAndAnchorResolves() throws {
    let site = try CommittedReleases.wholeSite.get()
    let broken = LinkChecker.brokenLinks(in: site)
    #expect(broken.isEmpty, "\(broken.prefix(5))")
    #expect(site.files.filter { $0.path.hasSuffix(".html") }.count >= 18)
  }

  @Test func everyPageStandsBesideItsMarkdown() throws {
    let paths = Set(try CommittedReleases.wholeSite.get().files.map(\.path))
    for path in paths where path.hasSuffix(".html") {
      #expect(paths.contains(String(path.dropLast(5)) + ".md"))
    }
  }

  @Test func orderOfTheReleasesChangesNothing() throws {
    let releases = try CommittedReleases.all()
    let one = try CommittedReleases.wholeSite.get()
    let other = try CommittedReleases.site(releases.reversed())
    #expect(one.files == other.files)
  }

  @Test func twoReleasesOfOneStudyAreRefused() throws {
    let release = try CommittedReleases.load("bmi-chd")
    #expect(throws: ReportingError.releasesShareAnID("bmi-chd")) {
      try CommittedReleases.site([release, release])
    }
  }

  @Test func pagesPrintTheReferenceEstimate() throws {
    let site = try CommittedReleases.wholeSite.get()
    let page = try #require(CommittedReleases.text("bmi-chd/traits/BMI.md", of: site))
    #expect(page.contains("**OR 1.56** 95% CI 1.39–1.75 per SD"))
    #expect(page.contains("p = 4 × 10⁻¹⁴, 79 variants"))
    #expect(page.contains("143.7 (78)"))
  }

  @Test func namesFromOtherPeoplesFilesStayText() throws {
    let name = "<script>alert(1)</script>|x"
    let hostile = try CommittedReleases.changed("bmi-chd") { release in
      release.header.design.panel.traits[0].name = name
      release.header.design.panel.traits[0].nameInText = name
      release.header.design.disease.name = "=HYPERLINK(\"http://x\")"
      release.header.design.title = name
      release.header.design.question = name
      for index in release.pairs.indices {
        for row in release.pairs[index].variants.indices where row < 3 {
          release.pairs[index].variants[row].variant.id = "<img src=x onerror=alert(1)>|\(row)"
        }
      }
    }
    let site = try CommittedReleases.site([hostile])
    for file in site.files where file.path.hasSuffix(".html") || file.path.hasSuffix(".svg") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<script>alert"), "\(file.path)")
      #expect(!text.contains("<img src=x"), "\(file.path)")
    }
    let page = try #require(CommittedReleases.text("bmi-chd/index.html", of: site))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;|x"))
    let table = try #require(CommittedReleases.text("bmi-chd/estimates.tsv", of: site))
    #expect(table.contains("'=HYPERLINK"))
    #expect(LinkChecker.brokenLinks(in: site).isEmpty)
  }

  @Test func anAbsentValueNeverPrintsAnotherRows() throws {
    let bare = try CommittedReleases.changed("bmi-chd") { release in
      release.pairs[0].variants[1].exposure.pValue = nil
      release.pairs[0].variants[1].exposure.effectAlleleFrequency = nil
    }
    let page = try #require(
      CommittedReleases.text("bmi-chd/traits/BMI.md", of: CommittedReleases.site([bare]))
    )
    let name = bare.release.pairs[0].variants[1].variant.id
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| \(name) ") }
    let row = try #require(rows.last)
    let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(cells[4] == "–")
    #expect(cells[2].hasPrefix("–,"))
  }

  @Test func aPairOutsideEveryFamilyIsSaidToBeUnadjusted() throws {
    let bare = try CommittedReleases.changed("bmi-chd") { release in
      release.conclusions.families.removeAll { $0.directions.contains(.reverse) }
    }
    let site = try CommittedReleases.site([bare])
    let front = try #require(CommittedReleases.text("bmi-chd/index.md", of: site))
    #expect(front.contains("no declared family of tests covers this direction"))
    #expect(front.contains("in no family, unadjusted"))
    #expect(!front.contains("No test could be made"))
    let page = try #require(CommittedReleases.text("bmi-chd/traits/BMI.md", of: site))
    #expect(page.contains("in no declared family of tests: its p is not adjusted"))
  }

  @Test func aFamilyOfBothDirectionsLendsNoCountsToTheOtherOne() throws {
    let joint = try CommittedReleases.changed("bmi-chd") { release in
      var family = release.conclusions.families[0]
      let other = release.conclusions.families[1]
      family.id = "study"
      family.directions = [.forward, .reverse]
      family.tests += other.tests
      family.tested = 2
      family.declared = 2
      release.conclusions.families = [family]
    }
    let front = try #require(CommittedReleases.text("bmi-chd/index.md", of: CommittedReleases.site([joint])))
    let parts = front.components(separatedBy: "### Reverse:")
    #expect(parts[0].contains("- **1** tested\n- **1** with p < 0.05; 0.050 expected"))
    #expect(parts[1].contains("- **1** tested\n- **0** with p < 0.05; 0.050 expected"))
    #expect(parts[1].contains("linked to no adiposity trait once all 2 tests are counted"))
  }

  @Test func candidatesWithoutALookUpAreListedAllTheSame() throws {
    let loaded = try CommittedReleases.load("immune-osteomyelitis")
    for pair in loaded.release.pairs {
      let rows = pair.exclusions.filter { $0.exposure != nil }.count
      #expect(pair.flow.candidates == pair.flow.used + rows, "\(pair.id)")
    }
  }

  @Test func pagesOfMissingLookupsSayWhatIsMissing() throws {
    let site = try CommittedReleases.wholeSite.get()
    let page = try #require(CommittedReleases.text("immune-osteomyelitis/traits/EOS.md", of: site))
    #expect(page.contains("no look-up of osteomyelitis instruments in eosinophil count"))
    let front = try #require(CommittedReleases.text("immune-osteomyelitis/index.md", of: site))
    #expect(front.contains("look-up not supplied"))
  }

  @Test func siteAsksForNothingFromTheNetwork() throws {
    let site = try CommittedReleases.wholeSite.get()
    for file in site.files where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("default-src 'none'"))
      #expect(!text.contains("style=\""), "\(file.path)")
      #expect(!text.contains("src=\"http"), "\(file.path)")
    }
  }
}
