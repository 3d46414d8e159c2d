import StrictYAML
import StudyModel

/// The keys of a file of rules.
enum RuleKeys {
  static let rules = KeyTable(
    name: "rules",
    doc: "The top level of a file of rules",
    keys: [
      Key("tolerance", .mapping(tolerance), .optional, "Of all numbers"),
      Key("tolerances", .list(.mapping(aspectTolerance)), .optional, "Of one aspect's numbers"),
      Key(
        "severities",
        .list(.mapping(severity)),
        .optional,
        "Where a change is graver, or less grave, than usual"
      ),
      Key("ignore", .list(.mapping(ignore)), .optional, "Changes that are listed and do not count"),
      Key(
        "fail_on",
        .list(.choice(Category.allCases.map(\.rawValue))),
        .defaults(to: "all of them"),
        "Categories whose changes end the command with exit code 1; `--fail-on` goes before it",
        example: "[verdict, significance]"
      ),
      Key("renames", .mapping(renames), .optional, "What has another id in the newer release"),
    ]
  )

  private static let least = NumberRange(from: .including(0), to: .including(1e300))

  private static let numbers = [
    Key(
      "absolute",
      .number(least),
      .defaults(to: "0"),
      "Largest difference that counts as none",
      example: "0.001"
    ),
    Key(
      "relative",
      .number(least),
      .defaults(to: "1e-9"),
      "The same as a share of the larger number, or of its standard error; of p-values, of log₁₀ p",
      example: "1.0e-6"
    ),
    Key(
      "standard_errors",
      .number(least),
      .defaults(to: "0"),
      "The same in standard errors, of estimates, effects and bounds of intervals",
      example: "0.2"
    ),
    Key(
      "monte_carlo_errors",
      .number(least),
      .defaults(to: "4"),
      "The same in Monte-Carlo errors, both releases' together, of numbers that depend on the seed",
      example: "4"
    ),
  ]

  private static let tolerance = KeyTable(name: "tolerance", doc: "`tolerance`", keys: numbers)

  private static let aspect = Key(
    "aspect",
    .choice(Aspect.allCases.map(\.rawValue)),
    .required,
    "What the change is of",
    example: "estimate"
  )

  private static let kind = Key(
    "kind",
    .choice(Change.Kind.allCases.map(\.rawValue)),
    .defaults(to: "every kind"),
    "How it changed",
    example: "moved"
  )

  private static let aspectTolerance = KeyTable(
    name: "tolerance of an aspect",
    doc: "An entry of `tolerances`",
    keys: [aspect] + numbers
  )

  private static let severity = KeyTable(
    name: "severity",
    doc: "An entry of `severities`",
    keys: [
      aspect, kind,
      Key(
        "severity",
        .choice(Severity.allCases.map(\.rawValue)),
        .required,
        "How grave it is",
        example: "critical"
      ),
    ]
  )

  private static let ignore = KeyTable(
    name: "ignored change",
    doc: "An entry of `ignore`; all keys that it has must agree",
    keys: [
      Key(
        "aspect",
        .choice(Aspect.allCases.map(\.rawValue)),
        .defaults(to: "every aspect"),
        "What the change is of",
        example: "estimate"
      ), kind,
      Key("pair", .text(.pair), .defaults(to: "every pair"), "The pair's id", example: "CRP.forward"),
      Key(
        "subject",
        .text(.any),
        .defaults(to: "every subject"),
        "A method, a variant, a file, a setting: as diff.json names it",
        example: "simple_mode"
      ),
      Key(
        "reason",
        .text(.any),
        .required,
        "Why, for whoever reads the comparison",
        example: "known and harmless"
      ),
    ]
  )

  private static let renames = KeyTable(
    name: "renames",
    doc: "`renames`",
    keys: [
      Key("traits", .list(.mapping(rename)), .optional, "Traits"),
      Key("variants", .list(.mapping(rename)), .optional, "Variants, as where rsIDs were merged"),
    ]
  )

  private static let rename = KeyTable(
    name: "rename",
    doc: "An entry of `renames`",
    keys: [
      Key("old", .text(.any), .required, "The id in the older release", example: "MIG"),
      Key("new", .text(.any), .required, "The id in the newer release", example: "CXCL9"),
    ]
  )
}

extension TextRule {
  fileprivate static let pair = TextRule(name: "pair id") { text in
    guard PairID(rawValue: text) == nil else { return nil }
    return ("'\(text)' is no id of a pair", "write trait and direction, such as CRP.forward")
  }
}
