import Foundation
import GWASFormats
import StudyModel
import Testing

@Suite struct TableReaderTests {
  @Test func aTableWithUsualNamesIsRead() throws {
    let file = try TemporaryTable(
      """
      rsid\tchromosome\tposition\teffect_allele\tother_allele\teffect_allele_frequency\t\
      beta\tstandard_error\tp_value\tn
      rs12075\tchr1\t159205564\ta\tG\t\t0.2185\t0.01560059544\t1.435e-44\t21758
      rs2\tX\t1e+05\tI\tNA\t0.011\t-0.4522\t0.0828\t1e-400\t75366.4

      rs3\t.\t0\t.\tNULL\tNA\tNA\t0.1\t0\tNA
      """
    )
    let table = try file.associations()
    #expect(table.rowCount == 3)
    #expect(table.layout == "generic")
    let first = try #require(table.rows.first)
    #expect(first.variant == GeneticVariant(id: "rs12075", chromosome: "1", position: 159_205_564))
    #expect(first.effectAllele?.rawValue == "A")
    #expect(
      first.effect
        == AlleleEffect(
          beta: 0.2185,
          standardError: 0.01560059544,
          pValue: PValue(1.435e-44),
          sampleSize: 21758
        )
    )
    #expect(table.rows[1].effect?.pValue == PValue(negativeLog10: 400, value: 0))
    #expect(table.rows[1].variant.position == 100_000)
    #expect(table.rows[1].effect?.sampleSize == 75366.4)
    #expect(table.rows[2].effect == nil)
    #expect(table.rows[2].effectAllele == nil)
    #expect(table.rows[2].variant == GeneticVariant(id: "rs3"))
    #expect(table.rows.map(\.line) == [2, 3, 5])
  }

  @Test(arguments: [
    "SNP\tA1\tA2\tBETA\tSE\tP\nrs1\tA\tG\t0.5\t0.1\t0.01\n",
    "SNP,A1,A2,BETA,SE,P\r\nrs1,A,G,0.5,0.1,0.01\r\n",
    "\"SNP\",\"A1\",\"A2\",\"BETA\",\"SE\",\"P\"\n\"rs1\",\"A\",\"G\",0.5,0.1,0.01",
    "  SNP  A1 A2  BETA SE P\n rs1   A  G  0.5 0.1  0.01  \n",
    "MarkerName\tAllele1\tAllele2\tEffect\tStdErr\tP-value\nrs1\ta\tg\t0.5\t0.1\t0.01",
    "#chrom\tref\talt\trsids\tpval\tbeta\tsebeta\n1\tG\tA\trs1\t0.01\t0.5\t0.1",
    "SNP\tbeta.exposure\tse.exposure\teffect_allele.exposure\tother_allele.exposure\tpval.exposure\n"
      + "rs1\t0.5\t0.1\tA\tG\t0.01",
  ])
  func commonSpellingsAreRecognised(text: String) throws {
    let row = try #require(try TemporaryTable(text).associations().rows.first)
    #expect(row.variant.id == "rs1")
    #expect(row.effectAllele?.rawValue == "A")
    #expect(row.otherAllele?.rawValue == "G")
    #expect(row.effect == AlleleEffect(beta: 0.5, standardError: 0.1, pValue: PValue(0.01)))
  }

  @Test func aMappingComesBeforeTheUsualNames() throws {
    let file = try TemporaryTable("SNP\tEA\tbeta\tse\tmy beta\nrs1\tA\t0.1\t0.2\t0.3\n")
    let table = try file.associations([.beta: "my beta"])
    #expect(table.rows.first?.effect?.beta == 0.3)
  }

  @Test func quotedFieldsFollowRFC4180() throws {
    let file = try TemporaryTable(
      "SNP,EA,beta,se,note\n\"rs\"\"1\",A,0.1,0.2,\"a, b\nand c\"\nrs2,C,0.1,0.2,\"\"\n"
    )
    let table = try file.associations()
    #expect(table.rows.map(\.variant.id) == ["rs\"1", "rs2"])
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.rowCount == 2)
  }

  @Test(arguments: [CompressedFixture.gzip, CompressedFixture.bgzip])
  func compressedTablesAreRead(bytes: [UInt8]) throws {
    let rows = try TemporaryTable(bytes).associations().rows
    #expect(rows.compactMap(\.effect?.beta) == (1...30).map { Double($0) / 100 })
  }

  @Test func anExactDoubleComesOfEveryNumber() throws {
    let printed = [
      "0.1", "-0.01560059544", "1e22", "1E-23", "+5.", ".5", "123456789012345678", "0.1234567890123456789",
      "2.2250738585072011e-308", "4.9406564584124654e-324", "1.7976931348623157e308", "9007199254740993",
      "0e5",
      "22205956120782495e-2", "82371554250096311e-6", "63773121418776491e-7",
      "00012", "0.00000000000000000000000000012345", "8.41e21", "1e-400", "6.62607015e-34",
      "100000000000000000000000",
    ]
    let rows = printed.map { "A\tD\tWald ratio\t1\t\($0)\t1\t0.5\n" }
    let table = try TemporaryTable(ResultFixture.estimatesHeader + rows.joined()).estimates()
    #expect(table.rows.map(\.value.value) == printed.map { strtod($0, nil) })
  }

  @Test func tinyPValuesKeepTheirSize() throws {
    let printed = ["1e-400", "2.5e-310", "0.0005e-1000", "1e-300", "0", "1"]
    let text = "SNP\tEA\tbeta\tse\tp\n" + printed.map { "rs1\tA\t1\t1\t\($0)\n" }.joined()
    let logs = try TemporaryTable(text).associations().rows
      .compactMap(\.effect?.pValue?.negativeLog10)
    let expected = [400, 309.602_059_991_327_96, 1003.301_029_995_664, 300, .infinity, 0]
    for (one, two) in zip(logs, expected) { #expect(one == two || abs(one - two) < 1e-9) }
    #expect(logs.count == expected.count)
  }
}
