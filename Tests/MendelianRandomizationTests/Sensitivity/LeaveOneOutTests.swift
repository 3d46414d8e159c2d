import MendelianRandomization
import StudyModel
import Testing

@Suite struct LeaveOneOutTests {
  private func leaveOneOut(_ method: MethodID = .ivwRandomEffects) -> LeaveOneOut {
    LeaveOneOut(method: method, significanceLevel: 0.05, context: context())
  }

  @Test(arguments: ReferenceTables.datasets)
  func agreesWithThePeer(_ dataset: String) throws {
    let rows = leaveOneOut().estimates(try ReferenceTables.variants(dataset))
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
    let rows = leaveOneOut().estimates(two)
    #expect(rows.map(\.variant) == ["rs1", "rs2"])
    #expect(isClose(rows[0].estimate.value, 0.4))
    #expect(isClose(rows[0].estimate.standardError, 0.1))
    #expect(rows[0].heterogeneity == nil)
  }

  @Test func fewerThanTwoVariantsLeaveNothing() {
    #expect(leaveOneOut().estimates([]).isEmpty)
    #expect(leaveOneOut().estimates([variant(x: 0.1, y: 0.2)]).isEmpty)
  }

  @Test func shiftIsInStandardErrorsOfTheWhole() throws {
    let variants = try ReferenceTables.variants("body_fat_chd")
    let full = try InverseVarianceWeighted(model: .randomEffects).estimate(variants, context: context())
      .estimate
    for row in leaveOneOut().estimates(variants) {
      #expect(isClose(row.shift, (row.estimate.value - full.value) / full.standardError))
    }
  }

  @Test func aVariantThatCarriesTheConclusionIsAnAlarm() throws {
    // Nine variants say nothing much, the tenth says everything: without it p is high and the estimate is far
    // off.
    let quiet = (1...9).map { variant("rs\($0)", x: 0.1, y: 0.0005 * Double($0 % 3), yError: 0.02) }
    let loud = variant("loud", x: 0.5, y: 0.3, yError: 0.02)
    let row = try #require(leaveOneOut().estimates(quiet + [loud]).last)
    #expect(row.moves.contains(.significanceLost))
    #expect(abs(row.shift) > 1)
    #expect(row.moves.contains(.alarm))
  }

  @Test func aSignThatTurnsIsAnAlarm() throws {
    let variants = [
      variant("rs1", x: 0.1, y: -0.01), variant("rs2", x: 0.1, y: -0.012), variant("rs3", x: 0.1, y: 0.05),
    ]
    let row = try #require(leaveOneOut().estimates(variants).last)
    #expect(row.moves.contains(.signChanged))
    #expect(row.moves.contains(.alarm))
  }

  @Test func significanceLostByAHairIsNoAlarm() throws {
    // z of all ten is 2.03; without one it is 1.92, and the estimate hardly moves.
    let variants = (1...10).map {
      variant("rs\($0)", x: 0.1, y: 0.01279 + 0.0001 * Double($0 % 2), yError: 0.02)
    }
    for row in leaveOneOut().estimates(variants) {
      #expect(row.shift != 0)
      #expect(row.moves == [.significanceLost])
    }
  }

  @Test func anOutlierThatMakesTheHeterogeneityIsSaid() throws {
    let variants = (1...6).map { variant("rs\($0)", x: 0.1, y: 0.2, yError: 0.02) }
    let outlier = variant("outlier", x: 0.1, y: 0.35, yError: 0.02)
    let rows = leaveOneOut().estimates(variants + [outlier])
    #expect(rows.last?.moves == [.heterogeneityCrossed])
    #expect(rows.first?.moves == [])
  }

  @Test func significanceGainedIsNoAlarm() throws {
    let variants = (1...6).map { variant("rs\($0)", x: 0.1, y: 0.04, yError: 0.02) }
    let outlier = variant("outlier", x: 0.1, y: -0.1, yError: 0.02)
    let row = try #require(leaveOneOut().estimates(variants + [outlier]).last)
    #expect(row.moves.contains(.significanceGained))
    #expect(!row.moves.contains(.alarm))
  }
}
