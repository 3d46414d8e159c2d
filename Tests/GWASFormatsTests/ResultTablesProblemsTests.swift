import Foundation
import GWASFormats
import StudyModel
import Testing

/// Everything that can be wrong with a result table gives a problem that says where and what.
@Suite struct ResultTablesProblemsTests {
  struct Bad: CustomTestStringConvertible {
    enum Kind { case estimates, heterogeneity, pleiotropy }
    var kind = Kind.estimates
    var bytes: [UInt8]
    var line: Int?
    var summary: String
    var remedy: String?
    var testDescription: String { summary }

    init(
      _ text: String,
      line: Int? = nil,
      _ summary: String,
      remedy: String? = nil,
      kind: Kind = .estimates
    ) {
      self.init(bytes: Array(text.utf8), line: line, summary, remedy: remedy, kind: kind)
    }

    init(
      bytes: [UInt8],
      line: Int? = nil,
      _ summary: String,
      remedy: String? = nil,
      kind: Kind = .estimates
    ) {
      self.kind = kind
      self.bytes = bytes
      self.line = line
      self.summary = summary
      self.remedy = remedy
    }
  }

  private static let header = ResultFixture.estimatesHeader
  private static let good = "A\tD\tWald ratio\t1\t0.5\t0.2\t0.0124\n"

  private static func row(_ fields: String, _ summary: String, remedy: String? = nil) -> Bad {
    Bad(header + good + fields, line: 3, summary, remedy: remedy)
  }

  private static func interval(_ fields: String, _ summary: String) -> Bad {
    let header = "exposure,outcome,method,nsnp,b,se,pval,lo_ci,up_ci,or,or_lci95,or_uci95\n"
    return Bad(header + "A,D,Wald ratio,1,\(fields)\n", line: 2, summary, remedy: "correct the row or delete")
  }

  static let cases: [Bad] = [
    Bad("", "the file is empty", remedy: "one row a result"),
    Bad(header, "the file has a header and no rows", remedy: "give one row a result"),
    Bad(header.replacing("\t", with: ";"), line: 1, "the columns are separated by ';'"),
    Bad(
      "exposure,outcome,method,nsnp,b,se\nA,D,x,1,1,1",
      line: 1,
      "there is no column “pval”",
      remedy: "the comma-separated header has"
    ),
    Bad(
      "exposure,outcome,method,nsnp,beta,se,pval\nA,D,x,1,1,1,1",
      line: 1,
      "there is no column “b”, which TwoSampleMR's mr() writes",
      remedy: "name it so; the comma-separated header has: exposure, outcome, method, nsnp, beta"
    ),
    Bad(ResultFixture.heterogeneity, line: 1, "there is no column “pval”"),
    Bad("exposure\tb\tb\n", line: 1, "“b” more than once"),
    row("A\tD\tWald ratio\t1\t0.5\t0.2", "the row has 6 fields where the header has 7"),
    row(
      "1\tA\tD\tWald ratio\t1\t0.5\t0.2\t0.0124",
      "the row has 8 fields where the header has 7",
      remedy: "row.names = FALSE"
    ),
    row("\tD\tWald ratio\t1\t0.5\t0.2\t0.0124", "the exposure has no name", remedy: "name it"),
    row("A\tNA\tWald ratio\t1\t0.5\t0.2\t0.0124", "the outcome has no name"),
    row("A\tD\t\t1\t0.5\t0.2\t0.0124", "the method has no name"),
    row(
      "A\tD\tSign concordance test\t9\t0.5\tNA\t0.01",
      "method “Sign concordance test” is not known",
      remedy: "this is no causal estimate; delete the row"
    ),
    row(
      "A\tD\tWeighed median\t9\t0.5\t0.2\t0.0124",
      "method “Weighed median” is not known",
      remedy: "did you mean “Weighted median”?"
    ),
    row(
      "A\tD\tMR GRIP\t9\t0.5\t0.2\t0.0124",
      "method “MR GRIP” is not known",
      remedy: "delete the row, or write one of: Wald ratio, "
    ),
    row("A\tD\tWald ratio\t0\t0.5\t0.2\t0.0124", "nsnp “0” is not a whole number of at least 1"),
    row("A\tD\tWald ratio\t1.5\t0.5\t0.2\t0.0124", "nsnp “1.5” is not a whole number"),
    row("A\tD\tWald ratio\t-3\t0.5\t0.2\t0.0124", "nsnp “-3” is not a whole number"),
    row("A\tD\tWald ratio\t2e9\t0.5\t0.2\t0.0124", "nsnp “2e9” is more than there are variants"),
    row("A\tD\tWald ratio\tNA\t0.5\t0.2\t0.0124", "nsnp is missing"),
    row(
      "A\tD\tWald ratio\t1\t0.5\tNA\t0.0124",
      "b and pval stand without se",
      remedy: "give all of b, se, pval"
    ),
    row("A\tD\tWald ratio\t1\tNA\t0.2\tNA", "se stands without b and pval"),
    row("A\tD\tWald ratio\t1\t0.5\t0.2\t", "b and se stand without pval"),
    row("A\tD\tWald ratio\t1\t0.5\t0\t0.0124", "se “0” is not above 0"),
    row("A\tD\tWald ratio\t1\t0.5\t-0.2\t0.0124", "se “-0.2” is not above 0"),
    row("A\tD\tWald ratio\t1\t0.5\t1e-400\t0.0124", "se “1e-400” is not above 0"),
    row("A\tD\tWald ratio\t1\t0.5\t0.2\t1.2", "pval “1.2” is not between 0 and 1"),
    row("A\tD\tWald ratio\t1\t0.5\t0.2\t-0.1", "pval “-0.1” is not between 0 and 1"),
    row("A\tD\tWald ratio\t1\tNaN\t0.2\t0.0124", "b “NaN” is not a finite number"),
    row("A\tD\tWald ratio\t1\t-Inf\t0.2\t0.0124", "b “-Inf” is not a finite number"),
    row("A\tD\tWald ratio\t1\t0,5\t0.2\t0.0124", "b “0,5” is not a number"),
    row("A\tD\tWald ratio\t1\t1e999\t0.2\t0.0124", "b “1e999” is beyond the range of numbers"),
    row("A\tD\tWald ratio\t1\t0.5 0\t0.2\t0.0124", "b “0.5 0” is not a number"),
    row("A\0\tD\tWald ratio\t1\t0.5\t0.2\t0.0124", "NUL byte"),
    Bad(bytes: Array((header + good).utf8) + [0x41, 0xFF, 0x09], line: 3, "not UTF-8 text"),
    Bad(header + good + String(repeating: "x", count: 2_000_000), line: 3, "longer than 1000000 bytes"),
    interval("0.500,0.200,0.0124,0.20,0.892,1.6487,1.114,2.44", "lo_ci “0.20” is not b − 1.96 se"),
    interval("0.500,0.200,0.0124,0.108,0.80,1.6487,1.114,2.44", "up_ci “0.80” is not b + 1.96 se"),
    interval("0.500,0.200,0.0124,0.108,0.892,1.50,1.114,2.44", "or “1.50” is not exp(b)"),
    interval("0.500,0.200,0.0124,0.108,0.892,1.6487,2.44,2.44", "or_lci95 “2.44” is not exp(b − 1.96 se)"),
    interval(
      "0.5,1e308,0.5,0.108,0.892,1.6487,1.114,2.44",
      "b and se are too large to say what lo_ci should be"
    ),
    interval(
      "1e308,1e308,0.5,NA,0.892,1.6487,1.114,2.44",
      "b and se are too large to say what up_ci should be"
    ),
    Bad(
      "exposure,outcome,method,nsnp,b,se,pval,or_uci95\nA,D,Wald ratio,1,0.5,0.2,0.0124,Inf\n",
      line: 2,
      "or_uci95 “Inf” is not a finite number"
    ),
    Bad(
      "exposure,outcome,method,nsnp,b,se,pval,lo_ci\nA,D,Wald ratio,1,NA,NA,NA,0.1\n",
      line: 2,
      "lo_ci “0.1” stands without b"
    ),
    Bad(
      "exposure,outcome,method,Q,Q_df\nA,D,MR Egger,1,1",
      line: 1,
      "no column “Q_pval”",
      kind: .heterogeneity
    ),
    heterogeneity("MR Egger,-1,2,0.5", "Q “-1” is below 0"),
    heterogeneity("MR Egger,1,0,0.5", "Q_df “0” is not a whole number of at least 1"),
    heterogeneity("MR Egger,1,NA,0.5", "Q and Q_pval stand without Q_df"),
    heterogeneity("MR Egger,1,2,2", "Q_pval “2” is not between 0 and 1"),
    heterogeneity("Weighted median,1,2,0.5", "has no place among the heterogeneity tests"),
    heterogeneity("Maximum,1,2,0.5", "method “Maximum” is not known"),
    Bad("exposure,outcome,se,pval\nA,D,1,1", line: 1, "no column “egger_intercept”", kind: .pleiotropy),
    pleiotropy("0.1,0,0.5", "se “0” is not above 0"),
    pleiotropy("0.1,NA,NA", "egger_intercept stands without se and pval"),
    pleiotropy("x,0.1,0.5", "egger_intercept “x” is not a number"),
  ]

