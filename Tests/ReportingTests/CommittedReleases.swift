import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel

/// The real releases that the project carries, and sites made of them.
enum CommittedReleases {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func load(_ study: String) throws -> LoadedRelease {
    try ReleaseDirectory.read(root.appending(path: "data/releases/\(study)").path)
  }

  static func all() throws -> [LoadedRelease] {
    try [load("bmi-chd"), load("cytokines-diabetic-foot-ulcer"), load("immune-osteomyelitis")]
  }

  /// The site of all three, rendered once for every test that only reads it.
  static let wholeSite = Result { try site(all()) }

  /// That of the study of results alone.
  static let cytokineSite = Result { try site([load("cytokines-diabetic-foot-ulcer")]) }

  static func templates() throws -> TemplateLibrary {
    try TemplateLibrary.directory(root.appending(path: "templates").path)
  }

  static func site(_ releases: [LoadedRelease], traits: [TraitID]? = nil) throws -> Site {
    try StudySite(releases, templates: templates(), traits: traits).build()
  }

  /// The text of one page of a site.
  static func text(_ path: String, of site: Site) -> String? {
    site.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// The release with other names in it, encoded anew.
  static func changed(_ study: String, _ change: (inout Release) -> Void) throws -> LoadedRelease {
    var release = try load(study).release
    change(&release)
    return LoadedRelease(release: release, files: try ReleaseDirectory.encode(release))
  }
}

extension StudySite {
  /// Of releases in memory.
  init(
    _ releases: [LoadedRelease],
    templates: TemplateLibrary,
    traits: [TraitID]? = nil,
    since: [WrittenComparison] = []
  ) throws {
    let sources = try releases.map { try ReportSource(OpenRelease($0.release)) }
    self.init(sources, templates: templates, traits: traits, since: since)
  }
}
