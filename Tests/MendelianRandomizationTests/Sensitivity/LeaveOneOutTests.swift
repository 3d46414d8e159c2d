import MendelianRandomization
import StudyModel
import Testing

@Suite struct LeaveOneOutTests {
  private func leaveOneOut(_ method: MethodID = .ivwRandomEffects) -> LeaveOneOut {
    LeaveOneOut(method: method, significanceLevel: 0.05, context: context())
  }

  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let rows = leaveOneOut().estimates(try ReferenceTables.variants(dataset)).rows
    #expect(Double(rows.count) == (try ReferenceTables.estimate(dataset, "n")))
    for row in rows {
      let id = row.variant
      #expect(isClose(row.estimate.value, try ReferenceTables.estimate(dataset, "loo_b", variant: id)))
      #expect(
        isClose(row.estimate.standardError, try ReferenceTables.estimate(dataset, "loo_se", variant: id))
      )
      #expect(isClose(row.estimate.pValue.value, try ReferenceTables.estimate(dataset, "loo_p", variant: id)))
    }
  }

  @Test func ofTwoVariantsTheOtherOnesWaldRatioIsLeft() throws {
    let two = [variant("rs1", x: 0.1, y: 0.02), variant("rs2", x: 0.2, y: 0.08)]
    let rows = leaveOneOut().estimates(two).rows
    #expect(rows.map(\.variant) == ["rs1", "rs2"])
    #expect(isClose(rows[0].estimate.value, 0.4))
    #expect(isClose(rows[0].estimate.standardError, 0.1))
    #expect(rows[0].heterogeneity == nil)
  }

  @Test func fewerThanTwoVariantsLeaveNothing() {
    #expect(leaveOneOut().estimates([]).rows.isEmpty)
    #expect(leaveOneOut().estimates([variant(x: 0.1, y: 0.2)]).rows.isEmpty)
  }

  @Test func shiftIsInStandardErrorsOfTheWhole() throws {
    let variants = try ReferenceTables.variants("body_fat_chd")
    let full = try InverseVarianceWeighted(model: .randomEffects).estimate(variants, context: context())
      .estimate
    for row in leaveOneOut().estimates(variants).rows {
      #expect(isClose(row.shift, (row.estimate.value - full.value) / full.standardError))
    }
  }

  @Test func aVariantThatCarriesTheConclusionIsAnAlarm() throws {
    // Nine variants say nothing much, the tenth says everything: without it p is high and the estimate is far
    // off.
    let quiet = (1...9).map { variant("rs\($0)", x: 0.1, y: 0.0005 * Double($0 % 3), yError: 0.02) }
    let loud = variant("loud", x: 0.5, y: 0.3, yError: 0.02)
    let row = try #require(leaveOneOut().estimates(quiet + [loud]).rows.last)
    #expect(row.moves.contains(.significanceLost))
    #expect(abs(row.shift) > 1)
    #expect(row.moves.contains(.alarm))
  }

  @Test func aSignThatTurnsIsAnAlarm() throws {
    let variants = [
      variant("rs1", x: 0.1, y: -0.01), variant("rs2", x: 0.1, y: -0.012), variant("rs3", x: 0.1, y: 0.05),
    ]
    let row = try #require(leaveOneOut().estimates(variants).rows.last)
    #expect(row.moves.contains(.signChanged))
    #expect(row.moves.contains(.alarm))
  }

  @Test func significanceLostByAHairIsNoAlarm() throws {
    // z of all ten is 2.03; without one it is 1.92, and the estimate hardly moves.
    let variants = (1...10).map {
      variant("rs\($0)", x: 0.1, y: 0.01279 + 0.0001 * Double($0 % 2), yError: 0.02)
    }
    for row in leaveOneOut().estimates(variants).rows {
      #expect(row.shift != 0)
      #expect(row.moves == [.significanceLost])
    }
  }

  @Test func anOutlierThatMakesTheHeterogeneityIsSaid() throws {
    let variants = (1...6).map { variant("rs\($0)", x: 0.1, y: 0.2, yError: 0.02) }
    let outlier = variant("outlier", x: 0.1, y: 0.35, yError: 0.02)
    let rows = leaveOneOut().estimates(variants + [outlier]).rows
    #expect(rows.last?.moves == [.heterogeneityCrossed])
    #expect(rows.first?.moves == [])
  }

  @Test func significanceGainedIsNoAlarm() throws {
    let variants = (1...6).map { variant("rs\($0)", x: 0.1, y: 0.04, yError: 0.02) }
    let outlier = variant("outlier", x: 0.1, y: -0.1, yError: 0.02)
    let row = try #require(leaveOneOut().estimates(variants + [outlier]).rows.last)
    #expect(row.moves.contains(.significanceGained))
    #expect(!row.moves.contains(.alarm))
  }

  @Test func mrPressoIsRunAnewWithoutEachVariant() throws {
    let variants = try ReferenceTables.variants("adiponectin_chd")
    var settled = context()
    settled.mrPresso.simulations = 2000
    let alone = settled
    settled.presso = MRPressoAnalysis(
      settings: settled.mrPresso,
      significanceLevel: 0.05,
      pair: settled.pair,
      seed: settled.seed
    ).analyse(variants)
    let rows = LeaveOneOut(method: .mrPresso, significanceLevel: 0.05, context: settled).estimates(variants)
      .rows
    #expect(!rows.isEmpty)
    for row in rows {
      let rest = variants.filter { $0.variant.id != row.variant }
      let anew = try MRPressoCorrected().estimate(rest, context: alone)
      #expect(row.estimate == anew.estimate)
    }
  }

  /// Without its outlier the global test of this pair does not reject.
  @Test func aVariantWithoutWhichThereIsNoEstimateIsNamed() throws {
    let variants = try ReferenceTables.variants("adiponectin_chd")
    let (rows, missing) = leaveOneOut(.mrPresso).estimates(variants)
    #expect(
      missing == [
        MissingEstimate(variant: "rs2980879", notEstimated: NotEstimated(reason: .globalTestNotRejected))
      ]
    )
    #expect(rows.map(\.variant) == variants.map(\.variant.id).filter { $0 != "rs2980879" })
  }

  @Test func effectsThatAreAllEqualWithoutOneGiveNoSlope() throws {
    let equal = (1...3).map { variant("rs\($0)", x: 0.1, y: 0.01 * Double($0)) }
    let (rows, missing) = leaveOneOut(.mrEgger).estimates(equal + [variant("other", x: 0.2, y: 0.1)])
    #expect(rows.map(\.variant) == ["rs1", "rs2", "rs3"])
    #expect(missing?.map(\.variant) == ["other"])
    #expect(missing?.first?.notEstimated.reason == .equalExposureEffects)
    #expect(leaveOneOut().estimates(equal).missing == nil)
  }

  @Test func onlyMethodsThatSimulateAreRefused() {
    func refusal(_ method: MethodID, _ count: Int) -> NotEstimated? {
      LeaveOneOut(method: method, significanceLevel: 0.05, context: context(draws: 1000))
        .refusal(variantCount: count)
    }
    let anew: Set<MethodID> = [.penalisedWeightedMedian, .simpleMode, .weightedMode, .mrEggerSIMEX]
    let shared: Set<MethodID> = [.weightedMedian, .simpleMedian]
    for method in MethodID.allCases where !anew.union(shared).contains(method) && method != .mrPresso {
      #expect(refusal(method, 10_000) == nil)
    }
    for method in shared {
      #expect(refusal(method, 20_000) == nil)
      #expect(refusal(method, 20_001)?.needed == 20_000)
    }
    for method in anew {
      #expect(refusal(method, 316) == nil)
      #expect(
        refusal(method, 317) == NotEstimated(reason: .tooManyDraws, needed: 316, available: 317)
      )
    }
    #expect(refusal(.mrPresso, 101)?.needed == 100)
  }
}
