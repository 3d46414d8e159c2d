import StrictYAML
import StudyModel

/// The keys of the analyses that stand beside the estimates: constrained maximum likelihood's data perturbation, power,
/// appraisal, and how instruments were chosen.
enum FurtherSettingKeys {
  static let keys: [Key] = [
    Key("cml", .mapping(cml), .optional, "How constrained maximum likelihood is run"),
    Key("power", .mapping(power), .optional, "What the power analysis asks"),
    Key(
      "leave_one_out",
      .list(.choice(methods)),
      .defaults(to: "[\(leaveOneOut.joined(separator: ", "))]"),
      "Methods whose leave-one-out analysis stands beside the primary method's",
      example: "[\(leaveOneOut.joined(separator: ", "))]"
    ),
    Key(
      "trait_correlations",
      .text(.any),
      .optional,
      "A table of correlations between the panel's traits (ids in the first line and the first column), for the "
        + "effective number of tests",
      example: "correlations.tsv"
    ),
    Key("appraisal", .mapping(appraisal), .optional, "The thresholds of the checks behind each verdict"),
  ]

  /// How instruments were chosen; keys of `selection`, and of a trait's own `instrument_source`.
  static let sourceKeys: [Key] = [
    Key(
      "sample",
      .choice(InstrumentSource.Sample.allCases.map(\.rawValue)),
      .defaults(to: "not declared, which counts as the same"),
      "Whether the sample that chose the instruments is the one that measured their effects on the exposure",
      example: InstrumentSource.Sample.same.rawValue
    ),
    Key(
      "clump_r2",
      .number(share),
      .defaults(to: "0.001 for `gwas` files, not declared for tables"),
      "The r² that no two instruments exceed",
      example: "0.001"
    ),
    Key(
      "clump_kb",
      .number(NumberRange(from: .excluding(0), to: .including(1e6))),
      .defaults(to: "10000 for `gwas` files, not declared for tables"),
      "Within so many thousand base pairs",
      example: "10000"
    ),
    Key(
      "clump_panel",
      .integer(1...100_000_000),
      .optional,
      "People of the panel that told the r² of tables; its own noise is 1/(2 × people)",
      example: "503"
    ),
  ]

  static let instrumentSource = KeyTable(
    name: "instrument_source",
    doc: "How one trait's own instruments were chosen, where it differs from `selection`",
    keys: sourceKeys
  )

  private static let share = NumberRange(from: .including(0), to: .including(1))
  private static let methods = MethodID.computed.map(\.rawValue)
  private static let leaveOneOut = (AnalysisSettings().leaveOneOutMethods ?? []).map(\.rawValue)

  private static let cml = KeyTable(
    name: "cml",
    doc: "How constrained maximum likelihood is run",
    keys: [
      Key(
        "perturbations",
        .integer(2...100_000),
        .defaults(to: "none: the data as they are"),
        "Perturbed copies of the data whose estimates are averaged",
        example: "200"
      )
    ]
  )

  private static let power = KeyTable(
    name: "power",
    doc: "What the power analysis asks; effects are per SD of the exposure",
    keys: [
      Key(
        "target",
        .number(NumberRange(from: .excluding(0), to: .excluding(1))),
        .defaults(to: "\(PowerSettings().target)"),
        "Of the smallest detectable effect",
        example: "\(PowerSettings().target)"
      ),
      Key(
        "odds_ratios",
        .list(.number(NumberRange(from: .excluding(0), to: .including(1000)))),
        .defaults(to: "\(PowerSettings().oddsRatios)"),
        "Whose power is stated, where the outcome is binary",
        example: "\(PowerSettings().oddsRatios)"
      ),
      Key(
        "effects",
        .list(.number(NumberRange(from: .including(-1000), to: .including(1000)))),
        .defaults(to: "\(PowerSettings().effects)"),
        "In SD, whose power is stated, where the outcome is continuous",
        example: "\(PowerSettings().effects)"
      ),
    ]
  )

  private static let appraisal = KeyTable(
    name: "appraisal",
    doc: "The thresholds of the checks behind each verdict; docs/appraisal.md gives their reasons",
    keys: [
      count("instruments", standard.instruments, "So many instruments or more hold"),
      count(
        "few_instruments",
        standard.fewInstruments,
        "So many or more, and fewer than that, are a caution"
      ),
      number("strong_f", standard.strongF, "A corrected mean F below it fails"),
      proportion(
        "selection_p",
        standard.selectionP,
        "Selection in the same sample by a larger p is a caution"
      ),
      proportion(
        "correlated_r2",
        standard.correlatedRSquared,
        "Clumping at a larger r² leaves correlated instruments, which fails"
      ),
      proportion("moderate_i2", standard.moderateISquared, "I² from here on is a caution"),
      proportion("high_i2", standard.highISquared, "I² above this fails"),
      proportion("i2_gx", standard.iSquaredGx, "I²GX below it is a caution"),
      proportion("low_i2_gx", standard.lowISquaredGx, "I²GX below it leaves MR-Egger unable to tell"),
      Key(
        "detectable_odds_ratio",
        .number(NumberRange(from: .excluding(1), to: .including(1000))),
        .defaults(to: "\(standard.detectableOddsRatio)"),
        "A null result informs where an odds ratio this large, or its inverse, would have been seen",
        example: "\(standard.detectableOddsRatio)"
      ),
      number("detectable_effect", standard.detectableEffect, "The same in SD of a continuous outcome"),
      proportion(
        "harmless_overlap_bias",
        standard.harmlessOverlapBias,
        "Overlap that passes a smaller share of the observational bias on is harmless"
      ),
      Key(
        "adjustment",
        .choice(AppraisalSettings.Adjustment.allCases.map(\.rawValue)),
        .defaults(to: standard.adjustment.rawValue),
        "The adjusted p that the multiplicity check rests on",
        example: standard.adjustment.rawValue
      ),
      Key(
        "agreement_methods",
        .list(.choice(methods)),
        .defaults(to: "all of `methods`"),
        "The methods whose agreement is checked",
        example: "[ivw_random_effects, mr_egger, weighted_median]"
      ),
    ]
  )

  private static let standard = AppraisalSettings()

  private static func count(_ name: String, _ value: Int, _ doc: String) -> Key {
    Key(name, .integer(1...1_000_000), .defaults(to: "\(value)"), doc, example: "\(value)")
  }

  private static func number(_ name: String, _ value: Double, _ doc: String) -> Key {
    let range = NumberRange(from: .excluding(0), to: .including(1e6))
    return Key(name, .number(range), .defaults(to: "\(value)"), doc, example: "\(value)")
  }

  private static func proportion(_ name: String, _ value: Double, _ doc: String) -> Key {
    Key(name, .number(share), .defaults(to: "\(value)"), doc, example: "\(value)")
  }
}
