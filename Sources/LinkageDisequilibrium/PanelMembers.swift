import FileReading
import StudyModel

/// The people of a panel, in the order of the .fam.
struct PanelMembers: Sendable {
  let count: Int
  let founderCount: Int
  /// A bit a person, 64 to a word, the first in the lowest bit: founders, and founders that are men.
  let founders: [UInt64]
  let men: [UInt64]

  private static let largestFile = 1 << 30

  /// - Throws: what is wrong with the file, and with its first line that is no person.
  init(path: String, name: String) throws(InputError) {
    let bytes: [UInt8]
    do throws(WholeFile.Refusal) {
      bytes = try WholeFile(path: path, limit: Self.largestFile).bytes()
    } catch {
      throw InputError(InputProblem(file: name, summary: error.summary, remedy: error.remedy))
    }
    var count = 0
    var founders: [UInt64] = []
    var men: [UInt64] = []
    for (line, content) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let fields = content.split { $0 <= UInt8(ascii: " ") }
      if fields.isEmpty { continue }
      guard fields.count >= 5 else {
        throw InputError(
          InputProblem(
            file: name,
            line: line + 1,
            summary: "the line has \(fields.count) fields, not 6",
            remedy: "a .fam has family, person, father, mother, sex and phenotype"
          )
        )
      }
      if count % 64 == 0 {
        founders.append(0)
        men.append(0)
      }
      let zero = [UInt8(ascii: "0")]
      let bit: UInt64 = 1 << UInt64(count % 64)
      if fields[2].elementsEqual(zero), fields[3].elementsEqual(zero) {
        founders[count / 64] |= bit
        if fields[4].elementsEqual([UInt8(ascii: "1")]) { men[count / 64] |= bit }
      }
      count += 1
    }
    self.count = count
    self.founders = founders
    self.men = men
    founderCount = founders.reduce(0) { $0 + $1.nonzeroBitCount }
    guard founderCount > 0 else {
      let summary = count == 0 ? "names nobody" : "holds nobody without parents in the panel"
      let remedy = "take a panel of unrelated people"
      throw InputError(InputProblem(file: name, summary: summary, remedy: remedy))
    }
  }
}
