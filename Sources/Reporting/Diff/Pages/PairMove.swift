import ReleaseDiff
import StudyModel

/// What became of one pair from one release to the next, as pages mark it.
struct PairMove {
  let pair: PairComparison
  /// In the family that stands for the pair: the smallest that tests it in the newer release, and in the older one the same
  /// where it tests the pair there too.
  let before: TestStanding?
  let after: TestStanding?
  /// What a reader is told, the gravest first; empty where only numbers moved.
  let signals: [Signal]

  /// What may become of a pair; the raw values have words.
  enum Signal: String, CaseIterable {
    case added
    case removed
    case newlyEstimated = "newly_estimated"
    case noLongerEstimated = "no_longer_estimated"
    case nowPasses = "now_passes"
    case noLongerPasses = "no_longer_passes"
    case nominalGained = "nominal_gained"
    case nominalLost = "nominal_lost"
    /// An interval excludes no effect, before or after.
    case signFlips = "sign_flips"
    case appraisalStronger = "appraisal_stronger"
    case appraisalWeaker = "appraisal_weaker"
    case unclearSignFlips = "unclear_sign_flips"

    /// Whether a line was crossed, and not merely a judgement or a number moved.
    var isCrossing: Bool {
      switch self {
      case .appraisalStronger, .appraisalWeaker, .unclearSignFlips: false
      default: true
      }
    }
  }

  /// A movement of less than this many standard errors of the older estimate is told among the others.
  static let notableShift = 0.2

  init(_ pair: PairComparison) {
    self.pair = pair
    let after = Self.leading(pair.new?.tests)
    let before = pair.old?.tests.first { $0.family == after?.family } ?? Self.leading(pair.old?.tests)
    (self.before, self.after) = (before, after)
    signals = Self.signals(pair, before, after)
  }

  private static func leading(_ tests: [TestStanding]?) -> TestStanding? {
    tests?.enumerated().min { ($0.element.tests, $0.offset) < ($1.element.tests, $1.offset) }?.element
  }

  var isListed: Bool { signals.contains(where: \.isCrossing) }

  var isNotable: Bool { isListed || abs(pair.shift ?? 0) >= Self.notableShift }

  /// By how far it moved; what has no movement for want of an estimate comes first.
  var rank: Double { abs(pair.shift ?? (isListed ? .infinity : 0)) }

  /// How the standing of its test changed.
  var kind: StandingMatrixFigure.Kind {
    guard before?.standing != after?.standing else { return .same }
    guard let before, let after else { return .other }
    return Self.rank(after.standing) > Self.rank(before.standing) ? .stronger : .weaker
  }

  /// β over its standard error; nil where there is none.
  static func z(_ standing: PairStanding?) -> Double? {
    standing?.estimate.flatMap { $0.standardError > 0 ? $0.value / $0.standardError : nil }
  }

  // MARK: Signals

  private static func rank(_ standing: TestStanding.Standing) -> Int {
    switch standing {
    case .passes: 2
    case .nominalOnly: 1
    case .notSignificant: 0
    }
  }

  private static func signals(_ pair: PairComparison, _ before: TestStanding?, _ after: TestStanding?)
    -> [Signal]
  {
    if pair.state == .added { return [.added] }
    if pair.state == .removed { return [.removed] }
    return [presence(pair), crossing(before, after), sign(pair), appraisal(pair)].compactMap { $0 }
      .sorted { (Signal.allCases.firstIndex(of: $0) ?? 0) < (Signal.allCases.firstIndex(of: $1) ?? 0) }
  }

  private static func presence(_ pair: PairComparison) -> Signal? {
    switch (pair.old?.estimate, pair.new?.estimate) {
    case (nil, _?): .newlyEstimated
    case (_?, nil): .noLongerEstimated
    default: nil
    }
  }

  private static func crossing(_ before: TestStanding?, _ after: TestStanding?) -> Signal? {
    guard let before = before?.standing, let after = after?.standing, before != after else { return nil }
    if after == .passes { return .nowPasses }
    if before == .passes { return .noLongerPasses }
    return after == .nominalOnly ? .nominalGained : .nominalLost
  }

  private static func sign(_ pair: PairComparison) -> Signal? {
    guard let old = pair.old?.estimate, let new = pair.new?.estimate, old.value * new.value < 0 else {
      return nil
    }
    let isClear = [old, new].contains { $0.interval.lower > 0 || $0.interval.upper < 0 }
    return isClear ? .signFlips : .unclearSignFlips
  }

  private static func appraisal(_ pair: PairComparison) -> Signal? {
    guard let old = pair.old?.verdict, let new = pair.new?.verdict, old != new else { return nil }
    return new.rank > old.rank ? .appraisalStronger : .appraisalWeaker
  }
}
