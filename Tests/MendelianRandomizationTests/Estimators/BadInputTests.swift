import MendelianRandomization
import StudyModel
import Testing

/// Whatever the numbers are, a method gives an estimate that can be written down or a reason, and never stops.
@Suite struct BadInputTests {
  private static let sets: [(String, [HarmonisedVariant])] = {
    func set(_ count: Int, _ make: (Int) -> HarmonisedVariant) -> [HarmonisedVariant] {
      (0..<count).map(make)
    }
    let name = { (index: Int) in "rs\(index)" }
    return [
      ("none", []),
      ("one", [variant("rs1", x: 0.1, y: 0.05)]),
      ("two", set(2) { variant(name($0), x: 0.1 + 0.1 * Double($0), y: 0.05) }),
      ("equal", set(12) { variant(name($0), x: 0.1, y: 0.05) }),
      ("collinear", set(12) { variant(name($0), x: 0.25 * Double($0 + 1), y: 0.5 * Double($0 + 1)) }),
      ("equal exposures", set(12) { variant(name($0), x: 0.1, y: 0.01 * Double($0)) }),
      ("no effect", set(12) { variant(name($0), x: 0.01 * Double($0 + 1), y: 0) }),
      ("one-sided", set(12) { variant(name($0), x: 0.01 * Double($0 + 1), y: 5, yError: 1e-3) }),
      (
        "enormous",
        set(12) { variant(name($0), x: 1e300, xError: 1e298, y: 1e300 * Double($0), yError: 1e299) }
      ),
      (
        "tiny",
        set(12) { variant(name($0), x: 1e-300, xError: 1e-302, y: 1e-300 * Double($0), yError: 1e-301) }
      ),
      (
        "both",
        set(12) {
          variant(name($0), x: $0 % 2 == 0 ? 1e-300 : 1e300, xError: 1e-300, y: 1e-200, yError: 1e200)
        }
      ),
      (
        "exact",
        set(12) { variant(name($0), x: 0.1 * Double($0 + 1), xError: 1e-300, y: 0.1, yError: 1e-300) }
      ),
      ("weak", set(12) { variant(name($0), x: 1e-6 * Double($0 + 1), xError: 1, y: 0.1, yError: 1) }),
      ("noise", set(12) { variant(name($0), x: 0.1, xError: 1e300, y: 0.1 * Double($0), yError: 0.1) }),
      ("opposed", set(12) { variant(name($0), x: 0.1, y: $0 % 2 == 0 ? 1 : -1) }),
    ]
  }()

  @Test(arguments: MethodID.computed, 0..<Self.sets.count)
  func anEstimateOrAReason(_ method: MethodID, _ place: Int) {
    let (name, variants) = Self.sets[place]
    let outcome = MethodTable.outcome(method, variants, context: context(draws: 50))
    #expect((outcome.result == nil) != (outcome.notEstimated == nil), "\(name)")
    guard let estimate = outcome.result?.estimate else { return }
    #expect(estimate.value.isFinite && estimate.standardError > 0, "\(name)")
    #expect(estimate.interval.lower <= estimate.interval.upper, "\(name)")
    #expect(estimate.pValue.negativeLog10.isFinite && estimate.pValue.negativeLog10 >= 0, "\(name)")
    for number in [
      outcome.result?.residualStandardError, outcome.result?.details?.tauSquared,
      outcome.result?.details?.tuning, outcome.result?.details?.effectiveStrength,
      outcome.result?.monteCarlo?.standardErrorOfStandardError,
      outcome.result?.monteCarlo?.standardErrorOfEstimate,
    ].compactMap({ $0 }) {
      #expect(number.isFinite, "\(name)")
    }
  }

  /// The whole analysis of a pair, which holds every sensitivity analysis.
  @Test(arguments: 0..<Self.sets.count)
  func theWholeAnalysis(_ place: Int) {
    let pair = studyPair("A")
    var settings = AnalysisSettings(methods: MethodID.computed, bootstrapDraws: 50)
    settings.mrPresso.simulations = 100
    settings.leaveOneOutMethods = [.mrEgger, .weightedMedian]
    settings.cml = CMLSettings(perturbations: 3)
    settings.instrumentSource = InstrumentSource(sample: .same)
    let design = studyDesign(pairs: [pair], settings: settings)
    let analysis = StudyAnalysis(design: design)
    let result = analysis.analyse(pair, data: suppliedTable(Self.sets[place].1), inputs: [])
    #expect(result.estimates.map(\.method) == MethodID.computed)
    let conclusions = analysis.conclude([result])
    #expect(conclusions.appraisals?.count == 1)
    let numbers = [
      result.further?.exposureHeterogeneity?.weighted, result.further?.selection?.correctedMeanF,
      result.further?.power?.analysis?.detectable, result.further?.fisher?.statistic,
      result.further?.overlapBias?.worstRelativeBias,
    ]
    for number in numbers.compactMap({ $0 }) { #expect(number.isFinite) }
    for row in result.further?.influence ?? [] {
      #expect(row.cooksDistance.isFinite && row.leverage.isFinite)
    }
  }
}
