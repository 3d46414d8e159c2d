import Foundation
import Reporting
import StaticSite
import StudyModel
import Testing

struct ResultsOnlyPagesTests {
  private static let id = "cytokines-diabetic-foot-ulcer"

  private func page(_ path: String) throws -> String {
    try #require(CommittedReleases.text("\(Self.id)/\(path)", of: CommittedReleases.cytokineSite.get()))
  }

  @Test func hitsAreCountedAgainstChance() throws {
    let parts = try page("index.md").components(separatedBy: "### Reverse:")
    #expect(parts[0].contains("- **41** tested\n- **2** with p < 0.05; 2.1 expected by chance"))
    #expect(parts[0].contains("smallest *p* adj. 0.80"))
    #expect(parts[1].contains("- **41** tested\n- **3** with p < 0.05; 2.1 expected by chance"))
    #expect(parts[1].contains("smallest *p* adj. 0.14"))
  }

  @Test func estimatesStandAsSupplied() throws {
    let page = try page("traits/MIG.md")
    #expect(page.contains("**OR 0.50** 95% CI 0.28–0.91 per SD"))
    #expect(page.contains("| Cochran’s Q (df), p | 9.5 (9), 0.40 | not supplied |"))
    #expect(page.contains("| Egger intercept (SE), p | 0.33 (0.18), 0.11 | not supplied |"))
    #expect(page.contains("Results as supplied; their source: Data and code from:"))
  }

  @Test func eachThingThatNeedsVariantsHasOneLineInItsPlace() throws {
    let page = try page("traits/MIG.md")
    let line = "Only results were supplied; this needs the variants."
    for heading in [
      "## Scatter, funnel and single variants", "## Outliers: MR-PRESSO", "## Direction: Steiger’s test",
      "## Leave-one-out table", "## Where every variant went",
    ] {
      let rest = try #require(page.components(separatedBy: heading + "\n").dropFirst().first)
      #expect(rest.hasPrefix("\n\(line)\n\n## "), "\(heading)")
    }
    #expect(page.components(separatedBy: "Only results were supplied").count == 6)
    #expect(!page.contains("A marked row") && !page.contains("each candidate"))
    #expect(!page.contains("figures/MIG.forward-scatter.svg"))
  }

  @Test func aPairWithOneVariantShowsItsWaldRatio() throws {
    #expect(try page("traits/IL-1b.md").contains("Method: Wald ratio"))
    #expect(try page("index.md").contains("IL-1β has one variant (Wald ratio)"))
  }

  @Test func whatNoTableCouldHoldNeedsMoreVariants() throws {
    let page = try page("traits/IL-1b.md")
    #expect(page.contains("| Cochran’s Q (df), p | needs 2 variants |"))
    #expect(page.contains("| Rücker’s Q′ (df), p | needs 3 variants |"))
    #expect(page.contains("| Q − Q′, p | needs 3 variants |"))
    #expect(page.contains("| I² | needs 2 variants |"))
    #expect(page.contains("| Egger intercept (SE), p | needs 3 variants |"))
  }

  @Test func nothingFoundIsToldFromNothingThere() throws {
    let parts = try page("index.md").components(separatedBy: "### Reverse:")
    #expect(
      parts[0].contains(
        "This is absence of evidence: for 34 of 41 circulating cytokines the interval reaches an odds ratio of "
          + "0.5 or 2 per SD."
      )
    )
    #expect(parts[1].contains("All 41 intervals lie within ±0.015 SD per doubling of odds"))
    #expect(
      try page("traits/IL-6.md").contains(
        "This is absence of evidence: the interval reaches an odds ratio of 0.5 and of 2 per SD."
      )
    )
    #expect(!(try page("traits/MIG.md").contains("This is absence of evidence")))
  }

  @Test func oneCitationStandsOnceWhateverItMeasured() throws {
    for path in ["methods.md", "provenance.md"] {
      #expect(try page(path).components(separatedBy: "identifies 27 loci").count == 2, "\(path)")
    }
    #expect(try page("methods.md").contains("**MIG** (3,685 people; GCST004435)"))
    #expect(try page("provenance.md").contains("TwoSampleMR’s estimates"))
    #expect(!(try page("methods.md").contains("Instruments are taken")))
  }

  @Test func aStudyWithoutASourceSaysSo() throws {
    let bare = try CommittedReleases.changed(Self.id) { $0.header.design.source = DataSource() }
    let page = try #require(
      CommittedReleases.text("\(Self.id)/traits/MIG.md", of: CommittedReleases.site([bare]))
    )
    #expect(page.contains("Results as supplied; their source is not stated."))
  }

  @Test func aPairWithoutTheSuppliedPrimaryResultIsNotTested() throws {
    let id = "MIG.forward"
    let bare = try CommittedReleases.changed(Self.id) { release in
      for index in release.pairs.indices where release.pairs[index].id.rawValue == id {
        release.pairs[index].estimates[0] = MethodOutcome(
          method: release.header.design.settings.primaryMethod,
          notEstimated: NotEstimated(reason: .notInResults)
        )
      }
      for index in release.conclusions.families.indices {
        release.conclusions.families[index].tests.removeAll { $0.pair.rawValue == id }
      }
    }
    let site = try CommittedReleases.site([bare])
    let page = try #require(CommittedReleases.text("\(Self.id)/traits/MIG.md", of: site))
    #expect(page.contains("> Not tested: no result of the primary method was supplied."))
    #expect(page.contains("| Variants used | 10 | 55 |"))
    let front = try #require(CommittedReleases.text("\(Self.id)/index.md", of: site))
    let row = front.split(separator: "\n").first { $0.hasPrefix("| [MIG]") && $0.contains("Forward") }
    #expect(row?.contains("| 10 | OR | no result of the primary method was supplied |") == true)
  }

  @Test func theMethodsPageSaysWhatWasComputedWhere() throws {
    let page = try page("methods.md")
    #expect(page.contains("Of the forward and reverse directions only results were supplied"))
    #expect(!page.contains("## Selecting and harmonising"))
    #expect(!page.contains("simulations, p = (k + 1)"))
  }
}
