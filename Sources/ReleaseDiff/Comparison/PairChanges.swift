import StudyModel

/// One release's part in the comparison of a pair.
struct ComparedPair {
  var result: PairResult
  var level: Double
  var primaryMethod: MethodID
}

/// Everything that differs between two releases in one pair.
struct PairChanges {
  let rules: DiffRules
  let old: ComparedPair
  let new: ComparedPair
  /// The old data under the new code and settings.
  let middle: ComparedPair?
  /// Whether both releases give the exposure's positions in one build.
  let sameBuild: Bool

  private var reference: VariantReference {
    let names = Dictionary(rules.variantRenames.map { ($0.new, $0.old) }) { first, _ in first }
    return VariantReference(old: old.result, new: new.result, renames: names, sameBuild: sameBuild)
  }

  /// How many variants went from one fate to another, those that kept theirs included.
  var fates: [FatePair: Int] {
    let reference = reference
    func fates(_ pair: ComparedPair) -> [FactKey: String?] {
      let facts = VariantFacts(pair: pair.result, reference: reference).fates
      return Dictionary(facts.map { ($0.key, $0.code) }) { first, _ in first }
    }
    let (before, after) = (fates(old), fates(new))
    return Set(before.keys).union(after.keys).reduce(into: [:]) { counts, key in
      counts[FatePair(old: before[key] ?? nil, new: after[key] ?? nil), default: 0] += 1
    }
  }

  var changes: [Change] {
    let reference = reference
    let comparison = FactComparison(rules: rules, hasMiddle: middle != nil)
    let changes = comparison.changes(
      old: facts(old, reference),
      new: facts(new, reference),
      middle: middle.map { facts($0, reference) } ?? []
    )
    return refined(changes)
  }

  /// What `pairs/<id>.json` says; what conclusions.json says is compared for every pair, whether its file is read or not.
  private func facts(_ pair: ComparedPair, _ reference: VariantReference) -> [Fact] {
    EstimateFacts(pair: pair.result, reference: reference).facts
      + SignFacts(pair: pair.result, primary: pair.primaryMethod).facts
      + DiagnosticFacts(pair: pair.result, level: pair.level, reference: reference).facts
      + VariantFacts(pair: pair.result, reference: reference).facts
  }

  // MARK: What facts alone do not tell

  private func refined(_ changes: [Change]) -> [Change] {
    // A variant's fate and its numbers are one change where it is an instrument in one release only.
    let turnover = Set(
      changes.filter {
        $0.aspect == .candidate && VariantFacts.isUsed($0.old) != VariantFacts.isUsed($0.new)
      }
      .compactMap(\.subject)
    )
    let numbers = Dictionary(
      changes.filter { $0.aspect == .instrument }.map { ($0.subject, $0.numbers) }
    ) { first, _ in first }
    return changes.compactMap { change in
      var change = change
      switch change.aspect {
      case .candidate where turnover.contains(change.subject ?? ""):
        change.aspect = .instrument
        change.kind = VariantFacts.isUsed(change.new) ? .gained : .lost
        change.numbers = numbers[change.subject] ?? []
      case .candidate where VariantFacts.isUsed(change.old):
        // Used in both, and repeated in one of the files.
        change.aspect = .instrument
      case .instrument, .alignment, .flags, .proxy, .alleles, .variantName, .variantDirection:
        // Of an instrument that was gained or lost, everything else was as well.
        if turnover.contains(change.subject ?? "") { return nil }
        if change.aspect == .alleles, let old = change.old, let new = change.new {
          change.kind = Alleles(code: new).kind(from: Alleles(code: old))
        }
        if change.aspect == .variantName { (change.kind, change.old) = (.changed, change.subject) }
      case .methodSign where change.kind != .changed:
        // The estimate itself was gained or lost.
        return nil
      default: break
      }
      change.category = change.aspect.category
      return change
    } + signChange
  }

  /// The sign of the primary estimate, told apart by whether an interval excludes 0 in either release.
  private var signChange: [Change] {
    let signs = [old, middle, new].map { pair in
      pair.flatMap { PrimarySign($0.result, primary: $0.primaryMethod) }
    }
    guard let before = signs[0], let after = signs[2], before.code != after.code else { return [] }
    let origin: Change.Origin? =
      middle == nil ? nil : signs[1]?.code == after.code ? .software : .data
    return [
      Change(
        before.isClear || after.isClear ? .sign : .unclearSign,
        .changed,
        subject: after.method.rawValue,
        old: before.code,
        new: after.code,
        middle: signs[1]?.code,
        origin: origin
      )
    ]
  }
}

/// On which side of 0 the primary estimate lies.
struct PrimarySign {
  let method: MethodID
  let code: String
  /// Whether the interval excludes 0.
  let isClear: Bool

  init?(_ pair: PairResult, primary: MethodID) {
    guard let result = pair.primaryEstimate(primary), let code = SignFacts.code(result.estimate.value) else {
      return nil
    }
    method = result.method
    self.code = code
    let interval = result.estimate.interval
    isClear = interval.lower > 0 || interval.upper < 0
  }
}

/// The signs of the estimates of the other methods.
struct SignFacts {
  let pair: PairResult
  let primary: MethodID

  var facts: [Fact] {
    pair.estimates.filter { $0.method != primary }.compactMap { outcome in
      guard let value = outcome.result?.estimate.value, let code = Self.code(value) else { return nil }
      return Fact(.methodSign, outcome.method.rawValue, code: code)
    }
  }

  /// Nil for 0.
  static func code(_ value: Double) -> String? {
    value == 0 ? nil : value > 0 ? "positive" : "negative"
  }
}

/// A variant's fate in both releases.
struct FatePair: Hashable, Comparable {
  var old: String?
  var new: String?

  static func < (left: FatePair, right: FatePair) -> Bool {
    (left.old ?? "", left.new ?? "") < (right.old ?? "", right.new ?? "")
  }
}
