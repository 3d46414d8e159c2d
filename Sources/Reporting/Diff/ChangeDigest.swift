import ReleaseDiff
import StudyModel

/// What a text shows of the changes: the first of each kind and how many there are, taken as they are found.
package struct ChangeDigest: Sendable {
  // MARK: Conclusions

  private(set) var verdicts = Capped<Change>()
  private(set) var signs = Capped<Change>()
  private(set) var directions = Capped<Change>()
  private(set) var unclearSigns = 0
  private(set) var checks = 0
  private(set) var crossings = Capped<Change>()
  private(set) var crossingsByOtherAdjustments = 0
  private(set) var crossedByFamily = 0

  // MARK: Estimates

  /// Pairs whose own estimate changed.
  private(set) var primaryEstimates: Set<PairID> = []
  private(set) var otherEstimates = 0

  // MARK: Diagnostics

  /// Tests that crossed the level, and single variants that decide something now or no longer do.
  private(set) var diagnostics = Capped<Change>()
  private(set) var otherDiagnostics = 0

  // MARK: Instruments

  private(set) var turnover = Capped<Change>()
  /// The first of each pair.
  private(set) var turnoverByPair: [PairID: Capped<Change>] = [:]
  private(set) var gained = 0
  private(set) var lost = 0
  /// Alleles, alignments, names and proxies.
  private(set) var realigned = Capped<Change>()
  private(set) var movedInstruments = 0
  private(set) var candidates = 0
  private(set) var instruments = 0

  // MARK: Provenance

  private(set) var inputs = Capped<Change>()
  private(set) var provenance = Capped<Change>()
  private(set) var otherProvenance = 0

  // MARK: All

  package private(set) var all = 0
  private(set) var ignored: [String: Int] = [:]
  /// By pair, nil for the study, and category.
  private(set) var cases: [PairID?: [Category: Case]] = [:]

  package init() {}

  /// Of a comparison that is in memory as a whole.
  package init(_ value: ReleaseChanges) {
    let pairs = Dictionary(value.pairs.map { ($0.id, $0) }) { first, _ in first }
    var rest = value.changes[...]
    while let first = rest.first {
      let own = rest.prefix { $0.pair == first.pair }
      take(first.pair.flatMap { pairs[$0] }, Array(own))
      rest = rest.dropFirst(own.count)
    }
  }

  /// Changes of one pair in one category, as a test report shows them.
  struct Case: Sendable {
    var count = 0
    var worst: Severity?
    var lines: [String] = []

    /// More than these say no more.
    static let mostLines = 5
  }

  /// Takes the changes of the study, or those of the pair whose line it is.
  package mutating func take(_ pair: PairComparison?, _ changes: [Change]) {
    // Of a pair that is no longer estimated, or newly so, every diagnostic differs.
    let isReplaced = changes.contains { $0.aspect == .status }
    for change in changes {
      all += 1
      guard change.counts else {
        ignored[change.ignoredBecause ?? "", default: 0] += 1
        continue
      }
      cases[change.pair, default: [:]][change.category, default: Case()].add(change)
      switch change.category {
      case .verdict: takeVerdict(change)
      case .significance: takeCrossing(change)
      case .estimate: takeEstimate(change, pair)
      case .diagnostics: takeDiagnostic(change, isReplaced: isReplaced)
      case .instruments: takeInstrument(change)
      case .provenance: takeProvenance(change)
      }
    }
  }

  private mutating func takeVerdict(_ change: Change) {
    switch change.aspect {
    case .verdict where change.kind == .changed: verdicts.append(change)
    case .sign: signs.append(change)
    case .direction: directions.append(change)
    case .unclearSign: unclearSigns += 1
    default: checks += 1
    }
  }

  private mutating func takeCrossing(_ change: Change) {
    guard [.crossed, .crossedByFamily, .crossedBySettings].contains(change.kind) else { return }
    if change.aspect == .otherAdjustment {
      crossingsByOtherAdjustments += 1
    } else {
      crossings.append(change)
      if change.kind == .crossedByFamily { crossedByFamily += 1 }
    }
  }

  private mutating func takeEstimate(_ change: Change, _ pair: PairComparison?) {
    guard change.aspect == .estimate, let pair else { return }
    if [pair.old?.method?.rawValue, pair.new?.method?.rawValue].contains(change.subject) {
      primaryEstimates.insert(pair.id)
    } else {
      otherEstimates += 1
    }
  }

  private mutating func takeDiagnostic(_ change: Change, isReplaced: Bool) {
    // Of the leave-one-out analyses the primary method's.
    let isOther = change.aspect == .driver && !(change.subject ?? "").hasPrefix("primary ")
    let tells =
      change.kind == .changed || [.outlier, .driver].contains(change.aspect) && change.kind != .moved
    if tells && !isOther && !isReplaced { diagnostics.append(change) } else { otherDiagnostics += 1 }
  }

  private mutating func takeInstrument(_ change: Change) {
    instruments += 1
    switch (change.aspect, change.kind) {
    case (.instrument, .gained):
      gained += 1
      takeTurnover(change)
    case (.instrument, .lost):
      lost += 1
      takeTurnover(change)
    case (.instrument, .moved): movedInstruments += 1
    case (.candidate, _): candidates += 1
    case (.alleles, _), (.proxy, _), (.variantName, _), (.alignment, _): realigned.append(change)
    default: break
    }
  }

  private mutating func takeTurnover(_ change: Change) {
    turnover.append(change)
    if let pair = change.pair { turnoverByPair[pair, default: Capped(most: Self.mostOfPair)].append(change) }
  }

  /// Instruments of one pair that its page names.
  private static let mostOfPair = 12

  private mutating func takeProvenance(_ change: Change) {
    switch change.aspect {
    case .input: inputs.append(change)
    case .setting, .seed, .toolVersion, .schemaVersion, .trait, .traitName, .likelyRename, .pair,
      .traitProperty:
      provenance.append(change)
    default: otherProvenance += 1
    }
  }
}

/// The first of many, and how many there are.
struct Capped<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private(set) var count = 0

  private let most: Int

  /// - Parameter most: a text that lists more is not read.
  init(most: Int = 30) { self.most = most }

  mutating func append(_ element: Element) {
    count += 1
    if elements.count < most { elements.append(element) }
  }
}

extension ChangeDigest.Case {
  fileprivate mutating func add(_ change: Change) {
    count += 1
    worst = max(worst ?? .note, change.severity)
    guard lines.count < Self.mostLines else { return }
    var line = "\(change.severity.rawValue) \(change.name)"
    if let subject = change.subject { line += " \(subject)" }
    if change.old != change.new { line += ": \(change.old ?? "none") → \(change.new ?? "none")" }
    for number in change.numbers where number.hasMoved {
      line += "; \(number.field) \(Self.text(number.old)) → \(Self.text(number.new))"
    }
    lines.append(line)
  }

  private static func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "none" }
}
