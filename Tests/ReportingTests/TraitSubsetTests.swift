import Foundation
import Reporting
import StaticSite
import StudyModel
import Testing

struct TraitSubsetTests {
  private static let id = "cytokines-diabetic-foot-ulcer"
  private static let shared = Result {
    let traits = ["MIG", "IL-6"].compactMap(TraitID.init(rawValue:))
    return try CommittedReleases.site(CommittedReleases.all(), traits: traits)
  }
  private let site: Site

  init() throws { site = try Self.shared.get() }

  @Test func aStudyWithNoneOfTheTraitsIsLeftOutAndTheLibrarySaysSo() throws {
    #expect(!site.files.contains { $0.path.hasPrefix("bmi-chd/") })
    let library = try #require(CommittedReleases.text("index.md", of: site))
    #expect(library.contains("Without pages here, for they hold none of the traits chosen:"))
    #expect(library.contains("Body mass index and coronary heart disease"))
    #expect(library.contains("Shown here: 2 of 41 traits"))
  }

  @Test func onlyTheTraitsThatWereAskedForHavePages() {
    let pages = site.files.map(\.path).filter { $0.hasPrefix("\(Self.id)/traits/") && $0.hasSuffix(".html") }
    #expect(pages.sorted() == ["\(Self.id)/traits/IL-6.html", "\(Self.id)/traits/MIG.html"])
    #expect(LinkChecker.brokenLinks(in: site).isEmpty)
  }

  @Test func countsStayThoseOfTheWholeStudyAndThePageSaysSo() throws {
    let front = try #require(CommittedReleases.text("\(Self.id)/index.md", of: site))
    #expect(front.contains("- **41** tested"))
    #expect(front.contains("- **2** with p < 0.05; 2.1 expected by chance"))
    #expect(front.contains("Shown here: MIG and IL-6 of 41 traits"))
    #expect(front.contains("## All 4 pairs"))
    let page = try #require(CommittedReleases.text("\(Self.id)/traits/MIG.md", of: site))
    #expect(page.contains("Adjusted for 41 tests"))
  }

  @Test func aTraitThatIsNotShownIsNamedWithoutALink() throws {
    let front = try #require(CommittedReleases.text("\(Self.id)/index.md", of: site))
    #expect(front.contains(" CTACK (p"))
    #expect(!front.contains("traits/CTACK.html"))
  }

  @Test func theWholeReleaseStaysThereForDownload() throws {
    let table = try #require(CommittedReleases.text("\(Self.id)/estimates.tsv", of: site))
    #expect(table.contains("\nCTACK.forward\t"))
    #expect(site["\(Self.id)/release/pairs/CTACK.forward.json"] != nil)
  }

  @Test func aTraitOfNoStudyIsRefused() throws {
    let stranger = try #require(TraitID(rawValue: "MIGG"))
    #expect(throws: ReportingError.unknownTrait("MIGG")) {
      try CommittedReleases.site([CommittedReleases.load(Self.id)], traits: [stranger])
    }
  }
}
