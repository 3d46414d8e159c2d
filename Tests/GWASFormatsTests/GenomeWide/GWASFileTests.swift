import Foundation
import GWASFormats
import StudyModel
import Testing

@Suite struct GWASFileTests {
  private func scan(
    _ text: String,
    _ query: GWASQuery = GWASQuery(pThreshold: 1.1),
    columns: [ColumnRole: String] = [:]
  ) throws(InputError) -> GWASScan {
    let table: TemporaryTable
    do { table = try TemporaryTable(text) } catch { throw InputError([]) }
    defer { withExtendedLifetime(table) {} }
    return try GWASFile(path: table.path, displayName: "g.tsv", mapping: ColumnMapping(columns: columns))
      .scan(query)
  }

  private func problems(_ text: String, _ query: GWASQuery = GWASQuery(pThreshold: 1.1)) -> [InputProblem] {
    do throws(InputError) {
      _ = try scan(text, query)
      return []
    } catch {
      return error.problems
    }
  }

  @Test(arguments: FormatSample.all) func everyFormatGivesTheSameAssociations(_ sample: FormatSample) throws {
    let scan = try scan(sample.text)
    #expect(scan.format == sample.format)
    #expect(scan.unusable.isEmpty)
    #expect(scan.candidates.map(\.variant.id) == ["rs101", "rs102", "rs103"])
    #expect(scan.candidates.map { $0.effectAllele?.rawValue } == ["A", "CAT", "C"])
    #expect(scan.candidates.map { $0.otherAllele?.rawValue } == ["G", "C", "T"])
    if sample.format != .metal {
      #expect(scan.candidates.map(\.variant.chromosome) == ["1", "6", "X"])
      #expect(scan.candidates.map(\.variant.position) == [1000, 2000, 3000])
    }
    let effects = scan.candidates.compactMap(\.effect)
    try #require(effects.count == 3)
    for (effect, expected) in zip(
      effects,
      [(0.2, 0.02, 22.817, 0.3), (-0.08, 0.02, 4.2, 0.1), (-0.05, 0.04, 0.675, 0.45)]
    ) {
      #expect(abs(effect.beta - expected.0) < 1e-12)
      // Intervals have seven digits.
      #expect(abs(effect.standardError - expected.1) < 1e-6)
      #expect(abs((effect.pValue?.negativeLog10 ?? 0) - expected.2) < 0.01)
      #expect(abs((effect.effectAlleleFrequency ?? 0) - expected.3) < 1e-12)
    }
    #expect(scan.genomeWideSignificant == 1 && scan.suggestive == 1)
  }

