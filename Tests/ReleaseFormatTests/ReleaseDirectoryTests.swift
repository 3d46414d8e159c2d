import Foundation
import ReleaseFormat
import StudyModel
import Testing

@Suite struct ReleaseDirectoryTests {
  private let folder: TemporaryFolder
  private let release: Release
  private var directory: String { folder.path + "/release" }

  init() throws {
    folder = try TemporaryFolder()
    release = try #require(PopulatedRelease.release)
  }

  @Test func everyFieldSurvives() throws {
    try ReleaseDirectory.write(release, to: directory)
    let loaded = try ReleaseDirectory.read(directory)
    #expect(loaded.release == release)
    let encoded = try ReleaseDirectory.encode(release)
    #expect(loaded.files.map(\.path) == encoded.map(\.path))
    #expect(loaded.files.map(\.bytes) == encoded.map(\.bytes))
    let pairs = ["CRP.forward", "CRP.reverse", "IL6.forward"].map { "pairs/\($0).json" }
    #expect(loaded.files.map(\.path) == ["conclusions.json", "pairs.jsonl"] + pairs + ["release.json"])
  }

  @Test func fixtureFillsEveryOptionalField() {
    var all: Set<String> = []
    var filled: Set<String> = []
    func walk(_ value: Any) {
      let mirror = Mirror(reflecting: value)
      for child in mirror.children {
        let optional = Mirror(reflecting: child.value)
        if optional.displayStyle == .optional, let label = child.label {
          all.insert("\(mirror.subjectType).\(label)")
          guard let inner = optional.children.first else { continue }
          filled.insert("\(mirror.subjectType).\(label)")
          walk(inner.value)
        } else {
          walk(child.value)
        }
      }
    }
    walk(release)
    #expect(all.count > 40)
    #expect(all.subtracting(filled) == [])
  }

  @Test func layoutIsOneVariantALine() throws {
    let file = try #require(
      try ReleaseDirectory.encode(release).first { $0.path == "pairs/CRP.forward.json" }
    )
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(lines.first == "{" && lines.last == "}" && file.bytes.last == 10)
    #expect(lines.count { $0.hasPrefix("    {\"alignment\": \"strand_flipped_and_swapped\"") } == 2)
    #expect(
      lines.contains(
        #"  "flow": {"candidates": 12, "found": 10, "harmonised": 9, "independent": 11, "selected": 11, "used": 8},"#
      )
    )
    #expect(lines.contains { $0.contains(#""neg_log10": 412.0625"#) })
    #expect(lines.contains { $0.contains(#""value": 0.30000000000000004"#) })
    #expect(lines.contains { $0.contains(#""standard_error": 0.3333333333333333, "value""#) })
    let keys = lines.filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first
    }
    #expect(keys == keys.sorted() && keys.count == 23)
  }

  @Test func numberThatIsNotFiniteIsNamed() throws {
    var broken = release
    broken.pairs[0].leaveOneOut[0].shift = .nan
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.write(broken, to: directory) }
    #expect(error?.description.contains("pairs/CRP.forward.json: ") == true)
    #expect(error?.description.contains("leave_one_out[0].shift is nan") == true)
    #expect(try folder.names() == [])
  }

  @Test func replacesARelease() throws {
    try ReleaseDirectory.write(release, to: directory)
    var newer = release
    newer.header.design.title = "Newer"
    try ReleaseDirectory.write(newer, to: directory + "/")
    #expect(try ReleaseDirectory.read(directory).release == newer)
    #expect(try folder.names() == ["release"])
  }

  @Test func makesMissingParents() throws {
    try ReleaseDirectory.write(release, to: folder.path + "/a/b/release")
    #expect(try ReleaseDirectory.read(folder.path + "/a/b/release").release == release)
  }

  @Test func leavesOtherFoldersAlone() throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data("precious".utf8).write(to: URL(fileURLWithPath: directory + "/thesis.txt"))
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.write(release, to: directory) }
    #expect(error?.description.contains("other files in it and no release") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["thesis.txt"])
    #expect(try folder.names() == ["release"])
  }

  @Test func refusesAFileOfThatName() throws {
    try Data("precious".utf8).write(to: URL(fileURLWithPath: directory))
    let error = #expect(throws: InputError.self) { try ReleaseDirectory.write(release, to: directory) }
    #expect(error?.description.contains("is a file") == true)
    #expect(try String(contentsOfFile: directory, encoding: .utf8) == "precious")
  }

  @Test func refusesAPlaceThatCannotBeMade() throws {
    try Data("a file".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
    let error = #expect(throws: InputError.self) {
      try ReleaseDirectory.write(release, to: folder.path + "/file/release")
    }
    #expect(error?.problems.first?.file == folder.path + "/file/release")
    #expect(try folder.names() == ["file"])
  }
}
