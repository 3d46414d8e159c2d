import GWASFormats
import StudyModel
import Testing

@Suite struct TableReaderHarmonisedTests {
  @Test func theShortLayoutIsRead() throws {
    let file = try TemporaryTable(
      """
      SNP\teffect_allele\tother_allele\teaf\tbeta_exposure\tse_exposure\tpval_exposure\t\
      beta_outcome\tse_outcome\tpval_outcome\tsamplesize_exposure\tsamplesize_outcome
      rs4977574\tG\tA\t0.46425952\t0.2544357\t0.0260123\t1.35e-22\t\
      -0.00378615\t0.00240296\t0.115113\tNA\t336107
      snp_1\tNA\tNA\tNA\t2.05\t0.13\tNA\tNA\t0.17\tNA\tNA\tNA
      """
    )
    let table = try file.harmonised()
    #expect(table.layout == "harmonised_short")
    #expect(table.rowCount == 2)
    let row = try #require(table.rows.first)
    #expect(row.effectAllele?.rawValue == "G")
    #expect(
      row.exposure
        == AlleleEffect(
          beta: 0.2544357,
          standardError: 0.0260123,
          pValue: PValue(1.35e-22),
          effectAlleleFrequency: 0.46425952
        )
    )
    #expect(
      row.outcome
        == AlleleEffect(
          beta: -0.00378615,
          standardError: 0.00240296,
          pValue: PValue(0.115113),
          sampleSize: 336107
        )
    )
    #expect(row.isKept)
    #expect(table.rows[1].exposure?.beta == 2.05)
    #expect(table.rows[1].outcome == nil)
    #expect(table.rows[1].effectAllele == nil)
  }

  @Test func twoSampleMRsOwnLayoutIsRead() throws {
    let file = try TemporaryTable(
      """
      "SNP","effect_allele.exposure","other_allele.exposure","effect_allele.outcome",\
      "beta.exposure","beta.outcome","eaf.exposure","eaf.outcome","mr_keep",\
      "chr","pos","se.exposure","se.outcome","exposure","pval.exposure","samplesize.outcome"
      "rs1","G","A","G",0.5,0.25,0.1,0.2,TRUE,"17",5283252,0.01,0.02,"Body mass, index",1e-10,1000
      "rs2","T","A","A",0.5,0.25,NA,0.2,FALSE,"17",1,0.01,0.02,"Body mass, index",1e-10,NA
      """
    )
    let table = try file.harmonised()
    #expect(table.layout == "twosamplemr_harmonised")
    #expect(table.rows.map(\.isKept) == [true, false])
    let row = try #require(table.rows.first)
    #expect(row.variant == GeneticVariant(id: "rs1", chromosome: "17", position: 5_283_252))
    #expect(
      row.exposure
        == AlleleEffect(
          beta: 0.5,
          standardError: 0.01,
          pValue: PValue(1e-10),
          effectAlleleFrequency: 0.1
        )
    )
    #expect(
      row.outcome
        == AlleleEffect(
          beta: 0.25,
          standardError: 0.02,
          effectAlleleFrequency: 0.2,
          sampleSize: 1000
        )
    )
  }

  @Test func allelesMayBeAbsent() throws {
    let file = try TemporaryTable(
      "SNP beta_exposure se_exposure beta_outcome se_outcome\nrs1 0.1 0.2 0.3 0.4\n"
    )
    let row = try #require(try file.harmonised().rows.first)
    #expect(row.effectAllele == nil)
    #expect(row.outcome == AlleleEffect(beta: 0.3, standardError: 0.4))
  }

  @Test func theRemedyForAMissingEffectColumnIsOneThatHelps() throws {
    let bare = "SNP\tse.exposure\tse_outcome\tbeta_outcome\nrs1\t0.1\t0.2\t0.3"
    let problem = try #require(try TemporaryTable(bare).harmonisedProblems().first)
    #expect(problem.summary == "no column holds the exposure beta")
    #expect(problem.remedy?.hasPrefix("name it beta.exposure or beta_exposure in the table; the tab") == true)
    for name in ["beta.exposure", "beta_exposure"] {
      let text = "\(name)\t\(bare.replacing("\n", with: "\n0.4\t"))"
      #expect(try TemporaryTable(text).harmonised().rows.first?.exposure?.beta == 0.4)
    }
    let empty = try TemporaryTable("SNP\tbeta\tse\nrs1\t1\t1").harmonisedProblems()
    #expect(empty.count == 4)
    #expect(empty.allSatisfy { $0.remedy?.contains("columns:") == false })
    #expect(empty.last?.remedy?.hasPrefix("name it se.outcome or se_outcome in the table") == true)
  }

  struct Bad: CustomTestStringConvertible {
    var text: String
    var columns: [ColumnRole: String] = [:]
    var summary: String
    var line: Int?
    var testDescription: String { summary }
  }

  private static let header = "SNP\tbeta.exposure\tse.exposure\tbeta.outcome\tse.outcome"

  @Test(arguments: [
    Bad(
      text: "SNP\tbeta\tse\nrs1\t1\t1",
      summary: "no column holds the exposure beta",
      line: 1
    ),
    Bad(text: "\(header)\tmr_keep\nrs1\t1\t1\t1\t1\tmaybe", summary: "neither TRUE nor FALSE", line: 2),
    Bad(
      text: "\(header)\teffect_allele.exposure\teffect_allele.outcome\nrs1\t1\t1\t1\t1\tA\tG",
      summary: "the row is not harmonised",
      line: 2
    ),
    Bad(text: "\(header)\nrs1\t1\t1\t1\t0", summary: "outcome standard error “0” is not above 0", line: 2),
    Bad(text: "\(header)\nrs1\tx\t1\t1\t1", summary: "exposure beta “x” is not a number", line: 2),
    Bad(text: "\(header)\nrs1\t1\t1\t1\t1", columns: [.beta: "b"], summary: "cannot be told", line: nil),
  ])
  func aBadTableIsRefused(_ bad: Bad) throws {
    let problems = try TemporaryTable(bad.text).harmonisedProblems(bad.columns)
    #expect(problems.contains { $0.summary.contains(bad.summary) && $0.line == bad.line }, "\(problems)")
  }
}
