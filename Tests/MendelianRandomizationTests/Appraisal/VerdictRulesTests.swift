import MendelianRandomization
import StudyModel
import Testing

@Suite struct VerdictRulesTests {
  /// Every check holding, but for those given.
  private func checks(_ changed: [CheckID: CheckStatus] = [:]) -> [AppraisalCheck] {
    CheckID.allCases.map { AppraisalCheck(id: $0, status: changed[$0] ?? .holds, finding: .notAvailable) }
  }

  private func ruling(
    _ evidence: VerdictRules.Evidence,
    _ changed: [CheckID: CheckStatus] = [:]
  ) -> VerdictRules.Ruling { VerdictRules.ruling(on: checks(changed), evidence: evidence) }

  /// One case a row: evidence, what does not hold, the row that must decide, its verdict and the gravest checks.
  private static let rows: [(VerdictRules.Evidence, [CheckID: CheckStatus], String, Verdict, [CheckID])] = [
    (.none, [:], "no_estimate", .notInformative, []),
    (.null, [.direction: .fails], "null_outcome_first", .notInformative, [.direction]),
    (.null, [.strength: .fails], "null_weak", .notInformative, [.strength]),
    (.null, [.pleiotropy: .fails], "null_pleiotropy", .notInformative, [.pleiotropy]),
    (.null, [.outliers: .fails], "null_outliers", .notInformative, [.outliers]),
    (.null, [.power: .fails], "null_underpowered", .notInformative, [.power]),
    (.null, [.multiplicity: .fails], "null_powered", .noEvidenceInformative, []),
    (.significant, [.direction: .fails], "outcome_first", .notInformative, [.direction]),
    (
      .significant, [.multiplicity: .fails, .agreement: .fails], "nominal_and_contradicted", .notInformative,
      [.multiplicity, .agreement]
    ),
    (.significant, [.multiplicity: .fails], "nominal", .suggestive, [.multiplicity]),
    (.significant, [.strength: .fails], "weak", .suggestive, [.strength]),
    (.significant, [.independence: .fails], "correlated", .suggestive, [.independence]),
    (.significant, [.pleiotropy: .fails], "pleiotropy", .suggestive, [.pleiotropy]),
    (.significant, [.outliers: .fails], "outliers", .suggestive, [.outliers]),
    (.significant, [.agreement: .fails], "signs_differ", .suggestive, [.agreement]),
    (.significant, [.leaveOneOut: .fails], "alarm", .suggestive, [.leaveOneOut]),
    (.significant, [.instruments: .cannotBeAssessed], "too_few", .suggestive, [.instruments]),
    (.significant, [.power: .fails], "underpowered", .supportedWithCautions, [.power]),
    (.significant, [.heterogeneity: .fails], "heterogeneous", .supportedWithCautions, [.heterogeneity]),
    (.significant, [.comparability: .cannotBeAssessed], "caution", .supportedWithCautions, [.comparability]),
    (.significant, [:], "all_hold", .robust, []),
  ]

  @Test(arguments: 0..<Self.rows.count)
  func everyRowDecides(_ place: Int) {
    let (evidence, changed, rule, verdict, gravest) = Self.rows[place]
    let ruling = ruling(evidence, changed)
    #expect(ruling.rule == rule)
    #expect(ruling.verdict == verdict)
    #expect(ruling.gravest == gravest)
  }

  @Test func theCasesAreTheTable() {
    #expect(VerdictRules.table.map(\.id) == Self.rows.map(\.2))
    #expect(VerdictRules.table.map(\.verdict) == Self.rows.map(\.3))
  }

  /// Whatever the checks say, some rule decides, and worse checks never make a better verdict.
  @Test(arguments: [VerdictRules.Evidence.null, .significant])
  func aWorseCheckNeverHelps(_ evidence: VerdictRules.Evidence) {
    let order: [Verdict] = [
      .robust, .supportedWithCautions, .suggestive, .noEvidenceInformative, .notInformative,
    ]
    func rank(_ verdict: Verdict) -> Int { order.firstIndex(of: verdict) ?? -1 }
    for first in CheckID.allCases {
      for second in CheckID.allCases where second != first {
        for status in [CheckStatus.caution, .cannotBeAssessed, .fails] {
          let one = ruling(evidence, [first: status])
          let both = ruling(evidence, [first: status, second: .fails])
          #expect(rank(both.verdict) >= rank(one.verdict))
        }
      }
    }
  }

  /// Every check can cost an effect its first class.
  @Test(arguments: CheckID.allCases)
  func robustNeedsEveryCheck(_ check: CheckID) {
    #expect(ruling(.significant, [check: .cannotBeAssessed]).verdict != .robust)
    #expect(ruling(.significant, [check: .fails]).verdict != .robust)
  }

  @Test func theGravestReasonsAreTwoInTheOrderOfTheTable() {
    let ruling = ruling(
      .significant,
      [.power: .fails, .comparability: .caution, .multiplicity: .fails, .heterogeneity: .caution]
    )
    #expect(ruling.verdict == .suggestive)
    #expect(ruling.gravest == [.multiplicity, .power])
  }

  @Test func theMeterHasThreeTwoOneTwoAndNoSteps() {
    #expect(Verdict.allCases.map(\.certainty) == [3, 2, 1, 2, 0])
  }
}
