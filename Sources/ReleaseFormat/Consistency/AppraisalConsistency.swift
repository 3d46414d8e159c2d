import StudyModel

/// Whether the appraisals of a release speak of its pairs and of the checks that they list.
struct AppraisalConsistency {
  let appraisals: [Appraisal]
  let pairs: Set<PairID>
  /// What every family gives a pair.
  private let adjusted: [PairID: Set<Double>]

  init(appraisals: [Appraisal], pairs: Set<PairID>, families: [TestFamily]) {
    self.appraisals = appraisals
    self.pairs = pairs
    var adjusted: [PairID: Set<Double>] = [:]
    for test in families.flatMap(\.tests) {
      let values = [
        test.bonferroni, test.benjaminiHochberg, test.holm, test.benjaminiYekutieli, test.storey,
        test.effective,
      ]
      adjusted[test.pair, default: []].formUnion(values.compactMap { $0?.value })
    }
    self.adjusted = adjusted
  }

  /// What differs, each as a sentence of conclusions.json.
  func summaries() -> [String] {
    var seen: Set<PairID> = []
    return appraisals.flatMap { appraisal -> [String] in
      var summaries: [String] = []
      func say(_ what: String) { summaries.append("the appraisal of \(appraisal.pair) \(what)") }
      guard pairs.contains(appraisal.pair) else {
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
    return adjusted[appraisal.pair]?.contains(number) == true
      ? nil : "rests on the adjusted p value \(number), which no family gives it"
  }
}
