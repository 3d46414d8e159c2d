import Foundation
import GWASFormats
import StudyModel
import Testing

/// Row names, blank rows and blank columns, as R and spreadsheets leave them.
@Suite struct RowShapeTests {
  private static func table(_ lines: [[String]], _ delimiter: String, quoted: Bool) -> String {
    lines.map { $0.map { quoted ? "\"\($0)\"" : $0 }.joined(separator: delimiter) + "\n" }.joined()
  }

  /// As `write.table` writes it by default: the header has one field fewer than every row.
  @Test(arguments: ["\t", " ", ","], [true, false])
  func rowNamesAreLeftOut(delimiter: String, quoted: Bool) throws {
    let variants = [
      ["SNP", "EA", "beta", "se"], ["1", "rs1", "A", "0.5", "0.25"], ["2", "rs2", "C", "-0.5", "0.125"],
    ]
    let rows = try TemporaryTable(Self.table(variants, delimiter, quoted: quoted)).associations().rows
    #expect(rows.map(\.variant.id) == ["rs1", "rs2"])
    #expect(rows.map { $0.effect?.beta } == [0.5, -0.5])
    #expect(rows.map { $0.effect?.standardError } == [0.25, 0.125])
    let harmonised = [
      ["SNP", "beta.exposure", "se.exposure", "beta.outcome", "se.outcome"],
      ["7", "rs1", "0.5", "0.25", "0.75", "0.125"],
    ]
    let pair = try TemporaryTable(Self.table(harmonised, delimiter, quoted: quoted)).harmonised().rows
    #expect(pair.first?.outcome?.beta == 0.75)
    let results = [
      ["exposure", "outcome", "method", "nsnp", "b", "se", "pval"],
      ["1", "A", "D", quoted ? "Wald ratio" : "IVW", "1", "0.5", "0.2", "0.0124"],
    ]
    if quoted {
      let estimates = try TemporaryTable(Self.table(results, delimiter, quoted: true)).estimates().rows
      #expect(estimates.map(\.exposure) == ["A"])
      #expect(estimates.map(\.value.pValue) == [PValue(0.0124)])
    }
  }

  @Test func rowsOfAnotherWidthAreProblems() throws {
    let text = "SNP\tEA\tbeta\tse\n1\trs1\tA\t1\t1\nrs2\tA\t1\t1\n3\trs3\tA\t1\t1\t1\n"
    let problems = try TemporaryTable(text).problems()
    #expect(problems.map(\.line) == [3, 4])
    #expect(
      problems.first?.summary
        == "the row has 4 fields where the first has 5, a row name and one for each of the header's 4"
    )
  }

  /// Taken for row names, the variant would be the allele, and every number its neighbour's.
  @Test func aBlankSurplusFieldIsNoRowName() throws {
    let problems = try TemporaryTable("SNP\tEA\tbeta\tse\nrs1\tA\t1\t1\t\n").problems()
    #expect(problems.map(\.summary) == ["the row has 5 fields where the header has 4"])
  }

  @Test(arguments: ["SNP,EA,beta,se\n", "SNP,EA,beta,se,,\n"])
  func rowsThatHoldNothingAreNone(header: String) throws {
    let blank = header.hasSuffix(",,\n") ? ",," : ""
    let text =
      header + ",,,\(blank)\nrs1,A,1,2\(blank)\n  \n , ,\t,\(blank)\n\"\",,,\(blank)\nrs2,A,1,2\(blank)\n"
    let table = try TemporaryTable(text.replacing("\t", with: "")).associations()
    #expect(table.rows.map(\.variant.id) == ["rs1", "rs2"])
    #expect(table.rowCount == 2)
    #expect(table.rows.map(\.line) == [3, 7])
  }

  @Test func aBlankColumnMustBeBlank() throws {
    let problems = try TemporaryTable("SNP,EA,beta,se,,\nrs1,A,1,1,,\nrs2,A,1,1,,x\nrs3,A,1,1\n").problems()
    #expect(problems.map(\.line) == [3])
    #expect(problems.first?.summary == "the row holds something behind the last column that has a name")
  }

  @Test(arguments: [10, 400_000])
  func loneCarriageReturnsAreOneProblem(rows: Int) throws {
    let text = "SNP,EA,beta,se\r" + String(repeating: "rs1,A,1,1\r", count: rows)
    let problems = try TemporaryTable(text).problems()
    #expect(problems.count == 1)
    #expect(problems.first?.line == 1)
    #expect(problems.first?.summary == "the lines end in a carriage return without a line feed")
    #expect(!"\(problems)".contains("rs1"))
  }

  @Test func aQuotedFieldGoesOnOverLineEnds() throws {
    let text = "SNP,EA,beta,se,note\nrs1,A,1,1,\"one\n\n\"\"two\"\", \nthree\"\nrs2,A,1,1,\n"
    let table = try TemporaryTable(text).associations()
    #expect(table.rows.map(\.variant.id) == ["rs1", "rs2"])
    #expect(table.rows.map(\.line) == [2, 6])
  }

  /// Each further line of an open record was once cut anew with all lines before it.
  @Test func openQuotesBeforeManyShortLinesTakeTimeInProportion() throws {
    let row = "\"" + String(repeating: "\n", count: 99_990)
    let clock = ContinuousClock()
    let file = try TemporaryTable("SNP,EA,beta,se\nrs1,A,1,1\n" + String(repeating: row + "x\",\n", count: 2))
    let time = clock.measure { #expect(!file.problems().isEmpty) }
    #expect(time < .seconds(60))
  }
}
