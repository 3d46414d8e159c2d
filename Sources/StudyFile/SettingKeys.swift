import StrictYAML
import StudyModel

/// The keys by which a study changes the analysis; the defaults are those of `AnalysisSettings`.
enum SettingKeys {
  /// Of p-values that instruments have to stay below.
  static let threshold = NumberRange(from: .excluding(0), to: .including(1))

  static let selection = KeyTable(
    name: "selection",
    doc: "Which rows of an instrument table are used, and how instruments are chosen from `gwas` files",
    keys: [
      Key(
        "p_threshold",
        .number(threshold),
        .defaults(to: "5e-6 for `gwas` files, instruments of tables as they are supplied"),
        "Instruments must have an exposure p below it",
        example: "5e-8"
      )
    ] + FurtherSettingKeys.sourceKeys + SelectionKeys.keys
  )

  static let harmonisation = KeyTable(
    name: "harmonisation",
    doc: "How the outcome's alleles are brought to the exposure's",
    keys: [
      Key(
        "policy",
        .choice(HarmonisationPolicy.allCases.map(\.rawValue)),
        .defaults(to: standard.harmonisation.policy.rawValue),
        "What happens to palindromic variants: aligned by frequency, dropped, or taken as forward",
        example: standard.harmonisation.policy.rawValue
      ),
      Key(
        "ambiguity_window",
        .number(NumberRange(from: .including(0), to: .including(0.5))),
        .defaults(to: "\(standard.harmonisation.ambiguityWindow)"),
        "A frequency nearer to 0.5 than this cannot tell the strands",
        example: "\(standard.harmonisation.ambiguityWindow)"
      ),
      Key(
        "frequency_clash",
        .number(NumberRange(from: .including(0), to: .including(1))),
        .defaults(to: "\(standard.harmonisation.frequencyClash)"),
        "Variants whose two frequencies differ by more are flagged",
        example: "\(standard.harmonisation.frequencyClash)"
      ),
    ]
  )

  static let analysis: [Key] =
    [
      Key(
        "methods",
        .list(.choice(methods + [AnalysisSettings.everyMethod])),
        .defaults(to: "[\(standard.methods.map(\.rawValue).joined(separator: ", "))]"),
        "The estimators, in the order in which they are shown; `all` stands for every one of them",
        example: "[\(standard.methods.map(\.rawValue).joined(separator: ", "))]"
      ),
      Key(
        "primary_method",
        .choice(tested),
        .defaults(to: standard.primaryMethod.rawValue),
        "The method whose p enters the families of tests; those that are not among `methods` stand in `results` only",
        example: standard.primaryMethod.rawValue
      ),
      Key(
        "bootstrap_draws",
        .integer(2...10_000_000),
        .defaults(to: "\(standard.bootstrapDraws)"),
        "Draws of every parametric bootstrap",
        example: "\(standard.bootstrapDraws)"
      ),
      Key(
        "mode_bandwidth",
        .number(NumberRange(from: .excluding(0), to: .including(100))),
        .defaults(to: "\(standard.modeBandwidth)"),
        "The multiple φ of the mode's default bandwidth",
        example: "\(standard.modeBandwidth)"
      ),
      Key("mr_presso", .mapping(mrPresso), .optional, "How MR-PRESSO is run"),
      Key(
        "significance_level",
        .number(NumberRange(from: .excluding(0), to: .excluding(1))),
        .defaults(to: "\(standard.significanceLevel)"),
        "Two-sided",
        example: "\(standard.significanceLevel)"
      ),
      Key(
        "families",
        .list(.mapping(family)),
        .defaults(to: "one for each direction and one for both, of the primary method over all traits"),
        "Sets of tests, each with a multiplicity adjustment of its own"
      ),
      Key(
        "sample_overlap",
        .mapping(StudyKeys.sampleOverlap),
        .optional,
        "Between the panel's samples and the disease's, where a trait says nothing of its own"
      ),
    ] + FurtherSettingKeys.keys

  private static let mrPresso = KeyTable(
    name: "mr_presso",
    doc: "How MR-PRESSO is run",
    keys: [
      Key(
        "simulations",
        .integer(100...10_000_000),
        .defaults(to: "\(standard.mrPresso.simulations)"),
        "Of the global test, and draws of the distortion's bootstrap",
        example: "\(standard.mrPresso.simulations)"
      ),
      Key(
        "r_distortion_p",
        .boolean,
        .defaults(to: "\(standard.mrPresso.rDistortionP)"),
        "Whether the distortion p of the R package MRPRESSO is computed as well",
        example: "\(standard.mrPresso.rDistortionP)"
      ),
    ]
  )

  private static let family = KeyTable(
    name: "family",
    doc: "A set of tests that one multiplicity adjustment covers: every element of `families`",
    keys: [
      Key("id", .text(.identifier), .required, "Names the family on the page", example: "forward"),
      Key(
        "directions",
        .list(.choice(Direction.allCases.map(\.rawValue))),
        .required,
        "The directions it covers",
        example: "[forward]"
      ),
      Key(
        "method",
        .choice(tested),
        .defaults(to: "primary_method"),
        "The method whose p is adjusted",
        example: standard.primaryMethod.rawValue
      ),
      Key(
        "groups",
        .list(.text(.any)),
        .defaults(to: "every trait"),
        "Only traits of these groups",
        example: "[Adiposity]"
      ),
    ]
  )

  private static let standard = AnalysisSettings()
  private static let methods = MethodID.computed.map(\.rawValue)
  private static let tested = MethodID.allCases.map(\.rawValue)
}
