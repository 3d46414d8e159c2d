import Foundation
import Reporting
import StaticSite
import StudyModel
import Testing

/// Pages of a study whose instruments were selected from genome-wide files that were simulated.
struct GenomeWidePagesTests {
  private static let shared = Result { try CommittedReleases.site([CommittedReleases.genomeWide()]) }

  private func page(_ name: String) throws -> String {
    try #require(CommittedReleases.text("bmi-chd/\(name)", of: try Self.shared.get()))
  }

  @Test func templatesAndModelsHaveTheSameKeys() throws {
    let templates = try CommittedReleases.templates()
    let site = try StudySite([try CommittedReleases.genomeWide()], templates: templates)
    for (name, value) in try site.models() {
      let missing = try TemplateKeys.missing(in: value, template: name, of: templates)
      #expect(missing.isEmpty, "\(name): \(missing)")
    }
    #expect(LinkChecker.brokenLinks(in: try Self.shared.get()).isEmpty)
  }

  @Test func everyPageSaysThatItIsSimulated() throws {
    let pages = try Self.shared.get().files.filter {
      $0.path.hasPrefix("bmi-chd/") && $0.path.hasSuffix(".html")
    }
    #expect(pages.count == 10)
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.contains("<strong>Simulated data.</strong>"), "\(page.path)")
    }
    let library = try #require(CommittedReleases.text("index.md", of: try Self.shared.get()))
    #expect(
      library.hasPrefix("> **Simulated data.**") && library.contains("**Simulated data** (design “planted”)")
    )
    #expect(try page("published.md").contains("The published estimates on this page are not"))
  }

  @Test func realStudiesHaveNoBanner() throws {
    let pages = try CommittedReleases.wholeSite.get().files.filter { $0.path.hasSuffix(".html") }
    #expect(!pages.contains { String(decoding: $0.bytes, as: UTF8.self).contains("Simulated data") })
  }

  @Test func besideRealStudiesASimulatedOneIsMarked() throws {
    let releases = [try CommittedReleases.genomeWide(), try CommittedReleases.load("immune-osteomyelitis")]
    let text = try #require(CommittedReleases.text("index.md", of: try CommittedReleases.site(releases)))
    #expect(!text.hasPrefix("> **Simulated data.**"))
    #expect(text.components(separatedBy: "**Simulated data** (design").count == 2)
  }

  @Test func theTruthStandsBesideTheEstimate() throws {
    let trait = try page("traits/BMI.md")
    // exp 0.4 is 1.49, and the interval of IVW is 1.39 to 1.75.
    #expect(trait.contains("**Truth of the simulation: OR 1.49** per SD"))
    #expect(
      trait.contains(
        "The interval holds it. Behind the estimate stand 79 variants: 1 real and 78 on no locus"
      )
    )
    let front = try page("index.md")
    #expect(front.contains("(design “planted”, seed 7)"))
    #expect(front.contains("Of 1 pairs without an effect"))
    #expect(front.contains("| forward | 1.49 | 1.56 (1.39–1.75) |"))
  }

  @Test func clumpsAreListedByTheirLeads() throws {
    let trait = try page("traits/BMI.md")
    #expect(
      trait.contains("Left out: 18 clumped with a stronger variant; 79 independent: leads of their clumps.")
    )
    #expect(trait.contains("The threshold was relaxed: p < 5 × 10⁻⁸ left too few instruments"))
    #expect(trait.contains("18 go with a stronger variant"))
    #expect(trait.contains("- **rs1000940** stands for 12: rs90 (0.25), rs91 (0.25)"))
    #expect(trait.contains("and 4 more"))
    #expect(trait.contains("associated with a confounder: Smoking, p"))
    #expect(
      trait.contains("outcome: proxy rs55 (A/G), r² = 0.93; also associated with coronary heart disease")
    )
    #expect(trait.contains("exposure: standard error from β and p"))
    #expect(trait.contains("not in the reference panel: independence not checked"))
  }

  @Test func aLongListOfExclusionsIsCutAndCounted() throws {
    let release = try CommittedReleases.genomeWide { release in
      let row = release.pairs[0].exclusions.last
      release.pairs[0].exclusions += (0..<300).compactMap { _ in row }
    }
    let site = try CommittedReleases.site([release])
    let trait = try #require(CommittedReleases.text("bmi-chd/traits/BMI.md", of: site))
    #expect(trait.contains("319 excluded") && trait.contains("101 more stand in the [release file]"))
  }

  @Test func theMethodsPageTellsHowInstrumentsWereChosen() throws {
    let page = try page("methods.md")
    for part in [
      "genome-wide file with p < 5 × 10⁻⁸. Where fewer than 3 instruments were left, 5 × 10⁻⁶ were tried",
      "so it was for body mass index", "minor allele frequency at least 1%",
      "at least 10 minor alleles expected",
      "F at least 10;", "imputation quality at least 0.8",
      "(the default, for coronary heart disease is a disease",
      "within the window about the trait’s gene", "not in 8:1,000–2,000 (GRCh37)",
      "all with r² ≥ 0.001 to it within 10,000 kb", "in 489 people with 15,000 variants (panel/EUR)",
      "**The panel is small for this threshold**: of 2,000 pairs of variants on different chromosomes 55% reach r² ≥ 0.001",
      "left out and listed", "**Left out by name**, with the signal that they lead: rs12075",
      "leads that confounders.tsv associates with another trait at p < 5 × 10⁻⁸",
      "r² ≥ 0.8 to it within 500 kb",
      "**Steiger filter**", "Of 4 candidates the frequency is unknown",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("Not done here"))
  }

  @Test func withoutAPanelTheMethodsPageSaysItLoudly() throws {
    let release = try CommittedReleases.genomeWide { release in
      release.header.panel = nil
      release.header.design.settings.selection?.withoutPanel = .distance
    }
    let site = try CommittedReleases.site([release])
    let page = try #require(CommittedReleases.text("bmi-chd/methods.md", of: site))
    #expect(page.contains("**No panel was at hand: independence was not checked.**"))
    #expect(!page.contains("**Clumping** as PLINK"))
  }

  @Test func provenanceCountsWhatCouldNotBeRead() throws {
    let page = try page("provenance.md")
    #expect(page.contains("| Body mass index | 5 × 10⁻⁶ (after 5 × 10⁻⁸ left too few) | 99 |"))
    #expect(page.contains("2 in the extended HLA region; 18 clumped with a stronger variant | 79 |"))
    #expect(
      page.contains(
        "| bmi.txt.gz | GRCh37 | standard error from β and p | 3; 3 p is not from 0 to 1 (lines 1,234)"
      )
    )
    #expect(page.contains("7 of other models"))
    #expect(page.contains("panel/EUR: 503 people, 489 of them founders, 15,000 variants, build GRCh37."))
  }

  @Test func publishedEstimatesStandApart() throws {
    let page = try page("published.md")
    #expect(page.contains("| Body mass index | Forward | IVW | odds ratio | 0.31 | 0.13 to 0.74 | 0.009 |"))
    #expect(
      page.contains(
        "| 0.009 | 0.0083 (0.0060 to 0.011) | yes | 0.37 (41 tests), not below the level | 3.47 or 0.289 |"
      )
    )
    #expect(page.contains("Nobody \\| 2020") || page.contains("Nobody | 2020"))
    #expect(try !page.contains("1.56"))
  }
}
