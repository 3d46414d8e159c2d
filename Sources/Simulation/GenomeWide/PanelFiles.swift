import Foundation
import StudyModel

/// Writes genotypes as a PLINK 1 fileset.
struct PanelFiles {
  /// What the three files share.
  let prefix: String

  /// - Parameters:
  ///   - genotypes: window by window and variant by variant, copies of the first allele of everyone, 3 where missing.
  /// - Throws: where a file cannot be written.
  func write(_ windows: [GenotypeWindow], _ genotypes: [[[UInt8]]], people: Int) throws(InputError) {
    var bed: [UInt8] = [0x6C, 0x1B, 0x01]
    var bim = ""
    for (window, rows) in zip(windows, genotypes) {
      for (variant, copies) in zip(window.variants, rows) {
        bed += Self.packed(copies)
        bim +=
          "\(window.chromosome)\t\(variant.id)\t0\t\(variant.position)\t\(variant.first)\t\(variant.second)\n"
      }
    }
    let fam = (1...max(1, people)).map { "F\($0) P\($0) 0 0 \($0 % 2 + 1) -9\n" }.joined()
    try Self.write(Data(bed), prefix + ".bed")
    try Self.write(Data(bim.utf8), prefix + ".bim")
    try Self.write(Data(fam.utf8), prefix + ".fam")
  }

  /// Four people a byte, the first in the lowest bits: 00 two copies, 01 missing, 10 one copy, 11 none.
  private static func packed(_ copies: [UInt8]) -> [UInt8] {
    stride(from: 0, to: copies.count, by: 4).map { start in
      var byte: UInt8 = 0
      for place in start..<min(start + 4, copies.count) {
        let code: UInt8 =
          switch copies[place] {
          case 2: 0b00
          case 1: 0b10
          case 0: 0b11
          default: 0b01
          }
        byte |= code << UInt8(2 * (place - start))
      }
      return byte
    }
  }

  static func write(_ data: Data, _ path: String) throws(InputError) {
    do {
      try data.write(to: URL(fileURLWithPath: path))
    } catch {
      throw InputError(
        InputProblem(
          file: path,
          summary: "cannot be written",
          remedy: "check the folder and the disk's space"
        )
      )
    }
  }
}
