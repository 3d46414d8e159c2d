import Foundation
import ReleaseFormat
import StudyModel
import Testing

@Suite struct LargeReleaseTests {
  /// m·p for Bonferroni; every p is the same, so that Benjamini and Hochberg leave it.
  private func release(_ count: Int) throws -> Release {
    let value = PValue(1e-6)
    return try LargeRelease.release(Array(repeating: value, count: count)) { _, test in
      test.bonferroni = PValue(min(1, 1e-6 * Double(count)))
      test.benjaminiHochberg = value
    }
  }

  @Test func hundredsOfPairsAreReadAsTheyWereWritten() throws {
    let (release, folder) = (try release(800), try TemporaryFolder())
    try ReleaseDirectory.write(release, to: folder.path + "/r")
    #expect(try ReleaseDirectory.read(folder.path + "/r").release == release)
  }
}
