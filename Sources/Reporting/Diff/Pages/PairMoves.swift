import Foundation
import ReleaseDiff
import StudyModel

/// All pairs of a comparison with what became of them, and what is common to them.
struct PairMoves {
  let all: [PairMove]
  /// How the two releases are called: by their dates, or where these are the same by their order.
  let labels: (old: String, new: String)
  /// Whether pairs of both directions are there, so that names must tell them apart.
  let hasBothDirections: Bool
  /// The significance level of the tests; nil where nothing is tested.
  let level: Double?

  init(_ changes: ReleaseChanges, words: DiffWords) throws {
    all = changes.pairs.map(PairMove.init)
    let dates = (changes.old.date, changes.new.date)
    labels =
      dates.0 == dates.1
      ? (try words.text("diff_release", "older"), try words.text("diff_release", "newer")) : dates
    hasBothDirections = Set(changes.pairs.map(\.direction)).count > 1
    level = all.lazy.compactMap { ($0.after ?? $0.before)?.significanceLevel }.first
  }

  /// `0.05`; empty where nothing is tested.
  var levelText: String { level.map { "\($0)" } ?? "" }

  var directions: [Direction] {
    Direction.allCases.filter { direction in all.contains { $0.pair.direction == direction } }
  }

  /// Those of one direction that have an estimate: the ones that crossed a line or moved notably, by how far they moved and
  /// at most so many, and all the others in the order of the releases.
  func chosen(_ direction: Direction, isRatio: Bool, atMost limit: Int) -> (
    shown: [PairMove], others: [PairMove]
  ) {
    let own = all.filter { move in
      guard let scale = (move.pair.new ?? move.pair.old)?.scale, move.pair.direction == direction else {
        return false
      }
      return EffectDisplay(scale).isRatio == isRatio
        && (move.pair.old?.estimate != nil || move.pair.new?.estimate != nil)
    }
    let byMovement = own.filter(\.isNotable).sorted { ($1.rank, $0.pair.id) < ($0.rank, $1.pair.id) }
    let listedFirst = byMovement.filter(\.isListed) + byMovement.filter { !$0.isListed }
    let chosen = Set(listedFirst.prefix(limit).map(\.pair.id))
    return (
      byMovement.filter { chosen.contains($0.pair.id) }, own.filter { !chosen.contains($0.pair.id) }
    )
  }

  /// The |z| at which a two-sided normal test reaches the level.
  var threshold: Double? {
    guard let level, level > 0, level < 1 else { return nil }
    var (low, high) = (0.0, 40.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if erfc(middle / 2.0.squareRoot()) > level { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
