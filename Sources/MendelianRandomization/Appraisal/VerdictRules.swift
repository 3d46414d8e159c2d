import StudyModel

/// The rule table behind the verdicts: read from the top, the first rule that applies decides.
///
/// Some checks are fatal to a class, others only limit it. An effect whose p is below the significance level starts from
/// *robust* and falls; one whose p is not starts from *no evidence (informative)* and falls to *not informative*.
package enum VerdictRules {
  /// What the primary estimate says by itself.
  package enum Evidence: String, CaseIterable, Hashable, Sendable {
    /// There is no estimate.
    case none
    /// p is not below the significance level.
    case null
    case significant
  }

  /// One row of the table.
  package struct Rule: Hashable, Sendable {
    /// Stands in the release.
    package let id: String
    package let evidence: Evidence
    /// All of them must be met.
    package let conditions: [Condition]
    package let verdict: Verdict
    /// Why, in a sentence, for the documentation.
    package let reason: String
  }

  /// Any of these checks has any of these statuses.
  package struct Condition: Hashable, Sendable {
    package let checks: [CheckID]
    package let statuses: Set<CheckStatus>

    func met(by checks: [AppraisalCheck]) -> [CheckID] {
      self.checks.filter { id in checks.contains { $0.id == id && statuses.contains($0.status) } }
    }
  }

  package struct Ruling: Hashable, Sendable {
    package let verdict: Verdict
    package let rule: String
    /// At most two.
    package let gravest: [CheckID]
  }

  /// The verdict, the rule that gave it, and the checks that weighed most: those that met the deciding rule, then those of
  /// the rules below it, in the order of the table.
  package static func ruling(on checks: [AppraisalCheck], evidence: Evidence) -> Ruling {
    var reasons: [CheckID] = []
    var deciding: Rule?
    for rule in table where rule.evidence == evidence {
      let met = rule.conditions.map { $0.met(by: checks) }
      guard !met.contains([]) else { continue }
      deciding = deciding ?? rule
      reasons += met.joined().filter { !reasons.contains($0) }
    }
    // The last rule of every kind of evidence has no condition; this is for the compiler.
    guard let deciding else { return Ruling(verdict: .notInformative, rule: "none", gravest: []) }
    return Ruling(verdict: deciding.verdict, rule: deciding.id, gravest: Array(reasons.prefix(2)))
  }

  private static let notHolding: Set<CheckStatus> = [.caution, .fails, .cannotBeAssessed]
  private static let missing: Set<CheckStatus> = [.fails, .cannotBeAssessed]

  private static func rule(
    _ id: String,
    _ evidence: Evidence,
    _ conditions: [([CheckID], Set<CheckStatus>)],
    _ verdict: Verdict,
    _ reason: String
  ) -> Rule {
    Rule(
      id: id,
      evidence: evidence,
      conditions: conditions.map { Condition(checks: $0.0, statuses: $0.1) },
      verdict: verdict,
      reason: reason
    )
  }

  package static let table: [Rule] = [
    // MARK: No estimate

    rule("no_estimate", .none, [], .notInformative, "Nothing was estimated."),

    // MARK: p not below the significance level

    rule(
      "null_outcome_first",
      .null,
      [([.direction], [.fails])],
      .notInformative,
      "The variants explain more of the outcome: they are no instruments of the exposure."
    ),
    rule(
      "null_weak",
      .null,
      [([.strength], [.fails])],
      .notInformative,
      "Weak instruments pull towards 0, which then shows nothing."
    ),
    rule(
      "null_pleiotropy",
      .null,
      [([.pleiotropy], [.fails])],
      .notInformative,
      "Directional pleiotropy may have cancelled an effect."
    ),
    rule(
      "null_outliers",
      .null,
      [([.outliers], [.fails])],
      .notInformative,
      "A few variants decide whether there is an effect."
    ),
    rule(
      "null_underpowered",
      .null,
      [([.power], missing)],
      .notInformative,
      "An effect of a size that matters could have been missed, or it is unknown whether it could."
    ),
    rule(
      "null_powered",
      .null,
      [],
      .noEvidenceInformative,
      "An effect of a size that matters would have been seen."
    ),

    // MARK: p below the significance level

    rule(
      "outcome_first",
      .significant,
      [([.direction], [.fails])],
      .notInformative,
      "The variants explain more of the outcome: the association may be the reverse effect."
    ),
    rule(
      "nominal_and_contradicted",
      .significant,
      [
        ([.multiplicity], missing),
        ([.strength, .pleiotropy, .outliers, .agreement, .leaveOneOut], [.fails]),
      ],
      .notInformative,
      "A p that the number of tests explains, of an estimate that its own checks contradict."
    ),
    rule(
      "nominal",
      .significant,
      [([.multiplicity], missing)],
      .suggestive,
      "The number of tests explains the p."
    ),
    rule(
      "weak",
      .significant,
      [([.strength], [.fails])],
      .suggestive,
      "Estimate and interval of weak instruments are off, towards 0 or towards confounding."
    ),
    rule(
      "correlated",
      .significant,
      [([.independence], [.fails])],
      .suggestive,
      "Correlated instruments count the same evidence twice."
    ),
    rule(
      "pleiotropy",
      .significant,
      [([.pleiotropy], [.fails])],
      .suggestive,
      "Directional pleiotropy biases the estimate."
    ),
    rule(
      "outliers",
      .significant,
      [([.outliers], [.fails])],
      .suggestive,
      "A few variants decide whether there is an effect."
    ),
    rule(
      "signs_differ",
      .significant,
      [([.agreement], [.fails])],
      .suggestive,
      "Methods with other assumptions point the other way."
    ),
    rule(
      "alarm",
      .significant,
      [([.leaveOneOut], [.fails])],
      .suggestive,
      "One variant decides whether there is an effect."
    ),
    rule(
      "too_few",
      .significant,
      [([.instruments], missing)],
      .suggestive,
      "So few variants cannot be held against each other."
    ),
    rule(
      "underpowered",
      .significant,
      [([.power], [.fails])],
      .supportedWithCautions,
      "Effects that such a study can see are overestimated when it sees them."
    ),
    rule(
      "heterogeneous",
      .significant,
      [([.heterogeneity], [.fails])],
      .supportedWithCautions,
      "The variants disagree on the size of the effect beyond what chance gives."
    ),
    rule(
      "caution",
      .significant,
      [
        (
          [
            .direction, .pleiotropy, .strength, .outliers, .agreement, .leaveOneOut, .heterogeneity,
            .instruments,
            .independence, .power, .comparability,
          ], notHolding
        )
      ],
      .supportedWithCautions,
      "A check does not hold, or cannot be made."
    ),
    rule("all_hold", .significant, [], .robust, "Every check holds."),
  ]
}
