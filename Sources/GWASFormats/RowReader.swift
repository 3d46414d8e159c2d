import Foundation
import StudyModel

/// Gives the fields of the current row as values and notes what is wrong with them.
struct RowReader {
  var splitter: RecordSplitter
  var problems: ProblemList
  /// One-based line on which the row begins.
  var line = 1
  /// Rows that are in order and of which a release holds nothing.
  var unusedRows = 0

  private static let missing: [String] = ["NA", ".", "NULL"]
  private static let notFinite: Set<String> = ["nan", "inf", "infinity"]
  private static let remedy = "correct the row or write NA"

  /// The field as text; nil where it is missing (`NA`, nothing, `.`, `NULL`) or there is no such column.
  func text(_ column: Int?) -> String? {
    guard let column else { return nil }
    let range = splitter.fields[column]
    if range.isEmpty { return nil }
    let text = splitter.text.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
    }
    return range.count <= 4 && Self.missing.contains(text) ? nil : text
  }

  mutating func note(_ summary: String, remedy: String? = Self.remedy) {
    problems.add(line: line, summary, remedy: remedy)
  }

  /// A name that must not be missing.
  mutating func name(_ column: Int?) -> String {
    if let name = text(column) { return name }
    note("the variant has no name", remedy: "name it or delete the row")
    return ""
  }

  /// A finite number.
  mutating func number(_ column: Int?, _ title: String) -> Double? {
    decimal(column, title)?.value
  }

  /// A finite number that `isValid` accepts; `rule` says which those are ("is not above 0").
  mutating func number(
    _ column: Int?,
    _ title: String,
    _ rule: String,
    _ isValid: (Double) -> Bool
  ) -> Double? {
    guard let value = number(column, title) else { return nil }
    if isValid(value) { return value }
    note("\(title) \(shown(column)) \(rule)")
    return nil
  }

  /// An effect that can be divided by and squared; 0 is one.
  mutating func beta(_ column: Int?, _ title: String = "beta") -> Double? {
    number(column, title, Magnitude.rule) { $0 == 0 || Magnitude.range.contains(abs($0)) }
  }

  mutating func standardError(_ column: Int?, _ title: String = "standard error") -> Double? {
    number(column, title, "is not above 0") { $0 > 0 }
  }

  /// The standard error of a `beta`.
  mutating func standardErrorOfBeta(_ column: Int?, _ title: String = "standard error") -> Double? {
    guard let value = standardError(column, title) else { return nil }
    if Magnitude.range.contains(value) { return value }
    note("\(title) \(shown(column)) \(Magnitude.rule)")
    return nil
  }

  mutating func frequency(_ column: Int?, _ title: String = "effect allele frequency") -> Double? {
    number(column, title, "is not between 0 and 1") { (0...1).contains($0) }
  }

  mutating func sampleSize(_ column: Int?, _ title: String = "sample size") -> Double? {
    guard let value = number(column, title, "is not above 0", { $0 > 0 }) else { return nil }
    if Magnitude.sampleSizes.contains(value) { return value }
    note("\(title) \(shown(column)) is not from 1 to 1e12")
    return nil
  }

  mutating func pValue(_ column: Int?, _ title: String = "p value") -> PValue? {
    guard let decimal = decimal(column, title) else { return nil }
    if (0...1).contains(decimal.value) { return PValue(decimal) }
    note("\(title) \(shown(column)) is not between 0 and 1")
    return nil
  }

  mutating func allele(_ column: Int?, _ title: String = "effect allele") -> Allele? {
    guard let text = text(column) else { return nil }
    if let allele = Allele(rawValue: text) { return allele }
    note("\(title) \(shown(column)) is not an allele (bases A, C, G, T, or I or D)")
    return nil
  }

  /// Where the variant lies; position 0 stands for an unknown one, as PLINK writes it.
  mutating func variant(_ name: Int?, chromosome: Int?, position: Int?) -> GeneticVariant {
    let place = number(position, "position", "is not a whole number of at least 0") {
      $0 >= 0 && $0 < 1e15 && $0 == $0.rounded()
    }
    return GeneticVariant(
      id: self.name(name),
      chromosome: text(chromosome).map(Self.withoutPrefix),
      position: place.flatMap { $0 > 0 ? Int($0) : nil }
    )
  }

  /// A finite number, with the digits it is printed with.
  mutating func decimal(_ column: Int?, _ title: String) -> DecimalNumber? {
    guard let column else { return nil }
    let range = splitter.fields[column]
    let parsed = splitter.text.withUnsafeBufferPointer {
      DecimalNumber(UnsafeBufferPointer(rebasing: $0[range]))
    }
    if let parsed {
      if parsed.value.isFinite { return parsed }
      note("\(title) \(shown(column)) is beyond the range of numbers")
    } else if let text = text(column) {
      let isNumberWord = Self.notFinite.contains(
        text.lowercased().trimmingPrefix { "+-".contains($0) }.description
      )
      note("\(title) \(shown(column)) is not a \(isNumberWord ? "finite " : "")number")
    }
    return nil
  }

  /// The field as a message quotes it.
  func shown(_ column: Int?) -> String {
    let text = text(column) ?? ""
    return "“\(text.prefix(40))\(text.count > 40 ? "…" : "")”"
  }

  private static func withoutPrefix(_ chromosome: String) -> String {
    chromosome.lowercased().hasPrefix("chr") ? String(chromosome.dropFirst(3)) : chromosome
  }
}
