import ReleaseDiff
import ReleaseFormat
import StudyModel
import Testing

/// diff(A, B) is diff(B, A) with old and new exchanged, but for what is counted in the older standard error.
@Suite struct MirrorTests {
  /// Another policy, a pair without its look-up, other settings and other words.
  private static func pair() async throws -> (old: Release, new: Release) {
    let old = try RepositoryStudies.release("immune-osteomyelitis")
    let new = try await RepositoryStudies.analyse("immune-osteomyelitis") { study in
      study.design.settings.harmonisation.policy = .assumeForward
      study.design.settings.significanceLevel = 0.2
      study.design.settings.methods.removeAll { $0 == .simpleMode }
      study.design.settings.methods.append(.mrRAPS)
      study.design.seed += 1
    }
    return (old, new)
  }

  @Test func whatIsGainedOneWayIsLostTheOther() async throws {
    let (old, new) = try await Self.pair()
    let there = try ReleaseComparison.changes(old, new)
    let back = try ReleaseComparison.changes(new, old)
    #expect(there.changes.count > 100)
    #expect(Set(there.changes.map(\.kind)).isSuperset(of: [.gained, .lost, .changed, .moved]))
    #expect(Self.multiset(there.changes) == Self.multiset(back.changes.map(Self.mirrored)))
    #expect(there.verdict.strengthened == back.verdict.weakened)
    #expect(there.pairs.map(\.old) == back.pairs.map(\.new))
    for (one, other) in zip(there.pairs, back.pairs) {
      #expect(one.turnover?.gained == other.turnover?.lost && one.turnover?.kept == other.turnover?.kept)
    }
  }

  private static func mirrored(_ change: Change) -> Change {
    var mirror = change
    (mirror.old, mirror.new, mirror.shift) = (change.new, change.old, nil)
    switch change.kind {
    case .gained: mirror.kind = .lost
    case .lost: mirror.kind = .gained
    default: break
    }
    mirror.numbers = change.numbers.map { number in
      var number = number
      (number.old, number.new) = (number.new, number.old)
      return number
    }.sorted { $0.field < $1.field }
    return mirror
  }

  private static func multiset(_ changes: [Change]) -> [Change: Int] {
    changes.reduce(into: [:]) { counts, change in
      var change = change
      // How grave a gain is need not be how grave a loss is.
      (change.shift, change.severity) = (nil, .note)
      change.numbers.sort { $0.field < $1.field }
      counts[change, default: 0] += 1
    }
  }
}
