/// What more than one method assumes, a full sentence each (STROBE-MR item 5).
enum SharedAssumptions {
  // Of every method of many variants, or all but one.

  static let relevance = "Each variant is associated with the exposure."
  static let independence = "No variant shares a common cause with the outcome."
  static let exclusion = "Every variant affects the outcome only through the exposure."
  static let linearity =
    "The effects of the variants on exposure and outcome are linear and the same in both samples, which "
    + "come from one underlying population."
  static let uncorrelated = "The variants are independent of each other."

  // Of families of methods.

  static let oneEffect = "All variants estimate one and the same causal effect."
  static let balancedPleiotropy =
    "Effects on the outcome that do not run through the exposure average to zero over the variants and do not "
    + "depend on the variants' strength (balanced pleiotropy, InSIDE)."
  static let inside =
    "Effects on the outcome that do not run through the exposure may have any average, but do not depend on the "
    + "variants' strength (InSIDE)."
  static let nome = "The effects on the exposure are measured with negligible error (NOME)."
  static let modalPleiotropy =
    "The largest group of variants whose ratio estimates agree consists of variants that affect the outcome only "
    + "through the exposure (zero modal pleiotropy)."
  static let weightedModalPleiotropy =
    "The group of variants with the greatest weight whose ratio estimates agree consists of variants that affect "
    + "the outcome only through the exposure (zero modal pleiotropy)."
}
