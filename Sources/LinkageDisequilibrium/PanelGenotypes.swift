/// One variant's genotypes of the panel's founders, as three sets of people: those with two copies of A1, those with
/// one, and those with none. Who is in none of them has no genotype.
package struct PanelGenotypes: Hashable, Sendable {
  /// A bit a person, 64 to a word.
  let twoCopies: [UInt64]
  let oneCopy: [UInt64]
  let noCopy: [UInt64]
  /// Men, on chromosome X, and everybody on Y and MT: they carry one haplotype. Nil where all carry two.
  let haploid: [UInt64]?
  /// Who counts.
  private let founders: [UInt64]

  /// - Parameter bytes: of the .bed: four people a byte, the first in the lowest two bits.
  init(_ bytes: UnsafeRawBufferPointer, members: PanelMembers, chromosome: String) {
    var two = [UInt64](repeating: 0, count: members.founders.count)
    var one = two
    var none = two
    for word in members.founders.indices {
      var (low, high): (UInt64, UInt64) = (0, 0)
      for part in 0..<16 {
        let place = word * 16 + part
        guard place < bytes.count else { break }
        let shift = UInt64(4 * part)
        low |= UInt64(Self.lowBits[Int(bytes[place])]) << shift
        high |= UInt64(Self.lowBits[Int(bytes[place] >> 1)]) << shift
      }
      let people = members.founders[word]
      // 00 two copies of A1, 01 no genotype, 10 one copy, 11 none.
      two[word] = ~low & ~high & people
      one[word] = ~low & high & people
      none[word] = low & high & people
    }
    haploid = Self.haploid(chromosome, members)
    if let haploid {
      // One haplotype cannot hold two alleles: PLINK takes such a genotype as missing.
      for word in one.indices { one[word] &= ~haploid[word] }
    }
    (twoCopies, oneCopy, noCopy) = (two, one, none)
    founders = members.founders
  }

  /// The lowest bit of each of a byte's four pairs, packed.
  private static let lowBits: [UInt8] = (0...255).map { (byte: UInt8) in
    (byte & 1) | (byte >> 1 & 2) | (byte >> 2 & 4) | (byte >> 3 & 8)
  }

  private static func haploid(_ chromosome: String, _ members: PanelMembers) -> [UInt64]? {
    switch chromosome {
    case "X": members.men
    case "Y", "MT": members.founders
    default: nil
    }
  }

  /// Copies of A1 of every founder, in the order of the .fam; 3 where there is no genotype. Where people carry one
  /// haplotype, it counts twice.
  package var copies: [UInt8] {
    var copies: [UInt8] = []
    for word in founders.indices {
      for bit in 0..<64 where founders[word] >> UInt64(bit) & 1 == 1 {
        let mask: UInt64 = 1 << UInt64(bit)
        if twoCopies[word] & mask != 0 {
          copies.append(2)
        } else if oneCopy[word] & mask != 0 {
          copies.append(1)
        } else {
          copies.append(noCopy[word] & mask != 0 ? 0 : 3)
        }
      }
    }
    return copies
  }

  /// Of A1 among the founders with a genotype; nil where nobody has one.
  package var firstAlleleFrequency: Double? {
    var copies = 0
    var haplotypes = 0
    for word in twoCopies.indices {
      let single = haploid?[word] ?? 0
      copies += 2 * (twoCopies[word] & ~single).nonzeroBitCount + (twoCopies[word] & single).nonzeroBitCount
      copies += oneCopy[word].nonzeroBitCount
      let known = twoCopies[word] | oneCopy[word] | noCopy[word]
      haplotypes += 2 * (known & ~single).nonzeroBitCount + (known & single).nonzeroBitCount
    }
    return haplotypes == 0 ? nil : Double(copies) / Double(haplotypes)
  }
}
