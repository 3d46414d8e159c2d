import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import Testing

/// Pages of a release that an older version wrote, which had neither modes nor MR-PRESSO nor Steiger's test.
struct OlderReleasePagesTests {
  private static let shared = Result {
    let path = CommittedReleases.root.appending(path: "Tests/ReleaseFormatTests/Fixtures/release-v1").path
    return try CommittedReleases.site([ReleaseDirectory.read(path)])
  }

  private func pages(_ ending: String) throws -> [String] {
    let pages = try Self.shared.get().files.filter { $0.path.hasSuffix(ending) }
    return pages.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func theMethodsPageClaimsOnlyWhatWasDone() throws {
    let page = try #require(try pages("/methods.md").first)
    for word in ["PRESSO", "Steiger", "mode", "φ"] { #expect(!page.contains(word), "\(word)") }
    #expect(page.contains("Cochran’s Q"))
  }

  @Test func theProvenancePageHasNoSettingsOfWhatWasNotRun() throws {
    let page = try #require(try pages("/provenance.md").first)
    #expect(!page.contains("MR-PRESSO simulations") && !page.contains("Mode bandwidth"))
    #expect(page.contains("| Significance level | 0.05 |"))
  }

  @Test func aTraitsPageSaysWhatWasNotRun() throws {
    let page = try #require(
      try Self.shared.get().files.first { $0.path.contains("/traits/") && $0.path.hasSuffix(".md") }
    )
    #expect(
      String(decoding: page.bytes, as: UTF8.self).contains("Not run by the version that made this release.")
    )
    #expect(LinkChecker.brokenLinks(in: try Self.shared.get()).isEmpty)
  }
}
