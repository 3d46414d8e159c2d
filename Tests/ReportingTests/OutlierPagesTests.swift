import Foundation
import Reporting
import StaticSite
import StudyModel
import Testing

/// MR-PRESSO and Steiger's test on the page of body mass index, whose numbers the analysis tests hold to references.
struct OutlierPagesTests {
  private let page: String
  private let site: Site

  init() throws {
    site = try CommittedReleases.wholeSite.get()
    page = try #require(CommittedReleases.text("bmi-chd/traits/BMI.md", of: site))
  }

  @Test func theGlobalTestHasItsPWithItsMonteCarloError() {
    #expect(
      page.contains(
        "Residual sum of squares 147.3; global p = 1 × 10⁻⁴, Monte-Carlo error 0.0001 with 10,000"
      )
    )
  }

  @Test func outliersAreNamedMarkedAndRinged() throws {
    #expect(page.contains("Outliers once all 79 variants are counted (Bonferroni): rs6713510 and rs7903146."))
    let rows = page.split(separator: "\n").filter { $0.contains("**outlier**") }
    #expect(rows.count == 2 && rows.allSatisfy { $0.contains("⚠") })
    for figure in ["scatter", "funnel", "variants"] {
      let data = try #require(CommittedReleases.text("bmi-chd/figures/BMI.forward-\(figure).tsv", of: site))
      let head = try #require(data.split(separator: "\n").first).split(separator: "\t")
      let column = try #require(head.firstIndex(of: "outlier"))
      let ringed = data.split(separator: "\n").dropFirst().filter {
        $0.split(separator: "\t", omittingEmptySubsequences: false)[column] == "yes"
      }
      #expect(ringed.count == 2, "\(figure)")
    }
  }

  @Test func theEstimateWithoutOutliersStandsAmongTheMethods() {
    #expect(page.contains("Without them: OR 1.62 (1.46–1.79), p = 5 × 10⁻²¹."))
    let data = CommittedReleases.text("bmi-chd/figures/BMI.forward-methods.tsv", of: site) ?? ""
    #expect(data.contains("MR-PRESSO, 2 outliers out"))
  }

  @Test func anIntervalThatReachesZeroByConstructionSaysSo() {
    #expect(
      page.contains("95% bootstrap interval −19.7 to 0 (Monte-Carlo error of the other bound 0.2 points;")
    )
    #expect(page.contains("with 2 outliers there are many: the interval reaches 0 by construction."))
    #expect(!page.contains("0 points"))
  }

  @Test func anOutlierIsATagAndNoMovedConclusion() throws {
    let rows = page.split(separator: "\n").filter { $0.contains("(MR-PRESSO outlier)") }
    #expect(rows.count == 2)
    #expect(rows.contains { $0.contains("| none (MR-PRESSO outlier) |") })
    #expect(page.contains("79 rows; none is an alarm."))
  }

  @Test func oneTestIsAdjustedForNothing() throws {
    #expect(!page.contains("Adjusted for 1 test"))
    let front = try #require(CommittedReleases.text("bmi-chd/index.md", of: site))
    #expect(!front.contains("Before adjustment") && !front.contains("1 traits"))
    #expect(front.contains("## Forward: body mass index → coronary heart disease"))
    #expect(!site.files.contains { $0.path.hasPrefix("bmi-chd/figures/grid") })
  }

  @Test func aPairTooSmallForTheTestSaysSo() throws {
    let rest = try #require(page.components(separatedBy: "### Reverse: MR-PRESSO\n").dropFirst().first)
    #expect(rest.drop { $0 == "\n" }.hasPrefix("Needs 4 variants."))
  }

  @Test func steigersTestGivesSharesNoiseAndVerdict() {
    #expect(page.contains("as they should if body mass index comes first."))
    #expect(page.contains("from noise alone"))
    #expect(page.contains("Sensitivity ratio"))
  }
}
