import StudyModel

/// Whether conclusions.json says what the pairs say.
struct ConclusionCheck {
  let header: ReleaseHeader
  let conclusions: Conclusions
  let pairs: [PairID: KnownPair]

  func problems() -> [InputProblem] {
    let level = header.design.settings.significanceLevel
    let families = conclusions.families
    let appraisals = AppraisalConsistency(
      appraisals: conclusions.appraisals ?? [],
      pairs: Set(pairs.keys),
      families: families
    )
    let summaries =
      families.flatMap { FamilyConsistency(family: $0, pairs: pairs, significanceLevel: level).summaries() }
      + appraisals.summaries()
    return summaries.map { .damaged(ReleaseEncoder.conclusionsFile, $0) }
  }
}

/// What is known of a pair when the families of tests are held against it.
struct KnownPair: Sendable {
  let id: PairID
  let status: PairStatus
  private let tests: [MethodID: Test]
  /// Of the methods that are not among them.
  private let otherwise: Test

  enum Test: Sendable {
    case made(method: MethodID, pValue: PValue)
    /// The pair has no estimate that could be tested.
    case none
    /// The pair was not opened, and its line in pairs.jsonl does not tell.
    case unknown
  }

  init(_ pair: PairResult) {
    id = pair.id
    status = pair.status
    tests = Dictionary(
      pair.estimates.compactMap { outcome in outcome.result.map { (outcome.method, Test($0)) } }
    ) { first, _ in first }
    // Methods without an estimate fall back on the ratio of a lone variant, whichever they are.
    otherwise = Test(pair.primaryEstimate(.waldRatio))
  }

  /// - Parameter primaryMethod: the study's, whose estimate pairs.jsonl holds.
  init(_ entry: PairIndexEntry, primaryMethod: MethodID) {
    id = entry.id
    status = entry.status
    tests = [primaryMethod: Test(entry.primaryEstimate)]
    otherwise = .unknown
  }

  /// The test that a family of that method makes of the pair.
  func test(_ method: MethodID) -> Test { tests[method] ?? otherwise }
}

extension KnownPair.Test {
  fileprivate init(_ estimate: CausalEstimate?) {
    self = estimate.map { .made(method: $0.method, pValue: $0.estimate.pValue) } ?? .none
  }
}