  @Test func theFormatsTellWhatTheyCompute() throws {
    func derived(_ name: String) throws -> [[DerivedValue]] {
      let sample = try #require(FormatSample.all.first { $0.name == name })
      return try scan(sample.text).candidates.map { $0.effect?.derived ?? [] }
    }
    #expect(try derived("R5") == [[], [], []])
    #expect(try derived("R12") == [[.pFromLogarithm], [], []])
    #expect(
      try derived("odds ratio and −log10 p") == Array(repeating: [.betaFromRatio, .pFromLogarithm], count: 3)
    )
    #expect(
      try derived("ratio without standard error") == [[.betaFromRatio, .standardErrorFromInterval], [], []]
    )
    let saige = try #require(FormatSample.all.first { $0.format == .saige })
    #expect(try scan(saige.text).candidates.map { $0.effect?.sampleSize } == [5000, 5000, 5000])
    #expect(try scan(saige.text).columns.derivations == [.sampleSizeFromCounts])
  }

  @Test func aListOfNamesGivesAliases() throws {
    let finnGen = try #require(FormatSample.all.first)
    #expect(try scan(finnGen.text).candidates.map(\.aliases) == [["rs9101"], [], []])
    var wanted = WantedVariants()
    wanted.add(name: "rs9101", variant: 7)
    wanted.add(name: "rs910", variant: 8)
    wanted.add(chromosome: "chr23", position: 3000, variant: 9)
    let found = try scan(finnGen.text, GWASQuery(wanted: wanted)).found
    #expect(found.map(\.variant) == [7, 9])
    #expect(found.map(\.row.variant.id) == ["rs101", "rs103"])
  }

  @Test func aRowWithoutANameIsNamedByItsPlace() throws {
    let text = """
      #chrom\tpos\tref\talt\trsids\tnearest_genes\tpval\tbeta\tsebeta\taf_alt
      1\t1000\tG\tA\t\t\t1.52e-23\t0.2\t0.02\t0.3
      """
    #expect(try scan(text).candidates.map(\.variant.id) == ["1:1000:G:A"])
    let metal = """
      MarkerName\tAllele1\tAllele2\tEffect\tStdErr\tP-value\tDirection
      11:120148567_A_T\ta\tt\t0.2\t0.02\t1.52e-23\t++
      """
    let row = try #require(try scan(metal).candidates.first)
    #expect(row.variant == GeneticVariant(id: "11:120148567_A_T", chromosome: "11", position: 120_148_567))
  }

  @Test func severalAlternativesAreSeveralRows() throws {
    let text = """
      ##fileformat=VCFv4.2
      ##FORMAT=<ID=ES,Number=A,Type=Float,Description="Effect size">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\ts
      1\t1000\trs1\tG\tA,T\t.\tPASS\t.\tES:SE:LP\t0.2,-0.1:0.02,0.03:22.8,3.1
      """
    let rows = try scan(text).candidates
    #expect(rows.map { $0.effectAllele?.rawValue } == ["A", "T"])
    #expect(rows.map { $0.effect?.beta } == [0.2, -0.1])
  }

  @Test func theStandardErrorComesOfP() throws {
    let text = "SNP\tEA\tbeta\tp\nrs1\tA\t0.2\t0.05\nrs2\tA\t-8\t1e-400\n"
    let rows = try scan(text).candidates
    #expect(abs(try #require(rows[0].effect).standardError - 0.2 / 1.959963984540054) < 1e-14)
    // 1e-400 is 2Φ(−42.83).
    let tiny = rows[1]
    #expect(
      abs(8 / (tiny.effect?.standardError ?? 0) - 42.827) < 0.001
        && tiny.effect?.derived == [.standardErrorFromP]
    )
  }

  @Test func zGivesAnEffectInStandardDeviations() throws {
    let text = "SNP\tEA\tEAF\tN\tZ\tP\nrs1\tA\t0.3\t5000\t5\t5.7e-7\n"
    let row = try #require(try scan(text).candidates.first)
    let effect = try #require(row.effect)
    let scale = (2 * 0.3 * 0.7 * (5000.0 + 25)).squareRoot()
    #expect(abs(effect.beta - 5 / scale) < 1e-15 && abs(effect.standardError - 1 / scale) < 1e-15)
    #expect(row.effect?.derived == [.effectFromZ])
  }

  @Test func aCommaBetweenQuotesParts() throws {
    let text = "SNP,gene,EA,OA,beta,SE,P\nrs1,\"A,B\",A,G,0.2,0.02,1e-20\n\"rs2\",C,\"A\",G,-0.2,0.02,1e-20\n"
    #expect(try scan(text).candidates.map(\.variant.id) == ["rs1", "rs2"])
    #expect(try scan(text).candidates.compactMap(\.effect?.beta) == [0.2, -0.2])
  }

  @Test func unusableRowsAreCountedAndQuoted() throws {
    let head = "SNP\tEA\tOA\tEAF\tbeta\tSE\tP\n"
    let good = (0..<400).map { "rs\($0)\tA\tG\t0.3\t\($0 % 2 == 0 ? "-" : "")0.02\t0.02\t0.3173\n" }.joined()
    let bad = [
      "rs1000\t\tG\t0.3\t0.02\t0.02\t0.3173", "rs1001\tA\tG\t0.3\t0.02\t0\t0.3173",
      "rs1002\tA\tG\t0.3\t0.02\t0.02\t1.5", "rs1003\tA\tG\t1.3\t0.02\t0.02\t0.3", "rs1004\tA\tG\t0.3",
      "rs1005\t<DEL>\tG\t0.3\t0.02\t0.02\t0.3",
    ]
    let scan = try scan(head + good + bad.prefix(3).joined(separator: "\n") + "\n")
    #expect(scan.rowCount == 403 && scan.unusableCount == 3 && scan.candidates.count == 400)
    #expect(scan.unusable.map(\.reason) == [.effectAlleleMissing, .pInvalid, .standardErrorInvalid])
    #expect(scan.unusable.flatMap(\.examples).map(\.line) == [402, 404, 403])
    let refused = problems(head + good + bad.joined(separator: "\n") + "\n")
    #expect(refused.first?.summary == "6 of 406 rows cannot be used, more than 1 %")
    #expect(refused.count == 7)
    #expect(problems(head + good + bad.joined(separator: "\n"), GWASQuery(unusableShare: 0.02)) == [])
  }

  @Test func exchangedColumnsAreRefused() throws {
    let rows = (0..<300).map { index -> String in
      let z = 3 * sin(Double(index) * 12.9898)
      let p = erfc(abs(z) / 2.squareRoot())
      return "rs\(index)\tA\tG\t\(0.5 + 0.4 * sin(Double(index) * 78.233))\t\(z * 0.02)\t0.02\t\(p)\n"
    }
    #expect(problems("SNP\tEA\tOA\tEAF\tbeta\tSE\tP\n" + rows.joined()) == [])
    let exchanged = problems("SNP\tEA\tOA\tP\tbeta\tSE\tEAF\n" + rows.joined())
    #expect(exchanged.first?.summary.contains("p is not that of the effect") == true)
    let errors = problems("SNP\tEA\tOA\tEAF\tSE\tbeta\tP\n" + rows.joined())
    #expect(errors.first?.summary.contains("rows cannot be used") == true)
    let ratios = rows.map { row in
      var fields = row.split(separator: "\t").map(String.init)
      fields[4] = "\(exp(Double(fields[4]) ?? 0))"
      return fields.joined(separator: "\t")
    }
    #expect(problems("SNP\tEA\tOA\tEAF\tbeta\tSE\tP\n" + ratios.joined()).isEmpty == false)
    #expect(problems("SNP\tEA\tOA\tEAF\tOR\tSE\tP\n" + ratios.joined()) == [])
  }

  @Test func onlyTheAdditiveModelCounts() {
    let rows =
      "CHROM GENPOS ID ALLELE0 ALLELE1 A1FREQ N TEST BETA SE LOG10P\n1 5 rs1 G A 0.3 50 DOM 0.9 0.2 5\n"
    #expect(problems(rows).first?.summary == "no row is of the additive model")
  }

  @Test func theOtherAlleleOfSeveralCannotBeTold() throws {
    let head = "#CHROM\tPOS\tID\tREF\tALT\tA1\tTEST\tOBS_CT\tBETA\tSE\tP\n"
    func row(_ a1: String) -> String { "1\t5\trs1\tG\tA,T\t\(a1)\tADD\t50\t0.2\t0.1\t0.0455\n" }
    let found = try scan(head + row("G") + row("T")).candidates
    #expect(found.map { $0.otherAllele?.rawValue } == [nil, "G"])
  }

  @Test func anotherFormatThanTheStudysIsRefused() throws {
    let finnGen = try #require(FormatSample.all.first).text
    let found = problems(finnGen, GWASQuery(format: .metal))
    #expect(found.first?.summary == "the file is of the format FinnGen, where study.yaml says METAL")
  }

  @Test func aFileThatIsNoneIsRefusedWithWords() {
    #expect(problems("").first?.summary == "the file is empty")
    #expect(problems("SNP\tEA\tbeta\tse\tp\n").first?.summary == "the file has a header and no rows")
    #expect(problems("hello\nworld\n").first?.summary.hasPrefix("the first line names one column") == true)
    #expect(
      problems("##fileformat=VCFv4.2\n#CHROM\tPOS\n").first?.summary.hasPrefix("the VCF holds no effects")
        == true
    )
    #expect(problems("a\tb\n1\t2\n").count == 4)
  }

  @Test func theYAMLBesideAFileIsHeard() throws {
    let sample = try #require(FormatSample.all.first { $0.format == .gwasSSF })
    let table = try TemporaryTable(sample.text)
    let yaml = table.path + "-meta.yaml"
    defer { try? FileManager.default.removeItem(atPath: yaml) }
    let text = "genome_assembly: GRCh37\ncoordinate_system: 0-based\nsamples:\n  - sample_size: 5000\n"
    try text.write(toFile: yaml, atomically: true, encoding: .utf8)
    let scan = try GWASFile(path: table.path, displayName: "g.tsv").scan(GWASQuery(pThreshold: 1.1))
    #expect(scan.genomeBuild == "GRCh37" && scan.facts.people == 5000)
    #expect(scan.candidates.map(\.variant.position) == [1001, 2001, 3001])
    try "genome_assembly: [".write(toFile: yaml, atomically: true, encoding: .utf8)
    #expect(throws: InputError.self) {
      try GWASFile(path: table.path, displayName: "g.tsv").scan(GWASQuery(pThreshold: 1.1))
    }
  }

  @Test func readingAheadGivesTheSame() throws {
    let rows = (0..<60_000).map { "rs\($0)\tA\tG\t0.3\t\($0 % 2 == 0 ? "-" : "")0.02\t0.02\t0.3173\n" }
      .joined()
    let table = try TemporaryTable("SNP\tEA\tOA\tEAF\tbeta\tSE\tP\n" + rows)
    let file = GWASFile(path: table.path, displayName: "g.tsv")
    var bytes = 0
    let here = try file.scan(GWASQuery(pThreshold: 1.1))
    let ahead = try file.scan(GWASQuery(pThreshold: 1.1), threads: 1, onContent: { bytes += $0.count })
    #expect(here.candidates == ahead.candidates && ahead.rowCount == 60_000)
    #expect(bytes == rows.utf8.count + "SNP\tEA\tOA\tEAF\tbeta\tSE\tP\n".utf8.count)
    let failing = try TemporaryTable("SNP\tEA\tbeta\tSE\tP\n" + String(repeating: "x", count: 2_000_000))
    #expect(throws: InputError.self) {
      try GWASFile(path: failing.path, displayName: "g.tsv").scan(GWASQuery(), threads: 1)
    }
  }
}
