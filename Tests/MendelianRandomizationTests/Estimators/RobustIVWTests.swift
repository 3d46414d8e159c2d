import MendelianRandomization
import StudyModel
import Testing

@Suite struct RobustIVWTests {
  /// The peer's iterations stop at steps of 1e-7; of `body_fat_chd` its scale is the larger one by 3e-6.
  @Test(arguments: ReferenceTables.datasets, [false, true])
  func agreesWithThePeer(_ dataset: String, _ isPenalised: Bool) throws {
    let variants = try ReferenceTables.variants(dataset)
    let name = isPenalised ? "robust_penalised_ivw" : "robust_ivw"
    let result = try #require(
      RobustIVW(isPenalised: isPenalised).outcome(variants, context: context()).result
    )
    let scale = try #require(result.residualStandardError)
    #expect(isClose(result.estimate.value, try ReferenceTables.further(dataset, "\(name)_b"), relative: 5e-6))
    #expect(isClose(scale, try ReferenceTables.further(dataset, "\(name)_scale"), relative: 5e-6))
    // Of three variants the peer takes its fixed-effect model, which divides by the scale whatever it is.
    guard variants.count > 3 else { return }
    #expect(
      isClose(
        result.estimate.standardError,
        try ReferenceTables.further(dataset, "\(name)_se"),
        relative: 5e-6
      )
    )
  }

  @Test func anOutlierHardlyMovesIt() throws {
    let line = (1...12).map { index in
      variant(
        "rs\(index)",
        x: 0.02 * Double(index),
        y: 0.01 * Double(index) + (index % 2 == 0 ? 1e-3 : -1e-3)
      )
    }
    let outlier = variant("rs99", x: 0.2, y: -3)
    let robust = RobustIVW(isPenalised: false)
    let without = try #require(robust.outcome(line, context: context()).result?.estimate.value)
    let with = try #require(robust.outcome(line + [outlier], context: context()).result?.estimate.value)
    #expect(abs(with - without) < 1e-3)
  }

  @Test func variantsOnOneLineHaveNoScale() {
    let exact = (1...5).map { variant("rs\($0)", x: 0.1 * Double($0), y: 0.05 * Double($0)) }
    let outcome = RobustIVW(isPenalised: false).outcome(exact, context: context())
    #expect(outcome.notEstimated?.reason == .notConverged)
  }

  @Test func needsThreeVariants() {
    let two = [variant("rs1", x: 0.1, y: 0.05), variant("rs2", x: 0.2, y: 0.05)]
    let outcome = RobustIVW(isPenalised: true).outcome(two, context: context())
    #expect(outcome.notEstimated == NotEstimated(reason: .tooFewVariants, needed: 3, available: 2))
  }
}
