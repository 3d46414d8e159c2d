import Foundation
import StudyModel

/// One number of another program, from Reference/parity.tsv.
package struct PeerNumber: Hashable, Sendable {
  package var dataset: String
  /// The id of a method, or the name of a test.
  package var method: String
  /// The program and its version.
  package var peer: String
  package var quantity: String
  package var value: Double
  /// What the comparison has to know: the spread over seeds, a warning of the peer.
  package var note: String

  /// - Throws: where the file cannot be read or a line has not six fields.
  package static func table(in folder: URL) throws -> [PeerNumber] {
    try lines(folder.appending(path: "parity.tsv")).map { fields in
      guard fields.count == 6, let value = Double(fields[4]) else { throw BrokenLine(fields: fields) }
      return PeerNumber(
        dataset: fields[0],
        method: fields[1],
        peer: fields[2],
        quantity: fields[3],
        value: value,
        note: fields[5]
      )
    }
  }

  /// The harmonised variants of a data set, in the order of its table.
  ///
  /// - Throws: where the file cannot be read or a row lacks a number.
  package static func variants(of dataset: String, in folder: URL) throws -> [HarmonisedVariant] {
    try lines(folder.appending(path: "\(dataset).tsv")).map { fields in
      guard fields.count == 12, let x = Double(fields[4]), let xError = Double(fields[5]),
        let y = Double(fields[7]), let yError = Double(fields[8])
      else { throw BrokenLine(fields: fields) }
      return HarmonisedVariant(
        variant: GeneticVariant(id: fields[0]),
        effectAllele: Allele(rawValue: fields[1]),
        otherAllele: Allele(rawValue: fields[2]),
        exposure: AlleleEffect(
          beta: x,
          standardError: xError,
          pValue: Double(fields[6]).map { PValue($0) },
          sampleSize: Double(fields[10])
        ),
        outcome: AlleleEffect(
          beta: y,
          standardError: yError,
          pValue: Double(fields[9]).map { PValue($0) },
          sampleSize: Double(fields[11])
        ),
        alignment: .supplied,
        isPalindromic: false
      )
    }
  }

  package struct BrokenLine: Error, Hashable { package var fields: [String] }

  private static func lines(_ url: URL) throws -> [[String]] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
