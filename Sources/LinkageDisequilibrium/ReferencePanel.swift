import FileReading
import Foundation
import StudyModel

/// People whose genotypes tell which variants go together: a PLINK 1 fileset (.bed, .bim, .fam). The genotypes are
/// mapped into memory, and only those of variants that are asked for are read.
///
/// - SeeAlso: www.cog-genomics.org/plink/1.9/formats, whose layout this follows.
package struct ReferencePanel: Sendable {
  /// The path that the three files share, as the person wrote it.
  package let name: String
  /// Everybody in the .fam.
  package let people: Int
  /// Those whose parents are both unknown; as in PLINK, the others say nothing of linkage disequilibrium.
  package let founders: Int
  /// Lines of the .bim.
  package let variantCount: Int

  let members: PanelMembers
  private let prefix: String
  private let genotypeBytes: Data

  /// Opens the fileset and checks that its parts belong together.
  ///
  /// - Parameters:
  ///   - prefix: where the files lie, without `.bed`, `.bim` and `.fam`.
  ///   - name: the path as the person wrote it, for messages.
  /// - Throws: what is wrong with which of the three.
  package init(prefix: String, name: String) throws(InputError) {
    let members = try PanelMembers(path: prefix + ".fam", name: name + ".fam")
    self.prefix = prefix
    self.name = name
    self.members = members
    people = members.count
    founders = members.founderCount
    variantCount = try VariantLines(path: prefix + ".bim", name: name + ".bim").count()
    genotypeBytes = try Self.map(prefix + ".bed", name: name + ".bed")
    try checkGenotypes()
  }

  /// Gives every line of the .bim in turn, with its index from 0; nothing is held in memory.
  ///
  /// - Throws: what is wrong with a line.
  package func forEachVariant(_ body: (PanelVariant) -> Void) throws(InputError) {
    try VariantLines(path: prefix + ".bim", name: name + ".bim").forEach(body)
  }

  /// The founders' genotypes of the variant.
  package func genotypes(of variant: PanelVariant) -> PanelGenotypes {
    let start = Self.headerSize + variant.index * bytesPerVariant
    let bytes = genotypeBytes[
      genotypeBytes.startIndex + start..<genotypeBytes.startIndex + start + bytesPerVariant
    ]
    return bytes.withUnsafeBytes { PanelGenotypes($0, members: members, chromosome: variant.chromosome) }
  }

  private static let headerSize = 3
  private static let magic: [UInt8] = [0x6C, 0x1B]

  private var bytesPerVariant: Int { (people + 3) / 4 }

  private static func map(_ path: String, name: String) throws(InputError) -> Data {
    do throws(WholeFile.Refusal) {
      try WholeFile(path: path, limit: .max).checkIsFile()
    } catch {
      throw InputError(InputProblem(file: name, summary: error.summary, remedy: error.remedy))
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      let remedy = "check the permissions of the file"
      throw InputError(InputProblem(file: name, summary: "cannot be read", remedy: remedy))
    }
    return data
  }

  private func checkGenotypes() throws(InputError) {
    let file = name + ".bed"
    guard genotypeBytes.prefix(2).elementsEqual(Self.magic), genotypeBytes.count >= Self.headerSize else {
      let summary = "does not begin as a PLINK 1 .bed does"
      throw InputError(
        InputProblem(file: file, summary: summary, remedy: "make it with 'plink --make-bed'")
      )
    }
    guard genotypeBytes[genotypeBytes.startIndex + 2] == 1 else {
      throw InputError(
        InputProblem(
          file: file,
          summary: "holds one person after the other, not one variant after the other",
          remedy: "write it anew with 'plink --make-bed'"
        )
      )
    }
    let expected = Self.headerSize + variantCount * bytesPerVariant
    guard genotypeBytes.count == expected else {
      throw InputError(
        InputProblem(
          file: file,
          summary:
            "has \(genotypeBytes.count) bytes, but \(variantCount) variants in the .bim and \(people) people "
            + "in the .fam take \(expected)",
          remedy: "take the three files of one panel, and copy them whole"
        )
      )
    }
  }
}
