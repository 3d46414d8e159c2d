import ReleaseFormat
import Reporting
import StaticSite
import StudyModel
import Testing

@Suite struct STROBEMRChecklistTests {
  private func page(_ id: String, _ change: (inout Release) -> Void = { _ in }) throws -> String {
    let site = try CommittedReleases.site([CommittedReleases.changed(id, change)])
    #expect(LinkChecker.brokenLinks(in: site).isEmpty)
    return try #require(CommittedReleases.text("\(id)/strobe-mr.md", of: site))
  }

  /// The line of the item's table.
  private func line(_ item: STROBEMRItem, of page: String) throws -> Substring {
    try #require(page.split(separator: "\n").first { $0.hasPrefix("| \(item.rawValue) |") })
  }

  @Test func theChecklistHasTwentyItemsEachOnce() throws {
    #expect(Set(STROBEMRItem.allCases.map(\.number)) == Set(1...20))
    let page = try page("bmi-chd")
    for item in STROBEMRItem.allCases {
      #expect(page.split(separator: "\n").count { $0.hasPrefix("| \(item.rawValue) |") } == 1)
    }
    #expect(page.contains("20 items in 42 parts"))
  }

  @Test func whatTheReleaseKnowsIsFilledAndLinked() throws {
    let page = try page("bmi-chd")
    #expect(
      try line(.multipleTesting, of: page).hasSuffix(
        "| ✔ filled | [Families of tests: 3](multiplicity.html) |"
      )
    )
    #expect(try line(.software, of: page).contains("seed 20261124"))
  }

  @Test func whatNobodyWroteIsOpen() throws {
    let page = try page("bmi-chd")
    for item in [STROBEMRItem.ethics, .funding, .conflictsOfInterest, .preregistration] {
      #expect(try line(item, of: page).contains("| **▲ open** |"), "\(item)")
    }
  }

  @Test func theAuthorsWordsStandAsText() throws {
    let page = try page("bmi-chd") { release in
      release.header.design.strobe = [
        STROBEMRAnswer(item: .funding, text: "None | <b>at all</b>"),
        STROBEMRAnswer(item: .software, text: "Also R."),
      ]
    }
    let funding = try line(.funding, of: page)
    #expect(funding.contains("| ✔ author |") && !funding.contains(" <b>"))
    let software = try line(.software, of: page)
    #expect(software.contains("Also R.") && software.contains("(provenance.html#the-release)"))
    #expect(page.contains("2 written by the author"))
  }

  @Test func aStudyOfResultsAloneLeavesOpenWhatNeedsVariants() throws {
    let page = try page("cytokines-diabetic-foot-ulcer")
    for item in [STROBEMRItem.variantSelection, .variantAssociations, .furtherResults, .missingData] {
      #expect(try line(item, of: page).contains("▲ open"), "\(item)")
    }
  }
}
