import StudyModel

/// What a file calls a variant.
package enum VariantNames {
  /// The names in a list such as `rs1,rs2` or `rs1;rs2`, without empty and missing ones.
  static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" }.map(String.init).filter { $0 != "." && $0 != "NA" }
  }

  /// Whether the name is one of dbSNP's, which every file shares.
  static func isRSID(_ name: some StringProtocol) -> Bool {
    let bytes = name.utf8
    guard bytes.count > 2, name.hasPrefix("rs") || name.hasPrefix("RS") else { return false }
    return bytes.dropFirst(2).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Chromosome and position of a name such as `11:120148567_A_T`, `chr1:123:A:G` or `1_123_C_T`.
  package static func place(_ name: String) -> (chromosome: String, position: Int)? {
    let parts = name.split { ":_-".contains($0) }
    guard parts.count >= 2, let position = Int(parts[1]), position > 0 else { return nil }
    let chromosome = ChromosomeName.normalised(parts[0])
    guard chromosomes.contains(chromosome) else { return nil }
    return (chromosome, position)
  }

  private static let chromosomes = Set((1...22).map(String.init) + ["X", "Y", "MT"])

  /// The name of a variant that the file gives none: `6:31234:A:G`, other allele first.
  static func composed(_ chromosome: String, _ position: Int, _ other: Allele?, _ effect: Allele?) -> String {
    ([chromosome, "\(position)"] + [other, effect].compactMap { $0?.rawValue }).joined(separator: ":")
  }
}
