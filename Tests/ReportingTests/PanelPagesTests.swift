import Foundation
import Reporting
import StaticSite
import StudyModel
import Testing

struct PanelPagesTests {
  private static let id = "cytokines-diabetic-foot-ulcer"
  private static let large = Result { try LargePanel.release(traits: 300) }
  private static let largeSite = Result { try CommittedReleases.site([large.get()]) }

  @Test func aPanelThatFitsStandsOnTheFrontPage() throws {
    let site = try CommittedReleases.cytokineSite.get()
    #expect(!site.files.contains { $0.path.contains("/panel/") || $0.path.hasSuffix("/pairs.html") })
    let front = try #require(CommittedReleases.text("\(Self.id)/index.md", of: site))
    #expect(front.contains("## All 82 pairs"))
    #expect(front.contains("figures/grid.svg"))
    #expect(front.contains("figures/forward-volcano.svg"))
  }

  @Test func aPanelTooLargeForTheFrontPageHasPagesThatHoldEveryTrait() throws {
    let release = try Self.large.get()
    let site = try Self.largeSite.get()
    #expect(LinkChecker.brokenLinks(in: site).isEmpty)
    for direction in Direction.allCases {
      let pages = site.files.filter {
        $0.path.hasPrefix("\(Self.id)/panel/\(direction.rawValue)-") && $0.path.hasSuffix(".html")
      }
      #expect(pages.count >= 3)
      let text = pages.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
      for trait in release.release.header.design.panel.traits {
        #expect(text.contains("traits/\(trait.id).html"), "\(trait.id) \(direction)")
      }
    }
  }

  @Test func theFrontPageOfALargePanelSaysWhatItShowsOfHowMany() throws {
    let site = try Self.largeSite.get()
    let front = try #require(CommittedReleases.text("\(Self.id)/index.md", of: site))
    #expect(front.contains("Here: the 40 smallest p-values of 300"))
    #expect(front.contains("- **300** tested"))
    #expect(front.contains("15 expected by chance"))
    #expect(front.contains("[All 600 pairs]") || front.contains("has [a page of its own](pairs.html)"))
    let pairs = try #require(CommittedReleases.text("\(Self.id)/pairs.md", of: site))
    #expect(pairs.split(separator: "\n").filter { $0.hasPrefix("| [") }.count == 600)
  }

  @Test func everyTemplateOfALargePanelHasItsKeys() throws {
    let templates = try CommittedReleases.templates()
    let site = try StudySite([try Self.large.get()], templates: templates)
    let models = try site.models()
    #expect(models.contains { $0.template == "pages/panel.md" })
    for (name, value) in models {
      let missing = try TemplateKeys.missing(in: value, template: name, of: templates)
      #expect(missing.isEmpty, "\(name): \(missing)")
    }
  }
}
