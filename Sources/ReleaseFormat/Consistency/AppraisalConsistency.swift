import StudyModel

/// Whether the appraisals of a release speak of its pairs and of the checks that they list.
struct AppraisalConsistency {
  let appraisals: [Appraisal]
  let pairs: [PairID: PairResult]
  let families: [TestFamily]

  /// What differs, each as a sentence of conclusions.json.
  func summaries() -> [String] {
    var seen: Set<PairID> = []
    return appraisals.flatMap { appraisal -> [String] in
      var summaries: [String] = []
      func say(_ what: String) { summaries.append("the appraisal of \(appraisal.pair) \(what)") }
      guard pairs[appraisal.pair] != nil else {
        say("is of no pair of this release")
        return summaries
      }
      if !seen.insert(appraisal.pair).inserted { say("stands more than once") }
      let checks = appraisal.checks.map(\.id)
      if Set(checks).count < checks.count { say("makes a check more than once") }
      for id in appraisal.gravest {
        let check = appraisal.checks.first { $0.id == id }
        if check.map({ $0.status == .holds }) ?? true {
          say(
            "names \(id.rawValue) among what weighs against it, and no check of that name speaks against it"
          )
        }
      }
      if let problem = multiplicity(appraisal) { say(problem) }
      return summaries
    }
  }

  /// The adjusted p that the check rests on must be one that a family gives the pair.
  private func multiplicity(_ appraisal: Appraisal) -> String? {
    guard let number = appraisal.checks.first(where: { $0.id == .multiplicity })?.number else { return nil }
    let own = families.flatMap(\.tests).filter { $0.pair == appraisal.pair }
    let adjusted = own.flatMap { test in
      [
        test.bonferroni, test.benjaminiHochberg, test.holm, test.benjaminiYekutieli, test.storey,
        test.effective,
      ].compactMap { $0?.value }
    }
    return adjusted.contains(number)
      ? nil : "rests on the adjusted p value \(number), which no family gives it"
  }
}
