import ReleaseFormat
import StudyModel

/// Which file of the newer release stands for which of the older one: that of the same path; otherwise that of the same
/// role and trait, in their order, for a data release changes the names of its files.
struct InputMatching {
  let old: [InputFile]
  let new: [InputFile]
  let traitNames: [TraitID: TraitID]

  /// Facts of both releases' files under the newer one's paths, where it has the file.
  func facts() throws(InputError) -> (old: [Fact], new: [Fact]) {
    var names: [String: String] = [:]
    var unmatched: [Slot: [String]] = [:]
    let paths = Set(old.map(\.id))
    for file in new where !paths.contains(file.id) {
      unmatched[Slot(file, trait: file.trait), default: []].append(file.id)
    }
    let newPaths = Set(new.map(\.id))
    for file in old where !newPaths.contains(file.id) {
      let slot = Slot(file, trait: file.trait.map { traitNames[$0] ?? $0 })
      guard let name = unmatched[slot]?.first else { continue }
      unmatched[slot]?.removeFirst()
      names[file.id] = name
    }
    return (try Self.facts(old) { names[$0] ?? $0 }, try Self.facts(new) { $0 })
  }

  private struct Slot: Hashable {
    var role: InputFile.Role
    var trait: TraitID?

    init(_ file: InputFile, trait: TraitID?) {
      role = file.role
      self.trait = trait
    }
  }

  private static func facts(
    _ files: [InputFile],
    name: (String) -> String
  ) throws(InputError) -> [Fact] {
    var facts: [Fact] = []
    for file in files {
      let name = name(file.id)
      facts.append(Fact(.input, name, code: file.sha256, [.count("rows", file.rows)]))
      var rest = file
      (rest.id, rest.sha256, rest.rows, rest.trait) = ("", "", 0, nil)
      let token = try ModelCoding.encode(rest, file: "release.json")
      let text = String(decoding: JSONLayout.line(token).dropLast(), as: UTF8.self)
      facts.append(Fact(.reading, name, code: text))
    }
    return facts
  }
}
