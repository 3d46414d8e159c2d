/// The one spelling of a chromosome that files agree in once they are read.
package enum ChromosomeName {
  /// The ways in which files write a chromosome that is normalised.
  package static func spellings(of chromosome: String) -> [String] {
    let numbers = ["X": ["23"], "Y": ["24"], "MT": ["M", "26"]][chromosome] ?? []
    let padded = chromosome.count == 1 && chromosome.allSatisfy(\.isNumber) ? ["0" + chromosome] : []
    let plain = [chromosome] + numbers + padded
    return plain + plain.map { "chr" + $0 }
  }

  /// Without `chr` and leading zeros, in upper case; PLINK's 23 and 25 are `X`, 24 is `Y`, 26 and `M` are `MT`.
  package static func normalised(_ text: some StringProtocol) -> String {
    let upper = text.uppercased()
    let plain = upper.hasPrefix("CHR") ? upper.dropFirst(3) : upper[...]
    let short = plain.count > 1 ? plain.drop { $0 == "0" } : plain
    switch short {
    case "23", "25", "XY", "PAR1", "PAR2": return "X"
    case "24": return "Y"
    case "26", "M": return "MT"
    default: return String(short)
    }
  }
}
