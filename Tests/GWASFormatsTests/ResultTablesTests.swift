import GWASFormats
import StudyModel
import Testing

@Suite struct ResultTablesTests {
  @Test func estimatesAsRWritesThem() throws {
    let table = try TemporaryTable(ResultFixture.csv).estimates()
    #expect(table.layout == "twosamplemr_estimates")
    #expect(table.rowCount == 2)
    #expect(table.rows.map(\.exposure) == ["BMI || id:ieu-a-2", "BMI || id:ieu-a-2"])
    #expect(table.rows.first?.outcome == "Heart disease, all || id:ieu-a-7")
    let first = try #require(table.rows.first?.value)
    #expect(first.method == .mrEgger)
    #expect(first.variantCount == 79)
    #expect(first.value == 0.502)
    #expect(first.standardError == 0.144)
    #expect(first.pValue == PValue(0.000801))
    #expect(first.line == 2)
    #expect(abs(first.rounding.value - 0.0005) < 1e-15)
    #expect(abs(first.rounding.pValue - 5e-7) < 1e-15)
  }

  @Test func intervalColumnsAreReadAndRowsWithoutNumbersKept() throws {
    let table = try TemporaryTable(ResultFixture.oddsRatios).estimates()
    #expect(table.rows.map(\.value.method) == [.ivwRandomEffects, .weightedMode, .mrEgger, .simpleMode])
    #expect(table.rows[2].value.value == nil)
    #expect(table.rows[2].value.pValue == nil)
    #expect(table.rows[2].value.variantCount == 79)
  }

  @Test func aRowWithoutNumbersMayLackItsCountToo() throws {
    let text = ResultFixture.estimatesHeader + "A\tD\tSimple mode\tNA\tNA\tNA\tNA\n"
    let row = try TemporaryTable(text).estimates().rows.first
    #expect(row?.value.variantCount == 0)
  }

  @Test func heterogeneityAndPleiotropy() throws {
    let heterogeneity = try TemporaryTable(ResultFixture.heterogeneity).heterogeneity()
    #expect(heterogeneity.layout == "twosamplemr_heterogeneity")
    #expect(heterogeneity.rowCount == 3)
    #expect(heterogeneity.rows.map(\.value.method) == [.mrEgger, .ivwRandomEffects])
    #expect(heterogeneity.rows.map(\.value.degreesOfFreedom) == [2, 3])
    #expect(heterogeneity.rows.last?.value.q == 4.204193428)
    let pleiotropy = try TemporaryTable(ResultFixture.pleiotropy).pleiotropy()
    #expect(pleiotropy.layout == "twosamplemr_pleiotropy")
    #expect(pleiotropy.rowCount == 2)
    #expect(pleiotropy.rows.map(\.value.intercept) == [0.538677408])
    #expect(pleiotropy.rows.first?.value.line == 2)
  }

  @Test func heterogeneityOfOtherMethodsIsCountedAndLeftOut() throws {
    let others = ["Maximum likelihood", "IVW radial", "Unweighted regression"]
    let text = ResultFixture.heterogeneity + others.map { "a,d,D,A,\($0),1,3,0.8013\n" }.joined()
    let table = try TemporaryTable(text).heterogeneity()
    #expect(table.rows.map(\.value.method) == [.mrEgger, .ivwRandomEffects])
    #expect(table.rowCount == 6)
    #expect(table.unusedRowCount == 3)
    #expect(try TemporaryTable(ResultFixture.heterogeneity).heterogeneity().unusedRowCount == 0)
  }

  static let methodNames: [(String, MethodID)] = [
    ("Inverse variance weighted", .ivwRandomEffects),
    ("Inverse variance weighted (fixed effects)", .ivwFixedEffect),
    ("Inverse variance weighted (multiplicative random effects)", .ivwUnflooredRandomEffects),
    ("MR EGGER", .mrEgger), ("MR Egger (bootstrap)", .mrEggerBootstrap), ("weighted median", .weightedMedian),
    ("Simple median", .simpleMedian), ("Penalised weighted median", .penalisedWeightedMedian),
    ("Simple mode", .simpleMode), ("Weighted mode", .weightedMode), ("Simple mode (NOME)", .simpleModeNOME),
    ("Weighted mode (NOME)", .weightedModeNOME), ("Wald ratio", .waldRatio),
    ("Maximum likelihood", .maximumLikelihood), ("IVW radial", .ivwRadial),
    ("Robust adjusted profile score (RAPS)", .mrRAPS), ("Unweighted regression", .unweightedRegression),
  ]

  @Test(arguments: methodNames)
  func everyMethodIsKnownByItsName(name: String, method: MethodID) throws {
    let text = ResultFixture.estimatesHeader + "A\tD\t\(name)\t1\t0.5\t0.2\t0.01\n"
    let rows = try TemporaryTable(text).estimates().rows
    #expect(rows.map(\.value.method) == [method])
  }

  @Test func everyMethodOfOtherToolsAloneHasAName() {
    let named = Set(Self.methodNames.map(\.1))
    #expect(named.count == Self.methodNames.count)
    #expect(named.isSuperset(of: MethodID.allCases.filter { !$0.isComputed }))
  }

  @Test func namesMayBeLongAndInAnyScript() throws {
    let chinese = String(repeating: "糖尿病足溃疡细胞因子", count: 20)
    let arabic = String(repeating: "قرحة القدم السكرية ", count: 11) + "!"
    #expect(chinese.count == 200)
    #expect(arabic.count >= 200)
    let text = ResultFixture.estimatesHeader + "\(chinese)\t\(arabic)\tWald ratio\t1\t0.5\t0.2\t0.0124\n"
    let row = try TemporaryTable(text).estimates().rows.first
    #expect(row?.exposure == chinese)
    #expect(row?.outcome == arabic)
  }

  @Test func smallPValuesKeepTheirSize() throws {
    let text =
      ResultFixture.estimatesHeader + "A\tD\tWald ratio\t1\t9\t0.2\t1e-400\nB\tD\tWald ratio\t1\t9\t0.2\t0\n"
    let rows = try TemporaryTable(text).estimates().rows
    #expect(rows[0].value.pValue?.negativeLog10 == 400)
    #expect(rows[1].value.pValue?.negativeLog10 == .infinity)
  }

  @Test func lineEndsMarksCompressionAndDelimitersMakeNoDifference() throws {
    let plain = try TemporaryTable(ResultFixture.heterogeneity).heterogeneity().rows
    let variants: [[UInt8]] = [
      Array(ResultFixture.heterogeneity.replacing("\n", with: "\r\n").utf8),
      [0xEF, 0xBB, 0xBF] + Array(ResultFixture.heterogeneity.utf8),
      Array(ResultFixture.heterogeneity.replacing(",", with: "\t").utf8),
    ]
    for bytes in variants {
      #expect(try TemporaryTable(bytes).heterogeneity().rows == plain)
    }
    for kind in [GZip.Kind.gzip, .bgzip] {
      let bytes = GZip.compress(ResultFixture.heterogeneity, as: kind)
      #expect(try TemporaryTable(bytes).heterogeneity().rows == plain)
    }
  }
}
