import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel
import Testing

@Suite struct DownloadFilesTests {
  private static func site(_ change: (inout Release) -> Void = { _ in }) throws -> Site {
    try CommittedReleases.site([CommittedReleases.changed("immune-osteomyelitis", change)])
  }

  private static func file(_ name: String, _ change: (inout Release) -> Void = { _ in }) throws -> String {
    try #require(CommittedReleases.text("immune-osteomyelitis/\(name)", of: site(change)))
  }

  private struct Results: Decodable {
    struct Pair: Decodable {
      let pair: String
      let primary: Primary?
      let page: String
      let file: String
    }

    struct Primary: Decodable {
      let beta: Double
      let standardError: Double

      enum CodingKeys: String, CodingKey {
        case beta
        case standardError = "standard_error"
      }
    }

    let version: Int
    let pairs: [Pair]
  }

  private static func results(of site: Site) throws -> Results {
    let text = try #require(CommittedReleases.text("immune-osteomyelitis/results.json", of: site))
    return try JSONDecoder().decode(Results.self, from: Data(text.utf8))
  }

  @Test func resultsHaveEveryPairWithTheNumbersOfTheRelease() throws {
    let release = try CommittedReleases.load("immune-osteomyelitis").release
    let results = try Self.results(of: Self.site())
    #expect(results.version == 1)
    #expect(results.pairs.map(\.pair).sorted() == release.pairs.map(\.id.rawValue).sorted())
    for pair in results.pairs {
      let result = try #require(release.pairs.first { $0.id.rawValue == pair.pair })
      let expected = result.primaryEstimate(release.header.design.settings.primaryMethod)
      #expect(pair.primary?.beta == expected?.estimate.value)
      #expect(pair.primary?.standardError == expected?.estimate.standardError)
    }
  }

  @Test func resultsSayWhereThePageAndTheFileAre() throws {
    let site = try Self.site()
    let paths = Set(site.files.map(\.path))
    for pair in try Self.results(of: site).pairs {
      for path in [pair.page, pair.file] { #expect(paths.contains("immune-osteomyelitis/\(path)")) }
    }
  }

  private static let awkward = "50% of \"cells\" & {CRP}_1 \\ #2\n$x$"

  @Test func bibTeXEscapesWhatTeXWouldTakeForCommands() throws {
    let text = try Self.file("citation.bib") { $0.header.design.title = Self.awkward }
    #expect(
      text.contains(
        "title = {{50\\% of \"cells\" \\& \\{CRP\\}\\_1 \\textbackslash{} \\#2 \\$x\\$}}"
      )
    )
    let unescaped = text.replacing("\\{", with: "").replacing("\\}", with: "")
    #expect(unescaped.count { $0 == "{" } == unescaped.count { $0 == "}" })
  }

  @Test func theCitationFileQuotesWhatYAMLWouldTakeForItsOwn() throws {
    let text = try Self.file("CITATION.cff") { $0.header.design.title = Self.awkward }
    #expect(text.contains("title: \"50% of \\\"cells\\\" & {CRP}_1 \\\\ #2\\u000A$x$\"\n"))
    #expect(text.hasPrefix("cff-version: 1.2.0\n"))
  }

