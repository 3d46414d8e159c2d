import GWASFormats
import StudyModel
import Testing

/// Tables with every column that TwoSampleMR writes, in its order; the rows are invented.
@Suite struct TwoSampleMRTablesTests {
  private static let harmonisedHeader = """
    SNP effect_allele.exposure other_allele.exposure effect_allele.outcome other_allele.outcome \
    beta.exposure beta.outcome eaf.exposure eaf.outcome remove palindromic ambiguous id.outcome chr pos \
    se.outcome samplesize.outcome pval.outcome outcome originalname.outcome outcome.deprecated \
    mr_keep.outcome data_source.outcome pval.exposure samplesize.exposure chr.exposure se.exposure \
    pos.exposure id.exposure exposure mr_keep.exposure pval_origin.exposure data_source.exposure action \
    SNP_index mr_keep ncase.exposure ncontrol.exposure units.exposure sd.exposure ncase.outcome \
    ncontrol.outcome units.outcome sd.outcome
    """
  private static let harmonisedRows = [
    """
    rs101,G,A,G,A,0.25,-0.5,0.125,0.375,FALSE,FALSE,FALSE,inv-b-7,17,5001,0.0625,184000,0.75,\
    Ailment || id:inv-b-7,Ailment,Ailment ||  || ,TRUE,igd,1e-9,339000,17,0.03125,5002,inv-a-2,\
    Girth || id:inv-a-2,TRUE,reported,igd,1,1,TRUE,,,SD (cm),4.5,60000,124000,log odds,
    """,
    """
    rs102,A,T,A,T,0.5,0.75,0.48,0.52,FALSE,TRUE,TRUE,inv-b-7,2,6001,0.125,185000,0.0625,\
    Ailment || id:inv-b-7,Ailment,Ailment ||  || ,TRUE,igd,2e-9,340000,2,0.25,6002,inv-a-2,\
    Girth || id:inv-a-2,TRUE,reported,igd,1,1,FALSE,,,SD (cm),4.5,60000,124000,log odds,
    """,
  ]

  /// Joins with tabs what is written with blanks (a header) and commas (rows), for legible lines here.
  private static func table(_ header: String, _ rows: [String]) -> String {
    ([header.replacing(" ", with: "\t")] + rows.map { $0.replacing(",", with: "\t") })
      .joined(separator: "\n")
  }

  @Test func aWholeHarmonisedTableIsRead() throws {
    let table = try TemporaryTable(Self.table(Self.harmonisedHeader, Self.harmonisedRows)).harmonised()
    #expect(table.layout == "twosamplemr_harmonised")
    #expect(table.rows.map(\.variant.id) == ["rs101", "rs102"])
    #expect(table.rows.map(\.isKept) == [true, false])
    let row = try #require(table.rows.first)
    #expect(row.variant == GeneticVariant(id: "rs101", chromosome: "17", position: 5002))
    #expect(row.effectAllele?.rawValue == "G")
    #expect(row.otherAllele?.rawValue == "A")
    #expect(
      row.exposure
        == AlleleEffect(
          beta: 0.25,
          standardError: 0.03125,
          pValue: PValue(1e-9),
          effectAlleleFrequency: 0.125,
          sampleSize: 339_000
        )
    )
    #expect(
      row.outcome
        == AlleleEffect(
          beta: -0.5,
          standardError: 0.0625,
          pValue: PValue(0.75),
          effectAlleleFrequency: 0.375,
          sampleSize: 184_000
        )
    )
  }

  @Test func aWholeExposureTableIsRead() throws {
    let header = """
      pval.exposure samplesize.exposure chr.exposure se.exposure beta.exposure pos.exposure id.exposure SNP \
      effect_allele.exposure other_allele.exposure eaf.exposure exposure mr_keep.exposure \
      pval_origin.exposure data_source.exposure
      """
    let rows = [
      "1e-9,339000,1,0.03125,-0.25,4001,inv-a-2,rs201,G,T,0.5,Girth || id:inv-a-2,TRUE,reported,igd",
      "2e-9,338000,X,0.0625,0.5,4002,inv-a-2,rs202,C,T,0.25,Girth || id:inv-a-2,TRUE,reported,igd",
    ]
    let table = try TemporaryTable(Self.table(header, rows)).associations()
    #expect(table.layout == "twosamplemr_exposure")
    #expect(table.rows.map(\.variant.id) == ["rs201", "rs202"])
    #expect(table.rows.last?.variant == GeneticVariant(id: "rs202", chromosome: "X", position: 4002))
    #expect(table.rows.map(\.effectAllele?.rawValue) == ["G", "C"])
    #expect(table.rows.map(\.otherAllele?.rawValue) == ["T", "T"])
    #expect(
      table.rows.first?.effect
        == AlleleEffect(
          beta: -0.25,
          standardError: 0.03125,
          pValue: PValue(1e-9),
          effectAlleleFrequency: 0.5,
          sampleSize: 339_000
        )
    )
  }

  @Test func aWholeOutcomeTableIsRead() throws {
    let header = """
      SNP chr pos beta.outcome se.outcome samplesize.outcome pval.outcome eaf.outcome effect_allele.outcome \
      other_allele.outcome outcome id.outcome originalname.outcome outcome.deprecated mr_keep.outcome \
      data_source.outcome
      """
    let rows = [
      "rs301,1,4001,-0.25,0.125,184000,0.75,0.5,G,T,Ailment,inv-b-7,Ailment,Ailment ||  || ,TRUE,igd",
      "rs302,3,4002,0.5,0.25,185000,0.5,0.25,A,C,Ailment,inv-b-7,Ailment,Ailment ||  || ,TRUE,igd",
    ]
    let table = try TemporaryTable(Self.table(header, rows)).associations()
    #expect(table.layout == "twosamplemr_outcome")
    #expect(table.rows.map(\.variant.id) == ["rs301", "rs302"])
    #expect(table.rows.first?.variant == GeneticVariant(id: "rs301", chromosome: "1", position: 4001))
    #expect(
      table.rows.last?.effect
        == AlleleEffect(
          beta: 0.5,
          standardError: 0.25,
          pValue: PValue(0.5),
          effectAlleleFrequency: 0.25,
          sampleSize: 185_000
        )
    )
  }

  @Test func aDataSetsIdIsNeverTheVariant() throws {
    let side = "id.exposure\teffect_allele.exposure\tbeta.exposure\tse.exposure"
    let problems = try TemporaryTable("\(side)\ninv-a-2\tA\t1\t1").problems()
    #expect(problems.count == 1)
    #expect(problems.first?.summary.hasPrefix("no column holds the variant") == true)
    let pair = "id.exposure\tid.outcome\tbeta.exposure\tse.exposure\tbeta.outcome\tse.outcome"
    let both = try TemporaryTable("\(pair)\ninv-a-2\tinv-b-7\t1\t1\t1\t1").harmonisedProblems()
    #expect(both.count == 1)
    #expect(both.first?.remedy?.hasPrefix("name it under columns: variant") == true)
  }

  @Test func aPlainIdNamesTheVariantWhereNothingElseDoes() throws {
    let only = try TemporaryTable("ID\tEA\tbeta\tse\nrs1\tA\t1\t1").associations()
    #expect(only.rows.map(\.variant.id) == ["rs1"])
    let beside = "id\tid.exposure\trsid.exposure\teffect_allele.exposure\tbeta.exposure\tse.exposure"
    let told = try TemporaryTable("\(beside)\n7\tinv-a-2\trs1\tA\t1\t1").associations()
    #expect(told.rows.map(\.variant.id) == ["rs1"])
  }
}
