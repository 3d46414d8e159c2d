import ReleaseFormat
import StudyModel

/// What conclusions.json says of a pair, and of the whole study.
struct ConclusionFacts {
  private let header: ReleaseHeader
  private let appraisals: [PairID: Appraisal]
  private let tests: [PairID: [(family: TestFamily, test: AdjustedTest)]]
  let conclusions: Conclusions
  /// Of log₁₀ p, by the Monte Carlo, of the pairs whose own estimate is simulated; others are absent.
  private let errors: [PairID: Double]
  /// The largest of them in each family.
  private let largestErrors: [String: Double]

  init(_ release: OpenRelease) {
    header = release.header
    conclusions = release.conclusions
    let simulated = release.entries.compactMap { entry -> (PairID, Double)? in
      guard let result = entry.primaryEstimate, let monteCarlo = result.monteCarlo else { return nil }
      return (entry.id, FactNumber.errorOfLogarithm(result.estimate, monteCarlo))
    }
    let errors = Dictionary(simulated) { first, _ in first }
    self.errors = errors
    largestErrors = Dictionary(
      conclusions.families.map { family in (family.id, family.tests.compactMap { errors[$0.pair] }.max() ?? 0)
      }
    ) { first, _ in first }
    appraisals = Dictionary((conclusions.appraisals ?? []).map { ($0.pair, $0) }) { first, _ in first }
    var tests: [PairID: [(family: TestFamily, test: AdjustedTest)]] = [:]
    for family in conclusions.families {
      for test in family.tests { tests[test.pair, default: []].append((family, test)) }
    }
    self.tests = tests
  }

  /// The adjustment that the study rests on.
  var adjustment: AppraisalSettings.Adjustment {
    header.design.settings.appraisal?.adjustment ?? .benjaminiHochberg
  }

  func appraisal(_ pair: PairID) -> Appraisal? { appraisals[pair] }

  func tests(of pair: PairID) -> [(family: TestFamily, test: AdjustedTest)] { tests[pair] ?? [] }

  // MARK: Of a pair

  func appraisalFacts(_ pair: PairID) -> [Fact] {
    guard let appraisal = appraisals[pair] else { return [] }
    return [Fact(.verdict, code: appraisal.verdict.rawValue)]
      + appraisal.checks.map { check in
        Fact(.check, check.id.rawValue, code: "\(check.status.rawValue):\(check.finding.rawValue)")
      }
  }

  /// Whether each of the pair's tests passes, before and after each adjustment.
  func significanceFacts(_ pair: PairID) -> [Fact] {
    tests(of: pair).flatMap { family, test -> [Fact] in
      let level = family.significanceLevel
      // An adjusted p moves with its own p and, where p-values are stepped through, with the others.
      let own = errors[pair] ?? 0
      let largest = largestErrors[family.id] ?? 0
      var facts = [
        Fact(
          .nominalSignificance,
          family.id,
          code: test.pValue.code(at: level),
          [.pValue(test.pValue, error: own)]
        )
      ]
      for adjustment in AppraisalSettings.Adjustment.allCases {
        guard let adjusted = test.adjusted(adjustment) else { continue }
        let isOwn = adjustment == self.adjustment
        facts.append(
          Fact(
            isOwn ? .adjustedSignificance : .otherAdjustment,
            isOwn ? family.id : "\(family.id)/\(adjustment.rawValue)",
            code: adjusted.code(at: level),
            [.pValue(adjusted, error: largest)]
          )
        )
      }
      return facts
    }
  }

  // MARK: Of the study

  /// - Parameter traitNames: from the release's trait ids to those that both releases are told under.
  func studyFacts(_ traitNames: [TraitID: TraitID]) -> [Fact] {
    conclusions.families.map(family)
      + (conclusions.sharedInstruments ?? []).map { shared in
        Fact(
          .sharedInstrument,
          shared.variant,
          code: shared.traits.map { (traitNames[$0] ?? $0).rawValue }.sorted().joined(separator: " ")
        )
      }
  }

  private func family(_ family: TestFamily) -> Fact {
    let numbers: [FactNumber] = [
      .count("declared", family.declared), .count("tested", family.tested),
      .count("nominal", family.nominal),
      .count("passing_bonferroni", family.passingBonferroni),
      .count("passing_benjamini_hochberg", family.passingBenjaminiHochberg),
      .plain("significance_level", family.significanceLevel),
    ]
    return Fact(
      .family,
      family.id,
      code: family.method.rawValue,
      numbers + FactNumber.optional("effective_tests", family.effectiveTests?.count)
    )
  }
}

extension AdjustedTest {
  /// Nil where the release does not have that adjustment.
  func adjusted(_ adjustment: AppraisalSettings.Adjustment) -> PValue? {
    switch adjustment {
    case .bonferroni: bonferroni
    case .holm: holm
    case .benjaminiHochberg: benjaminiHochberg
    case .benjaminiYekutieli: benjaminiYekutieli
    case .storey: storey
    case .effective: effective
    }
  }
}
