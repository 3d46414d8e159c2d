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
struct KnownPair {
  let id: PairID
  let status: PairStatus
  /// The test that a family of that method makes of the pair.
  let test: (MethodID) -> Test

  enum Test {
    case made(method: MethodID, pValue: PValue)
    /// The pair has no estimate that could be tested.
    case none
    /// The pair was not opened, and its line in pairs.jsonl does not tell.
    case unknown
  }

  init(_ pair: PairResult) {
    id = pair.id
    status = pair.status
    test = { method in
      guard let estimate = pair.primaryEstimate(method) else { return .none }
      return .made(method: estimate.method, pValue: estimate.estimate.pValue)
    }
  }

  /// - Parameter primaryMethod: the study's, whose estimate pairs.jsonl holds.
  init(_ entry: PairIndexEntry, primaryMethod: MethodID) {
    id = entry.id
    status = entry.status
    test = { method in
      guard method == primaryMethod else { return .unknown }
      guard let estimate = entry.primaryEstimate else { return .none }
      return .made(method: estimate.method, pValue: estimate.estimate.pValue)
    }
  }
}
