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
