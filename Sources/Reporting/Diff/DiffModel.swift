import ReleaseDiff
import StudyModel

/// What diff.md, junit.xml and the terminal show of a comparison.
struct DiffModel {
  let changes: ReleaseChanges
  let words: DiffWords

  init(changes: ReleaseChanges, words: Wordbook) {
    self.changes = changes
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
      "conclusions": try DiffConclusionsModel(changes: changes, words: words).value(),
      "estimates": try DiffEstimatesModel(changes: changes, words: words).value(),
      "instruments": try DiffInstrumentsModel(changes: changes, words: words).value(),
      "diagnostics": try diagnostics(),
      "provenance": try DiffProvenanceModel(changes: changes, words: words).value(),
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

  /// Tests that crossed the level, and single variants that decide something now or no longer do.
  private func diagnostics() throws -> TemplateValue {
    let own = changes.changes.filter { $0.category == .diagnostics && $0.counts }
    // Of a pair that is no longer estimated, or newly so, everything differs.
    let replaced = Set(changes.changes.filter { $0.aspect == .status }.compactMap(\.pair))
    let telling = own.filter { change in
      // Of the leave-one-out analyses the primary method's.
      let isOther = change.aspect == .driver && !(change.subject ?? "").hasPrefix("primary ")
      let isTelling =
        change.kind == .changed || [.outlier, .driver].contains(change.aspect) && change.kind != .moved
      return isTelling && !isOther && !(change.pair.map(replaced.contains) ?? false)
    }
    return try DiffRows(telling, others: own.count - telling.count, isAttributed: changes.isAttributed).value
    { change in
      [
        "pair": try words.pair(change), "what": .text(try words.aspect(change)),
        "subject": .optional(change.subject), "kind": .text(try words.kind(change)),
        "old": try words.code(change, change.old), "new": try words.code(change, change.new),
        "origin": try words.origin(change),
      ]
    }
  }

  private func ignored() throws -> TemplateValue {
    let ignored = changes.changes.filter { !$0.counts }
    let reasons = Dictionary(grouping: ignored) { $0.ignoredBecause ?? "" }.sorted { $0.key < $1.key }
    return .rows(
      reasons.map { reason, changes in ["reason": .text(reason), "count": .number(changes.count)] }
    )
  }

  // MARK: JUnit

  /// One suite a category, one case a pair; changes of the study are a case of their own.
  private func suites() throws -> TemplateValue {
    let grouped = Dictionary(grouping: changes.changes.filter(\.counts)) { $0.category }
    return .list(
      try Category.allCases.map { category in
        let own = grouped[category] ?? []
        let isGate = changes.rules.failOn.contains(category)
        let byPair = Dictionary(grouping: own) { $0.pair }
        let study: [(String, [Change])] = [("study", byPair[nil] ?? [])]
        let cases = study + changes.pairs.map { ($0.id.rawValue, byPair[$0.id] ?? []) }
        return [
          "name": .text(category.rawValue), "tests": .text("\(cases.count)"),
          "failures": .text("\(isGate ? cases.count { !$0.1.isEmpty } : 0)"),
          "cases": .list(
            cases.map { name, changes in
              [
                "name": .text(name), "suite": .text(category.rawValue),
                "failed": .flag(isGate && !changes.isEmpty),
                "count": .text("\(changes.count)"), "one": .flag(changes.count == 1),
                "worst": .optional(changes.map(\.severity).max()?.rawValue),
                "changes": .list(changes.prefix(Self.mostLines).map(line)),
                "more": changes.count > Self.mostLines ? .text("\(changes.count - Self.mostLines)") : .absent,
              ]
            }
          ),
        ]
      }
    )
  }

  private static let mostLines = 20

  private func line(_ change: Change) -> TemplateValue {
    [
      "severity": .text(change.severity.rawValue), "name": .text(change.name),
      "subject": .optional(change.subject), "old": .optional(change.old), "new": .optional(change.new),
      "numbers": .list(
        change.numbers.filter(\.hasMoved).map { number in
          [
            "field": .text(number.field), "old": .optional(number.old.map { "\($0)" }),
            "new": .optional(number.new.map { "\($0)" }),
          ]
        }
      ),
    ]
  }
}

/// Rows of a table in a text that a person reads, so many and no more; what is left out is counted.
struct DiffRows<Element> {
  let elements: [Element]
  /// Such as are not told one by one.
  let others: Int
  /// Whether each row tells what its change is owed to.
  let isAttributed: Bool

  /// A pull request that lists more is not read.
  private static var most: Int { 30 }

  init(_ elements: [Element], others: Int = 0, isAttributed: Bool = false) {
    self.elements = elements
    self.others = others
    self.isAttributed = isAttributed
  }

  func value(_ row: (Element) throws -> TemplateValue) rethrows -> TemplateValue {
    guard !elements.isEmpty || others > 0 else { return .absent }
    let left = elements.count - min(elements.count, Self.most)
    return .object([
      "any": .flag(!elements.isEmpty), "attributed": .flag(isAttributed),
      "rows": .rows(
        try elements.prefix(Self.most).map { element in
          var value = try row(element)
          if case .object(var members) = value {
            members["attributed"] = .flag(isAttributed)
            value = .object(members)
          }
          return value
        }
      ), "count": .number(elements.count), "one": .flag(elements.count == 1),
      "left": left > 0 ? .number(left) : .absent, "others": others > 0 ? .number(others) : .absent,
    ])
  }
}
