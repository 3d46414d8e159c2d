import Foundation
import Testing

@Suite struct OutputPlaceTests {
  private let folder: SampleStudyFolder
  private var release: String { "\(folder.path)/release" }

  init() throws {
    folder = try SampleStudyFolder()
    #expect(try CommandRun.mrreport(["analyse", folder.study, "--release", release]).code == 0)
  }

  private func expectRefused(_ arguments: [String], mentions text: String) throws {
    let before = folder.files(below: ".")
    let run = try CommandRun.mrreport(arguments)
    #expect(run.code == 65, "\(run.errors)")
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(folder.files(below: ".") == before)
  }

  @Test func aSiteInsideItsReleaseIsRefused() throws {
    try expectRefused(
      ["render", "--release", release, "--output", "\(release)/site"],
      mentions: "lies inside the release"
    )
    try expectRefused(
      ["render", "--release", release, "--output", "\(folder.path)/x/../release"],
      mentions: "is the release"
    )
    try expectRefused(
      ["render", "--release", "\(release)/", "--output", folder.path],
      mentions: "has inside it the release"
    )
    try expectRefused(
      ["build", folder.study, "--output", "\(release)/deep/site"],
      mentions: "lies inside the release"
    )
  }

  @Test func linksAreFollowed() throws {
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: release)
    try expectRefused(
      ["render", "--release", release, "--output", "\(link)/new/site"],
      mentions: "lies inside the release"
    )
    try expectRefused(
      ["render", "--release", link, "--output", "\(release)/site"],
      mentions: "lies inside the release"
    )
  }

  @Test func aNameThatOnlyBeginsAlikeIsAnotherPlace() throws {
    let run = try CommandRun.mrreport(["render", "--release", release, "--output", "\(release)-site"])
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test func nothingIsWrittenIntoASite() throws {
    let site = folder.output
    #expect(try CommandRun.mrreport(["render", "--release", release, "--output", site]).code == 0)
    try expectRefused(
      ["analyse", folder.study, "--release", site],
      mentions: "is a site that mrreport wrote"
    )
    try expectRefused(
      ["analyse", folder.study, "--release", "\(site)/s/new"],
      mentions: "lies inside the site"
    )
    try expectRefused(
      ["render", "--release", release, "--output", "\(site)/sub"],
      mentions: "lies inside the site"
    )
    try expectRefused(
      ["render", "--release", "\(site)/s/release", "--output", site],
      mentions: "has inside it the release"
    )
  }

  @Test func aReleaseOfAnotherStudyIsNotReplaced() throws {
    let other = try SampleStudyFolder(id: "other")
    try expectRefused(
      ["analyse", other.study, "--release", release],
      mentions: "holds the release of study s; choose another folder"
    )
  }
}
