import Statistics
import StudyModel

/// Turns another tool's results of a pair into a pair's result. Estimates, standard errors and p-values stay as
/// supplied; intervals, I² and Q − Q′ are computed from them; whatever needs variants says that it is not there.
enum SuppliedResultsAnalysis {
  /// - Parameters:
  ///   - empty: the pair's identity, scale and inputs.
  ///   - tested: the methods that the study's conclusions rest on; the result says of each why it is not there.
  static func result(
    _ supplied: SuppliedResults,
    of empty: PairResult,
    tested: [MethodID]
  ) -> PairResult {
    var result = empty
    let order = Dictionary(uniqueKeysWithValues: zip(MethodID.allCases, 0...))
    result.basis = .suppliedResults
    let outcomes = supplied.estimates.map(outcome)
    result.estimates = (outcomes + missing(outcomes, tested))
      .sorted { order[$0.method, default: 0] < order[$1.method, default: 0] }
    result.status =
      supplied.estimates.contains { $0.value != nil } ? .analysed : .resultsNotSupplied
    result.heterogeneity = heterogeneity(supplied.heterogeneity)
    result.eggerIntercept = intercept(supplied)
    result.presso = MRPresso(notEstimated: NotEstimated(reason: .onlyResultsSupplied))
    result.steiger = Steiger(notEstimated: NotEstimated(reason: .onlyResultsSupplied))
    return result
  }

  /// One outcome for each tested method without a row. A pair of one variant is tested by its Wald ratio, and a pair
  /// without rows says so by its status.
  private static func missing(_ outcomes: [MethodOutcome], _ tested: [MethodID]) -> [MethodOutcome] {
    let isTested = outcomes.contains { $0.method == .waldRatio && $0.result != nil }
    guard !outcomes.isEmpty, !isTested else { return [] }
    return Set(tested).subtracting(outcomes.map(\.method)).map {
      MethodOutcome(method: $0, notEstimated: NotEstimated(reason: .notInResults))
    }
  }

  private static func outcome(_ row: SuppliedEstimate) -> MethodOutcome {
    let distribution = TestDistribution(row.method, variantCount: row.variantCount)
    let missing = MethodOutcome(method: row.method, notEstimated: NotEstimated(reason: .notInResults))
    guard let value = row.value, let error = row.standardError, let pValue = row.pValue,
      distribution.isDefined
    else { return missing }
    var estimate = distribution.estimate(value: value, standardError: error)
    // A p that was printed as 0 has lost its size; the two other numbers still tell it.
    if pValue.negativeLog10.isFinite { estimate.pValue = pValue }
    guard estimate.isUsable else {
      return MethodOutcome(method: row.method, notEstimated: NotEstimated(reason: .notFinite))
    }
    return MethodOutcome(
      CausalEstimate(method: row.method, variantCount: row.variantCount, estimate: estimate)
    )
  }

  private static func heterogeneity(_ rows: [SuppliedHeterogeneity]) -> Heterogeneity {
    var heterogeneity = Heterogeneity()
    do throws(NotEstimated) {
      heterogeneity.cochran = try test(.ivwRandomEffects, among: rows)
    } catch {
      heterogeneity.cochranNotEstimated = error
    }
    do throws(NotEstimated) {
      heterogeneity.rucker = try test(.mrEgger, among: rows)
    } catch {
      heterogeneity.ruckerNotEstimated = error
    }
    if let cochran = heterogeneity.cochran, let rucker = heterogeneity.rucker {
      heterogeneity.difference = HeterogeneityAnalysis.difference(cochran, rucker)
    }
    return heterogeneity
  }

  /// Throws `notInResults` where no row is the method's, `notFinite` where its Q is no number.
  private static func test(
    _ method: MethodID,
    among rows: [SuppliedHeterogeneity]
  ) throws(NotEstimated) -> HeterogeneityTest {
    guard let row = rows.first(where: { $0.method == method }) else {
      throw NotEstimated(reason: .notInResults)
    }
    var test = try HeterogeneityTest(method: method, q: row.q, degreesOfFreedom: row.degreesOfFreedom)
    if row.pValue.negativeLog10.isFinite { test.pValue = row.pValue }
    return test
  }

  private static func intercept(_ supplied: SuppliedResults) -> EggerIntercept {
    let missing = EggerIntercept(notEstimated: NotEstimated(reason: .notInResults))
    guard let row = supplied.pleiotropy,
      let count = supplied.variantCount, count > 2
    else { return missing }
    var estimate = Inference.studentT(
      value: row.intercept,
      standardError: row.standardError,
      degreesOfFreedom: count - 2
    )
    if row.pValue.negativeLog10.isFinite { estimate.pValue = row.pValue }
    guard estimate.isUsable else { return EggerIntercept(notEstimated: NotEstimated(reason: .notFinite)) }
    return EggerIntercept(estimate: estimate)
  }
}
