import FileReading
import StrictYAML
import StudyModel

extension DiffRules {
  /// Bytes of the largest file of rules that is read.
  private static let largestFile = 1 << 20

  /// Reads a file of rules.
  ///
  /// - Parameter path: as the person wrote it.
  /// - Throws: every problem at once, each with line and column.
  package static func load(_ path: String) throws(InputError) -> DiffRules {
    let bytes: [UInt8]
    do throws(WholeFile.Refusal) {
      bytes = try WholeFile(path: path, limit: largestFile).bytes()
    } catch {
      throw InputError(InputProblem(file: path, summary: error.summary, remedy: error.remedy))
    }
    return try read(bytes, file: path)
  }

  /// - Parameter file: for messages.
  /// - Throws: every problem at once, each with line and column.
  package static func read(_ bytes: [UInt8], file: String) throws(InputError) -> DiffRules {
    var problems: [YAMLProblem] = []
    do throws(YAMLProblems) {
      let document = try StrictDocument(bytes, table: RuleKeys.rules)
      problems = document.problems
      if problems.isEmpty { return RulesReader(root: document.root).rules }
    } catch {
      problems = error.problems
    }
    throw InputError(
      problems.map { problem in
        InputProblem(
          file: file,
          line: problem.position.line,
          column: problem.position.column,
          summary: problem.summary,
          remedy: problem.remedy
        )
      }
    )
  }

  /// Every key of a file of rules as Markdown tables.
  package static func keyReference() -> String { KeyReference(RuleKeys.rules).markdown }
}

/// The keys of a file of rules.
private enum RuleKeys {
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

/// Makes rules of a file that passed its key table.
private struct RulesReader {
  let root: CheckedMapping

  var rules: DiffRules {
    let usual = root.mapping("tolerance").map { tolerance($0, Tolerance()) } ?? Tolerance()
    let renames = root.mapping("renames")
    return DiffRules(
      tolerance: usual,
      tolerances: mappings("tolerances").compactMap { entry in
        aspect(entry).map { DiffRules.AspectTolerance(aspect: $0, tolerance: tolerance(entry, usual)) }
      },
      severities: mappings("severities").compactMap { entry in
        guard let aspect = aspect(entry), let severity = entry.text("severity").flatMap(Severity.init) else {
          return nil
        }
        return DiffRules.SeverityRule(aspect: aspect, kind: kind(entry), severity: severity)
      },
      ignored: mappings("ignore").map { entry in
        DiffRules.IgnoreRule(
          aspect: aspect(entry),
          kind: kind(entry),
          pair: entry.text("pair").flatMap(PairID.init),
          subject: entry.text("subject"),
          reason: entry.text("reason") ?? ""
        )
      },
      failOn: root.entries["fail_on"] == nil
        ? Category.allCases : root.list("fail_on").compactMap { $0.text.flatMap(Category.init) },
      traitRenames: Self.renames(renames, "traits"),
      variantRenames: Self.renames(renames, "variants")
    )
  }

  private func mappings(_ key: String) -> [CheckedMapping] { root.list(key).compactMap(\.mapping) }

  private func aspect(_ entry: CheckedMapping) -> Aspect? { entry.text("aspect").flatMap(Aspect.init) }

  private func kind(_ entry: CheckedMapping) -> Change.Kind? { entry.text("kind").flatMap(Change.Kind.init) }

  private func tolerance(_ entry: CheckedMapping, _ usual: Tolerance) -> Tolerance {
    Tolerance(
      absolute: entry.number("absolute") ?? usual.absolute,
      relative: entry.number("relative") ?? usual.relative,
      standardErrors: entry.number("standard_errors") ?? usual.standardErrors,
      monteCarloErrors: entry.number("monte_carlo_errors") ?? usual.monteCarloErrors
    )
  }

  private static func renames(_ mapping: CheckedMapping?, _ key: String) -> [DiffRules.Rename] {
    (mapping?.list(key) ?? []).compactMap(\.mapping).compactMap { entry in
      guard let old = entry.text("old"), let new = entry.text("new") else { return nil }
      return DiffRules.Rename(old: old, new: new)
    }
  }
}
