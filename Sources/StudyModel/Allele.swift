/// One allele of a variant: upper-case bases, or the insertion/deletion codes `I` and `D` that some files use.
package struct Allele: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  package let rawValue: String

  /// Takes bases (`A`, `C`, `G`, `T`) in either case, or a lone `I` or `D`; nil for anything else.
  package init?(rawValue: String) {
    let upper = rawValue.uppercased()
    guard !upper.isEmpty else { return nil }
    guard upper == "I" || upper == "D" || upper.utf8.allSatisfy(Self.isBase) else { return nil }
    self.rawValue = upper
  }

  package var description: String { rawValue }

  /// The same allele read from the other strand: reversed and complemented; `I` and `D` stay as they are.
  package var reverseComplement: Allele {
    guard !isIndelCode else { return self }
    return Allele(unchecked: String(decoding: rawValue.utf8.reversed().map(Self.complement), as: UTF8.self))
  }

  /// `I` or `D`: which of the two alleles is the longer one, without its bases.
  package var isIndelCode: Bool { rawValue == "I" || rawValue == "D" }

  /// One base.
  package var isSingleBase: Bool { rawValue.utf8.count == 1 && !isIndelCode }

  private init(unchecked rawValue: String) { self.rawValue = rawValue }

  private static func isBase(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"): true
    default: false
    }
  }

  private static func complement(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A"): UInt8(ascii: "T")
    case UInt8(ascii: "T"): UInt8(ascii: "A")
    case UInt8(ascii: "C"): UInt8(ascii: "G")
    case UInt8(ascii: "G"): UInt8(ascii: "C")
    default: byte
    }
  }
}
