import MendelianRandomization
import Statistics
import StudyModel
import Testing

@Suite struct RPackageDistortionTests {
  @Test func anySplitOfTheSimulationsGivesTheSameCount() throws {
    let effects = SummaryEffects(try ReferenceTables.variants("bmi_chd"))
    let package = RPackageDistortion(effects, isOutlier: effects.x.indices.map { $0 % 20 == 0 })
    let key = StreamKey(seed: 1, names: ["split"])
    let parts = [0..<7, 7..<300, 300..<500]
    #expect(
      package.exceedances(0..<500, key: key)
        == parts.map { package.exceedances($0, key: key) }.reduce(0, +)
    )
  }

  @Test(arguments: ReferenceTables.pressoDatasets)
  func thePackagesPIsMetOnRequest(_ dataset: String) throws {
    let result = try #require(presso(try ReferenceTables.variants(dataset), rDistortionP: true).distortion)
    let p = try #require(result.rPackagePValue?.value)
    let theirs = try ReferenceTables.presso(dataset, "distortion_p")
    let draws = try ReferenceTables.presso(dataset, "distortion_draws")
    #expect(abs(p - theirs) <= 4 * (theirs * (1 - theirs) * (1e-4 + 1 / draws)).squareRoot())
    #expect(isClose(result.rPackagePValueMonteCarloError, (p * (1 - p) / 10_000).squareRoot()))
  }

  @Test func countsSlopesOfAllOutliersAndDrawsOfTheOthers() {
    let variants = scattered(9) + [variant("far", x: 0.1, y: 0.4), variant("farther", x: 0.12, y: -0.3)]
    let effects = SummaryEffects(variants)
    let isOutlier = variants.map { $0.variant.id.hasPrefix("far") }
    let w = effects.weights
    func slope(_ places: [Int]) -> Double {
      places.map { w[$0] * effects.x[$0] * effects.y[$0] }.reduce(0, +)
        / places.map { w[$0] * effects.x[$0] * effects.x[$0] }.reduce(0, +)
    }
    func distortion(_ other: Double) -> Double { abs((slope(Array(0..<11)) - other) / other) }
    let key = StreamKey(seed: 6, names: ["package"])
    let expected = (0..<400).count { simulation in
      var stream = RandomStream(key, simulation: UInt64(simulation))
      var drawn = [Int](repeating: 0, count: 7)
      stream.fill(&drawn, below: 9)
      return distortion(slope([9, 10] + drawn)) > distortion(slope(Array(0..<9)))
    }
    #expect(expected > 0 && expected < 400)
    #expect(RPackageDistortion(effects, isOutlier: isOutlier).exceedances(0..<400, key: key) == expected)
  }

  @Test func withHalfOfTheVariantsOutliersEverySimulationIsTheSame() {
    let effects = SummaryEffects(scattered(4) + [0.5, 0.6, 0.7, 0.8].map { variant(x: 0.1, y: $0) })
    let package = RPackageDistortion(effects, isOutlier: (0..<8).map { $0 >= 4 })
    let count = package.exceedances(0..<50, key: StreamKey(seed: 1, names: ["half"]))
    // What is compared with the slope of all is that of the four outliers, against that of the four others.
    let all = RegressionThroughOrigin(x: effects.x, y: effects.y, weights: effects.weights).slope
    func part(_ range: Range<Int>) -> Double {
      RegressionThroughOrigin(
        x: Array(effects.x[range]),
        y: Array(effects.y[range]),
        weights: Array(effects.weights[range])
      ).slope
    }
    let (others, outliers) = (part(0..<4), part(4..<8))
    #expect(count == (abs((all - outliers) / outliers) > abs((all - others) / others) ? 50 : 0))
  }
}
