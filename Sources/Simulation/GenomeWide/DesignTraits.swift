import FileReading
import StudyModel

/// The table of a design's traits: id, n, file, real and chance, tab-separated, with a header.
struct DesignTraits {
  /// As a person would name it.
  private let path: String

  private static let header = ["id", "n", "file", "real", "chance"]
  private static let largestFile = 1 << 24

  /// - Parameters:
  ///   - path: of the design.
  ///   - name: of the table, relative to it.
  init(path: String, name: String) {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    self.path = name.hasPrefix("/") ? name : folder + name
  }

  /// - Throws: what is wrong with the file, or with each of its lines.
  func read() throws(InputError) -> [TraitDesign] {
    let bytes: [UInt8]
    do throws(WholeFile.Refusal) {
      bytes = try WholeFile(path: path, limit: Self.largestFile).bytes()
    } catch {
      throw InputError(InputProblem(file: path, summary: error.summary, remedy: error.remedy))
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard lines.first == Self.header else {
      let summary = "the first line is not \(Self.header.joined(separator: ", "))"
      throw InputError(
        InputProblem(file: path, line: 1, summary: summary, remedy: "begin the table so, with tabs between")
      )
    }
    var problems: [InputProblem] = []
    var seen: Set<String> = []
    let traits = lines.enumerated().dropFirst().compactMap { index, fields -> TraitDesign? in
      guard let trait = trait(fields), seen.insert(trait.id.rawValue).inserted else {
        problems.append(
          InputProblem(
            file: path,
            line: index + 1,
            summary: "the line is no trait, or one that stood before",
            remedy: "give an id, people, the name of its file, and the numbers of real loci and chance hits"
          )
        )
        return nil
      }
      return trait
    }
    guard problems.isEmpty else { throw InputError(problems) }
    return traits
  }

  private func trait(_ fields: [String]) -> TraitDesign? {
    guard fields.count == Self.header.count, let id = TraitID(rawValue: fields[0]),
      let people = Int(fields[1]),
      people >= 10, !fields[2].isEmpty, !fields[2].contains("/"), !fields[2].hasPrefix("."),
      let real = Int(fields[3]), let chance = Int(fields[4]), (0...10_000).contains(real),
      (0...10_000).contains(chance)
    else { return nil }
    return TraitDesign(id: id, people: people, file: fields[2], loci: LocusDesign(real: real, chance: chance))
  }
}