  private static func heterogeneity(_ fields: String, _ summary: String) -> Bad {
    Bad("exposure,outcome,method,Q,Q_df,Q_pval\nA,D,\(fields)\n", line: 2, summary, kind: .heterogeneity)
  }

  private static func pleiotropy(_ fields: String, _ summary: String) -> Bad {
    Bad("exposure,outcome,egger_intercept,se,pval\nA,D,\(fields)\n", line: 2, summary, kind: .pleiotropy)
  }

  @Test(arguments: cases)
  func isNamed(_ bad: Bad) throws {
    let problems = try TemporaryTable(bad.bytes).resultProblems(bad.kind)
    let problem = problems.first { $0.summary.contains(bad.summary) }
    #expect(problem != nil, "\(problems)")
    #expect(problem?.file == "data/t.tsv")
    #expect(problem?.line == bad.line)
    if let remedy = bad.remedy { #expect(problem?.remedy?.contains(remedy) == true, "\(problems)") }
  }

  @Test func aFaultIsNotToldTwice() throws {
    let text = Self.header + "A\tD\tWald ratio\t1\t0.5\t0\t2\n"
    #expect(try TemporaryTable(text).resultProblems(.estimates).count == 2)
  }

  @Test func twentyProblemsAreListedAndTheRestCounted() throws {
    let text = Self.header + String(repeating: "A\tD\tWald ratio\t1\tx\t1\t1\n", count: 30)
    let problems = try TemporaryTable(text).resultProblems(.estimates)
    #expect(problems.count == 21)
    #expect(problems.last?.summary == "10 more problems in this file, not listed")
  }

  @Test func aHeaderOfOneEndlessNameIsRefusedInShort() throws {
    let text = String(repeating: "x", count: 900_000) + "\n1\n"
    let problems = try TemporaryTable(text).resultProblems(.estimates)
    #expect(problems.count == 7)
    #expect(problems.allSatisfy { $0.description.utf8.count < 400 })
  }
}
