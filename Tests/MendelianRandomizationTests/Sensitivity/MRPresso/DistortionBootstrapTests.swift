import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct DistortionBootstrapTests {
  @Test func anySplitOfTheResamplesGivesTheSameNumbers() throws {
    let effects = SummaryEffects(try ReferenceTables.variants("bmi_chd"))
    let bootstrap = DistortionBootstrap(effects, isOutlier: effects.x.indices.map { $0 % 20 == 0 })
    let key = StreamKey(seed: 1, names: ["split"])
    let parts = [0..<7, 7..<300, 300..<500]
    #expect(
      bootstrap.percents(0..<500, key: key) == parts.flatMap { bootstrap.percents($0, key: key) }
    )
  }

  @Test func twoVariantsLeftOfManyStillGiveAnInterval() {
    let effects = SummaryEffects((0..<200).map { variant("rs\($0)", x: 0.1, y: $0 < 2 ? 0.04 : 1) })
    let bootstrap = DistortionBootstrap(effects, isOutlier: (0..<200).map { $0 >= 2 })
    let percents = bootstrap.percents(0..<500, key: StreamKey(seed: 1, names: ["two"]))
    #expect(percents.allSatisfy { $0.isFinite })
  }

  @Test func aResampleWithFewerThanTwoOtherVariantsIsDrawnAgain() {
    // Ratios are 1 and, of the outliers, 0: D% tells how many of the four draws are no outliers.
    let effects = SummaryEffects([0.1, 0.1, 0, 0].map { variant(x: 0.1, y: $0) })
    let bootstrap = DistortionBootstrap(effects, isOutlier: [false, false, true, true])
    let percents = bootstrap.percents(0..<4000, key: StreamKey(seed: 1, names: ["again"]))
    let counts = [-50.0, -25, 0].map { percent in percents.count { abs($0 - percent) < 1e-9 } }
    #expect(counts.reduce(0, +) == 4000)
    // Of the eleven ways to draw two or more, six draw two; five standard deviations.
    let expected = 4000 * 6.0 / 11
    #expect(abs(Double(counts[0]) - expected) < 5 * (expected * 5 / 11).squareRoot())
  }

  @Test func percentByHand() {
    // Slopes 0.5 of all four, 0.25 of the first two: 100·(0.5 − 0.25)/0.25; and with the sign turned.
    let effects = SummaryEffects([0.02, 0.03, 0.07, 0.08].map { variant(x: 0.1, y: $0) })
    let isOutlier = [false, false, true, true]
    #expect(isClose(DistortionBootstrap(effects, isOutlier: isOutlier).percent, 100))
    let turned = SummaryEffects([-0.02, -0.03, -0.07, -0.08].map { variant(x: 0.1, y: $0) })
    #expect(isClose(DistortionBootstrap(turned, isOutlier: isOutlier).percent, -100))
  }
}
