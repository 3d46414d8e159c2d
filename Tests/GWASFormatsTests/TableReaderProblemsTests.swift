import Foundation
import GWASFormats
import StudyModel
import Testing

/// Everything that can be wrong with a file gives a problem that says where and what.
@Suite struct TableReaderProblemsTests {
  struct Bad: CustomTestStringConvertible {
    var text: String
    var bytes: [UInt8]?
    var columns: [ColumnRole: String] = [:]
    var line: Int?
    var summary: String
    var remedy: String?
    var testDescription: String { summary }
  }

  static let header = "SNP\tEA\tOA\tEAF\tbeta\tse\tp\tn\tpos\n"

  private static func row(_ fields: String, _ summary: String) -> Bad {
    Bad(text: header + "rs0\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5\n" + fields, line: 3, summary: summary)
  }

  static let cases: [Bad] = [
    Bad(text: "", summary: "the file is empty"),
    Bad(text: header, summary: "the file has a header and no rows"),
    Bad(text: "##fileformat=VCFv4.2\n#CHROM", line: 1, summary: "as in a VCF"),
    Bad(text: "\n" + header, line: 1, summary: "the first line is empty"),
    Bad(
      text: "rs1\nrs2",
      line: 1,
      summary: "no column holds the variant",
      remedy: "the one-column header has: rs1"
    ),
    Bad(
      text: "SNP,EA,betta,se\nrs1,A,1,1",
      line: 1,
      summary: "no column holds the beta",
      remedy: "the comma-separated header has: SNP, EA, betta, se"
    ),
    Bad(text: "SNP beta se\nrs1 1 1", line: 1, summary: "no column holds the effect allele"),
    Bad(text: "SNP EA beta\nrs1 A 1", line: 1, summary: "no column holds the standard error"),
    Bad(text: "SNP\tEA\tbeta\tbeta\tse\nrs1\tA\t1\t1\t1", line: 1, summary: "“beta” more than once"),
    Bad(
      text: "SNP\tEA\tbeta\tse\tpvalue2\nrs1\tA\t1\t1\t1",
      columns: [.pValue: "pvalue"],
      line: 1,
      summary: "names the column “pvalue”, which the header does not have",
      remedy: "“pvalue2” is nearest"
    ),
    Bad(
      text: "SNP\tEA\tbeta\tse\tn\nrs1\tA\t1\t1\t1",
      columns: [.ratio: "odds"],
      line: 1,
      summary: "names the column “odds”, which the header does not have"
    ),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t0.5\t100", "the row has 8 fields where the header has 9"),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5\t6", "the row has 10 fields where the header has 9"),
    row("rs1\tA\tG\t0.3\tbig\t0.01\t0.5\t100\t5", "beta “big” is not a number"),
    row("rs1\tA\tG\t0.3\t0,1\t0.01\t0.5\t100\t5", "beta “0,1” is not a number"),
    row("rs1\tA\tG\t0.3\t0x1p3\t0.01\t0.5\t100\t5", "beta “0x1p3” is not a number"),
    row("rs1\tA\tG\t0.3\t1e\t0.01\t0.5\t100\t5", "beta “1e” is not a number"),
    row("rs1\tA\tG\t0.3\tNaN\t0.01\t0.5\t100\t5", "beta “NaN” is not a finite number"),
    row("rs1\tA\tG\t0.3\t-inf\t0.01\t0.5\t100\t5", "beta “-inf” is not a finite number"),
    row("rs1\tA\tG\t0.3\t1e999\t0.01\t0.5\t100\t5", "beta “1e999” is beyond the range of numbers"),
    row("rs1\tA\tG\t0.3\t-1e31\t0.01\t0.5\t100\t5", "beta “-1e31” is too large or too near 0"),
    row("rs1\tA\tG\t0.3\t1e-31\t0.01\t0.5\t100\t5", "beta “1e-31” is too large or too near 0"),
    row("rs1\tA\tG\t0.3\t0.1\t1e-31\t0.5\t100\t5", "standard error “1e-31” is too large or too near"),
    row("rs1\tA\tG\t0.3\t0.1\t1e31\t0.5\t100\t5", "standard error “1e31” is too large or too near 0"),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t0.5\t1e13\t5", "sample size “1e13” is not from 1 to 1e12"),
    row("rs1\tA\tG\t0.3\t0.1\t0\t0.5\t100\t5", "standard error “0” is not above 0"),
    row("rs1\tA\tG\t0.3\t0.1\t-0.02\t0.5\t100\t5", "standard error “-0.02” is not above 0"),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t1.01\t100\t5", "p value “1.01” is not between 0 and 1"),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t-1e-5\t100\t5", "p value “-1e-5” is not between 0 and 1"),
    row("rs1\tA\tG\t30\t0.1\t0.01\t0.5\t100\t5", "effect allele frequency “30” is not between 0 and 1"),
    row("rs1\tA\tG\t-0.1\t0.1\t0.01\t0.5\t100\t5", "effect allele frequency “-0.1” is not between 0 and 1"),
    row("rs1\tB\tG\t0.3\t0.1\t0.01\t0.5\t100\t5", "effect allele “B” is not an allele"),
    row("rs1\tA\t<DEL>\t0.3\t0.1\t0.01\t0.5\t100\t5", "other allele “<DEL>” is not an allele"),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t0.5\t-100\t5", "sample size “-100” is not above 0"),
    row("rs1\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5.5", "position “5.5” is not a whole number"),
    row("\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5", "the variant has no name"),
    row("NA\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5", "the variant has no name"),
    row("\"rs1\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5", "a quote is opened and not closed"),
    row("r\0s1\tA\tG\t0.3\t0.1\t0.01\t0.5\t100\t5", "NUL byte"),
    Bad(text: "SNP,EA,beta,se\n\"rs1,A,1,1\nrs2,A,1,1", line: 2, summary: "a quote is opened and not closed"),
    Bad(text: "", bytes: Array(header.utf8) + [0x72, 0xFF, 0x09, 0x41], line: 2, summary: "not UTF-8 text"),
    Bad(text: "", bytes: [0x50, 0x4B, 0x03, 0x04, 0x00, 0x0A], line: 1, summary: "NUL byte"),
    Bad(
      text: header + String(repeating: "x", count: 3_000_000),
      line: 2,
      summary: "longer than 1000000 bytes"
    ),
    Bad(text: "", bytes: Array(CompressedFixture.gzip.dropLast(9)), summary: "breaks off or is damaged"),
    Bad(text: "", bytes: Array(CompressedFixture.bgzip.dropLast(28)), summary: "no end-of-file block"),
  ]

  @Test(arguments: cases)
  func isNamed(_ bad: Bad) throws {
    let problems = try TemporaryTable(bad.bytes ?? Array(bad.text.utf8)).problems(bad.columns)
    let problem = problems.first { $0.summary.contains(bad.summary) }
    #expect(problem != nil, "\(problems)")
    #expect(problem?.file == "data/t.tsv")
    #expect(problem?.line == bad.line)
    if let remedy = bad.remedy { #expect(problem?.remedy?.contains(remedy) == true, "\(problems)") }
  }

  @Test func anOpenQuoteDoesNotSwallowTheWholeFile() throws {
    let rows = String(repeating: "rs2,A,1,1\n", count: 30_000)
    let problems = try TemporaryTable("SNP,EA,beta,se\n\"rs1,A,1,1\n" + rows + "rs3,A,x,1\n").problems()
    #expect(problems.map(\.line) == [2, 30_003])
  }

  @Test(arguments: [
    ("SNP;EA;beta;se\nrs1;A;0,1;0,2", ";"),
    ("\"SNP\";\"EA\";\"beta\";\"se\"\n\"rs1\";\"A\";1;1", ";"),
    ("SNP;effect allele;beta;standard error\nrs1;A;0,1;0,2", ";"),
    ("SNP;EA;beta, per SD;se\nrs1;A;0,1;0,2", ";"),
    ("SNP|EA|beta|se\nrs1|A|1|1", "|"),
  ])
  func aForeignDelimiterIsTheOnlyProblem(text: String, mark: String) throws {
    let problem = InputProblem(
      file: "data/t.tsv",
      line: 1,
      summary: "the columns are separated by '\(mark)'",
      remedy: "save the table with tabs or commas"
    )
    let file = try TemporaryTable(text)
    #expect(file.problems([.beta: "estimate"]) == [problem])
    #expect(file.harmonisedProblems() == [problem])
  }

  @Test func twentyProblemsAreListedAndTheRestCounted() throws {
    let rows = String(repeating: "rs1\tA\tG\t0.3\tx\t0.01\t0.5\t100\t5\n", count: 33)
    let problems = try TemporaryTable(Self.header + rows).problems()
    #expect(problems.count == 21)
    #expect(problems.last?.summary == "13 more problems in this file, not listed")
    #expect(problems.map(\.line) == (2...21).map { $0 } + [nil])
  }

  @Test func everyProblemOfARowIsListed() throws {
    let problems = try TemporaryTable(Self.header + "\tB\tG\t3\tx\t0\t2\t-1\t5\n").problems()
    #expect(problems.count == 7)
  }

  @Test func theRemedyIsToldWithTheProblem() throws {
    let problem = try #require(
      try TemporaryTable(Self.header + "rs1\tA\tG\t0.3\tx\t1\t1\t1\t5").problems().first
    )
    #expect(problem.description == "data/t.tsv:2: beta “x” is not a number; correct the row or write NA")
  }

  @Test func whatCannotBeOpenedIsNamed() throws {
    func summary(_ path: String) -> String? {
      do throws(InputError) {
        _ = try TableReader(path: path, displayName: "x", columns: ColumnMapping()).readAssociations()
        return nil
      } catch {
        return error.problems.first?.summary
      }
    }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(summary(folder) == "this is a folder")
    #expect(summary(folder + "/no-such-file.tsv") == "there is no such file")
    #expect(summary("-") == "there is no such file")
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func anUnreadableFileIsNamed() throws {
    let file = try TemporaryTable(Self.header)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    #expect(file.problems().first?.summary == "the file may not be read")
  }
}
