import StudyModel

/// The appraisals of a whole study.
struct StudyAppraisal {
  let design: StudyDesign
  let families: [TestFamily]

  /// One a pair, in the order of the design; expects the result of every pair, in any order.
  func appraisals(_ results: [PairResult]) -> [Appraisal] {
    let byID = Dictionary(results.map { ($0.id, $0) }) { first, _ in first }
    return design.pairs.compactMap { pair in
      byID[pair.id].map { result in
        PairAppraisal(design: design, pair: pair, result: result, family: family(of: pair.id)).appraisal()
      }
    }
  }

  /// The family of the primary method that holds the pair, one of a single direction before one of both.
  private func family(of pair: PairID) -> TestFamily? {
    let own = families.filter { family in
      family.method == design.settings.primaryMethod && family.tests.contains { $0.pair == pair }
    }
    return own.first { $0.directions.count == 1 } ?? own.first
  }
}