  /// The rows of a table by its columns; a table of tab-separated text.
  private static func rows(_ name: String, of site: Site) throws -> [[String: String]] {
    let text = try #require(CommittedReleases.text("immune-osteomyelitis/tables/\(name).tsv", of: site))
    let lines = text.split(separator: "\n").map { $0.components(separatedBy: "\t") }
    let head = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(zip(head, $0)) { first, _ in first } }
  }

  @Test func theTablesOfChecksAndKeyFiguresHaveTheNumbersOfTheRelease() throws {
    let release = try CommittedReleases.load("immune-osteomyelitis").release
    let site = try Self.site()
    let checks = try Self.rows("checks", of: site)
    let appraisals = try #require(release.conclusions.appraisals)
    #expect(checks.count == appraisals.map(\.checks.count).reduce(0, +))
    for appraisal in appraisals {
      let own = checks.filter { $0["pair"] == appraisal.pair.rawValue }
      #expect(own.map { $0["check"] } == appraisal.checks.map(\.id.rawValue))
      #expect(own.map { $0["number"] } == appraisal.checks.map { $0.number.map { "\($0)" } ?? "NA" })
      #expect(own.allSatisfy { $0["verdict"] == appraisal.verdict.rawValue })
      #expect(own.filter { $0["weighs_most"] == "yes" }.count == appraisal.gravest.count)
    }
    let figures = try Self.rows("key_figures", of: site)
    let steiger = try Self.rows("steiger", of: site)
    let leftOut = try Self.rows("leave_one_out", of: site)
    for pair in release.pairs {
      func own(_ rows: [[String: String]]) -> [[String: String]] {
        rows.filter { $0["pair"] == pair.id.rawValue }
      }
      let figure = try #require(own(figures).first)
      #expect(figure["mean_f"] == pair.strength.map { "\($0.meanF)" } ?? "NA")
      #expect(
        figure["detectable_effect"] == (pair.further?.power?.analysis).map { "\($0.detectable)" } ?? "NA"
      )
      #expect(own(steiger).count == pair.steiger.variants.count + 1)
      #expect(own(steiger).first?["variant"] == "NA")
      #expect(
        own(steiger).dropFirst().map { $0["r_squared_exposure"] }
          == pair.steiger.variants.map { $0.test.map { "\($0.exposureRSquared)" } ?? "NA" }
      )
      let influence = pair.further?.influence ?? []
      for row in own(leftOut) {
        let expected = influence.first { $0.variant == row["left_out"] }
        #expect(row["cooks_distance"] == expected.map { "\($0.cooksDistance)" } ?? "NA")
      }
    }
    #expect(figures.count == release.pairs.count)
    #expect(leftOut.contains { $0["cooks_distance"] != "NA" })
  }

  @Test func anInstrumentStandsOnceForEachExposure() throws {
    let release = try CommittedReleases.load("immune-osteomyelitis").release
    let page = try Self.file("instruments.md")
    let keys = Set(
      release.pairs.flatMap { pair in
        pair.variants.map { "\(pair.exposure) \($0.variant.id) \($0.exposure)" }
      }
    )
    #expect(page.split(separator: "\n").count { $0.contains("| rs") } == keys.count)
    #expect(page.contains("\(keys.count) instruments of 12 exposures"))
  }

  @Test func aWeakInstrumentIsMarked() throws {
    let page = try Self.file("instruments.md") { release in
      for index in release.pairs.indices where !release.pairs[index].variants.isEmpty {
        release.pairs[index].variants[0].fStatistic = 4.2
        break
      }
    }
    #expect(page.contains("**1 below 10**, marked") && page.contains("| ⚠ **4.2** |"))
  }

  @Test func manyInstrumentsHavePagesOfTheirOwn() throws {
    let site = try Self.site { release in
      guard let index = release.pairs.firstIndex(where: { !$0.variants.isEmpty }) else { return }
      let variant = release.pairs[index].variants[0]
      release.pairs[index].variants += (0..<1200).map { number in
        var copy = variant
        copy.variant.id = "rs99\(number)"
        return copy
      }
    }
    let pages = (1...3).compactMap { number in
      CommittedReleases.text(
        "immune-osteomyelitis/instruments\(number == 1 ? "" : "-\(number)").md",
        of: site
      )
    }
    #expect(pages.count == 3)
    #expect(pages.map { $0.split(separator: "\n").count { $0.contains("| rs") } } == [500, 500, 372])
    #expect(pages[1].contains("Instruments 501 to 1,000 of 1,372"))
    #expect(LinkChecker.brokenLinks(in: site).isEmpty)
  }

  @Test func everyFamilyHasItsTestsTheSmallestPFirst() throws {
    let release = try CommittedReleases.load("immune-osteomyelitis").release
    let page = try Self.file("multiplicity.md")
    for family in release.conclusions.families {
      let section = try #require(
        page.components(separatedBy: "## Family “\(family.id)”").last?.components(separatedBy: "\n## ").first
      )
      #expect(section.split(separator: "\n").count { $0.hasPrefix("| [") } == family.tests.count)
      let smallest = try #require(family.tests.min { $0.pValue < $1.pValue })
      let first = try #require(section.split(separator: "\n").first { $0.hasPrefix("| [") })
      #expect(first.contains("traits/\(smallest.pair.rawValue.split(separator: ".")[0]).html"))
    }
  }
}
