import ReleaseDiff
import StudyModel

/// What diff.md, junit.xml and the terminal show of a comparison.
struct DiffModel {
  let changes: ReleaseChanges
  let digest: ChangeDigest
  let words: DiffWords

  /// - Parameter changes: whose own list of changes is not looked at.
  init(changes: ReleaseChanges, digest: ChangeDigest, words: Wordbook) {
    self.changes = changes
    self.digest = digest
    self.words = DiffWords(words: words, changes: changes)
  }

  func value() throws -> TemplateValue {
    .object([
      "title": .text(changes.new.title),
      "disease": .text(changes.new.disease),
      "simulated": .flag(changes.old.isSimulated || changes.new.isSimulated),
      "attributed": .flag(changes.isAttributed),
      "old": release(changes.old),
      "new": release(changes.new),
      "verdict": try verdict(),
      "pairs": pairCounts,
      "conclusions": try DiffConclusionsModel(changes: changes, digest: digest, words: words).value(),
      "estimates": try DiffEstimatesModel(changes: changes, digest: digest, words: words).value(),
      "instruments": try DiffInstrumentsModel(changes: changes, digest: digest, words: words).value(),
      "diagnostics": try diagnostics(),
      "provenance": try DiffProvenanceModel(digest: digest, words: words).value(),
      "ignored": try ignored(),
      "history": try DiffHistoryModel(changes: changes, words: words).value(),
      "suites": try suites(),
    ])
  }

  private func release(_ release: ReleaseIdentity) -> TemplateValue {
    .object([
      "date": .text(release.date),
      "cases": .optional(release.cases.map(NumberStyle.count)),
      "people": .optional(release.people.map(NumberStyle.count)),
      "traits": .number(release.traits),
      "pairs": .number(release.pairs),
      "tool": .text(release.toolVersion),
      "schema": .text("\(release.schemaVersion)"),
      "seed": .text("\(release.seed)"),
    ])
  }

  // MARK: Verdict

  private func verdict() throws -> TemplateValue {
    let verdict = changes.verdict
    let counted = verdict.bySeverity.map(\.count).reduce(0, +)
    return .object([
      "identical": .flag(verdict.code == .identical),
      "within_tolerance": .flag(verdict.code == .withinTolerance),
      "ignored_only": .flag(verdict.code == .ignoredOnly),
      "conclusions_stand": .flag(verdict.code == .conclusionsStand),
      "conclusions_changed": .flag(verdict.code == .conclusionsChanged),
      "worst": .optional(verdict.worst?.rawValue),
      "changes": .number(counted),
      "one": .flag(counted == 1),
      "none": .flag(counted == 0),
      "strengthened": .number(verdict.strengthened),
      "weakened": .number(verdict.weakened),
      "severities": .list(
        try verdict.bySeverity.map { row in
          [
            "name": .text(try words.text("diff_severity", row.severity.rawValue)),
            "code": .text(row.severity.rawValue), "count": .number(row.count),
          ]
        }
      ),
      "categories": .list(
        try verdict.byCategory.map { row in
          [
            "name": .text(try words.text("diff_category", row.category.rawValue)),
            "code": .text(row.category.rawValue), "count": .number(row.count),
          ]
        }
      ),
      "failing": .text(
        optional: verdict.failing.isEmpty ? nil : verdict.failing.map(\.rawValue).joined(separator: ", ")
      ),
    ])
  }

  private var pairCounts: TemplateValue {
    func count(_ state: PairComparison.State) -> TemplateValue {
      let count = changes.pairs.count { $0.state == state }
      return count == 0 ? .absent : .number(count)
    }
    return .object([
      "all": .number(changes.pairs.count), "unchanged": count(.unchanged),
      "within_tolerance": count(.withinTolerance), "changed": count(.changed), "added": count(.added),
      "removed": count(.removed),
    ])
  }

  // MARK: Diagnostics and what is ignored

  private func diagnostics() throws -> TemplateValue {
    try DiffRows(
      digest.diagnostics,
      others: digest.otherDiagnostics,
      isAttributed: changes.isAttributed
    ).value { change in
      [
        "pair": try words.pair(change), "what": .text(try words.aspect(change)),
        "subject": .optional(change.subject), "kind": .text(try words.kind(change)),
        "old": try words.code(change, change.old), "new": try words.code(change, change.new),
        "origin": try words.origin(change),
      ]
    }
  }

  private func ignored() throws -> TemplateValue {
    .rows(
      digest.ignored.sorted { $0.key < $1.key }.map { reason, count in
        ["reason": .text(reason), "count": .number(count)]
      }
    )
  }

  // MARK: JUnit

  /// One suite a category, one case a pair; changes of the study are a case of their own.
  private func suites() throws -> TemplateValue {
    .list(
      Category.allCases.map { category in
        let isGate = changes.rules.failOn.contains(category)
        let cases: [(String, ChangeDigest.Case)] =
          [("study", digest.cases[nil]?[category] ?? .init())]
          + changes.pairs.map { ($0.id.rawValue, digest.cases[$0.id]?[category] ?? .init()) }
        return [
          "name": .text(category.rawValue), "tests": .text("\(cases.count)"),
          "failures": .text("\(isGate ? cases.count { $0.1.count > 0 } : 0)"),
          "cases": .list(
            cases.map { name, own in
              [
                "name": .text(name), "suite": .text(category.rawValue),
                "failed": .flag(isGate && own.count > 0), "count": .text("\(own.count)"),
                "one": .flag(own.count == 1), "worst": .optional(own.worst?.rawValue),
                "changes": .list(own.lines.map { ["line": .text($0)] }),
                "more": own.count > own.lines.count ? .text("\(own.count - own.lines.count)") : .absent,
              ]
            }
          ),
        ]
      }
    )
  }
}

/// Rows of a table in a text that a person reads; what is left out is counted.
struct DiffRows<Element: Sendable> {
  private let listed: Capped<Element>
  private let others: Int
  private let isAttributed: Bool

  /// - Parameters:
  ///   - others: such as are not told one by one.
  ///   - isAttributed: whether each row tells what its change is owed to.
  init(_ listed: Capped<Element>, others: Int = 0, isAttributed: Bool = false) {
    self.listed = listed
    self.others = others
    self.isAttributed = isAttributed
  }

  func value(_ row: (Element) throws -> TemplateValue) rethrows -> TemplateValue {
    guard listed.count > 0 || others > 0 else { return .absent }
    let left = listed.count - listed.elements.count
    return .object([
      "any": .flag(listed.count > 0), "attributed": .flag(isAttributed),
      "rows": .rows(try listed.elements.map { attributed(try row($0)) }), "count": .number(listed.count),
      "one": .flag(listed.count == 1), "left": left > 0 ? .number(left) : .absent,
      "others": others > 0 ? .number(others) : .absent,
    ])
  }

  private func attributed(_ row: TemplateValue) -> TemplateValue {
    guard case .object(var members) = row else { return row }
    members["attributed"] = .flag(isAttributed)
    return .object(members)
  }
}
