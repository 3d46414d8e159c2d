import StudyModel

/// What counts as a change, and how much.
package struct DiffRules: Codable, Hashable, Sendable {
  package var tolerance: Tolerance
  /// Of the numbers of one aspect, where it differs.
  package var tolerances: [AspectTolerance]
  /// By the change's name, where it differs from the usual one.
  package var severities: [SeverityRule]
  package var ignored: [IgnoreRule]
  /// The categories whose changes make the command end with exit code 1.
  package var failOn: [Category]
  /// Traits that have another id in the newer release.
  package var traitRenames: [Rename]
  /// Variants that have another name in the newer release.
  package var variantRenames: [Rename]

  package init(
    tolerance: Tolerance = Tolerance(),
    tolerances: [AspectTolerance] = [],
    severities: [SeverityRule] = [],
    ignored: [IgnoreRule] = [],
    failOn: [Category] = Category.allCases,
    traitRenames: [Rename] = [],
    variantRenames: [Rename] = []
  ) {
    self.tolerance = tolerance
    self.tolerances = tolerances
    self.severities = severities
    self.ignored = ignored
    self.failOn = failOn
    self.traitRenames = traitRenames
    self.variantRenames = variantRenames
  }

  package struct AspectTolerance: Codable, Hashable, Sendable {
    package var aspect: Aspect
    package var tolerance: Tolerance
  }

  package struct SeverityRule: Codable, Hashable, Sendable {
    package var aspect: Aspect
    /// Nil for every kind.
    package var kind: Change.Kind?
    package var severity: Severity
  }

  /// Changes that are listed and do not count; every field that is set has to agree.
  package struct IgnoreRule: Codable, Hashable, Sendable {
    package var aspect: Aspect?
    package var kind: Change.Kind?
    package var pair: PairID?
    package var subject: String?
    /// Why, for the reader of the comparison.
    package var reason: String

    package init(
      aspect: Aspect? = nil,
      kind: Change.Kind? = nil,
      pair: PairID? = nil,
      subject: String? = nil,
      reason: String
    ) {
      self.aspect = aspect
      self.kind = kind
      self.pair = pair
      self.subject = subject
      self.reason = reason
    }
  }

  package struct Rename: Codable, Hashable, Sendable {
    package var old: String
    package var new: String

    package init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  /// From the older release's trait ids to the newer one's, where the table of renames says that they differ.
  package var newTraitNames: [TraitID: TraitID] {
    let names = traitRenames.compactMap { rename -> (TraitID, TraitID)? in
      guard let old = TraitID(rawValue: rename.old), let new = TraitID(rawValue: rename.new) else {
        return nil
      }
      return (old, new)
    }
    return Dictionary(names) { first, _ in first }
  }

  func tolerance(of aspect: Aspect) -> Tolerance {
    tolerances.last { $0.aspect == aspect }?.tolerance ?? tolerance
  }

  /// Gives a change its severity, and says whether it is ignored.
  func judged(_ change: Change) -> Change {
    var change = change
    let rule = severities.last { $0.aspect == change.aspect && ($0.kind ?? change.kind) == change.kind }
    change.severity = rule?.severity ?? Severity.usual(change.aspect, change.kind)
    change.ignoredBecause = ignored.first { $0.covers(change) }?.reason
    return change
  }
}

extension DiffRules.IgnoreRule {
  fileprivate func covers(_ change: Change) -> Bool {
    aspect.map { $0 == change.aspect } ?? true && kind.map { $0 == change.kind } ?? true
      && pair.map { $0 == change.pair } ?? true && subject.map { $0 == change.subject } ?? true
  }
}
