import StudyModel

/// Whether the parts of a release speak of the same pairs; takes time in proportion to their number.
struct ReleaseConsistency {
  private let release: Release
  private let entries: [PairIndexEntry]
  private let pairCheck: PairCheck

  /// `entries` are the lines of pairs.jsonl, in the order of `release.pairs`.
  init(release: Release, entries: [PairIndexEntry]) {
    self.release = release
    self.entries = entries
    pairCheck = PairCheck(release.header)
  }

  func problems() -> [InputProblem] {
    Self.orderProblems(release.header, entries)
      + zip(release.pairs, entries).enumerated().flatMap { pairCheck.problems($1.0, $1.1, line: $0 + 1) }
      + conclusionProblems()
  }

  /// Whether pairs.jsonl lists the pairs that release.json declares, in its order.
  static func orderProblems(_ header: ReleaseHeader, _ entries: [PairIndexEntry]) -> [InputProblem] {
    let declared = header.design.pairs.map(\.id)
    let listed = entries.map(\.id)
    guard declared != listed else { return [] }
    let present = Set(listed)
    let missing = declared.filter { !present.contains($0) }.map { "\($0) is missing" }
    let known = Set(declared)
    let extra = listed.filter { !known.contains($0) }.map { "\($0) is too many" }
    let details = missing + extra
    let what = details.isEmpty ? "their order differs" : details.joined(separator: ", ")
    return [.damaged(ReleaseEncoder.indexFile, "does not list the pairs of release.json: \(what)")]
  }

  private func conclusionProblems() -> [InputProblem] {
    let pairs = Dictionary(release.pairs.map { ($0.id, KnownPair($0)) }) { first, _ in first }
    return ConclusionCheck(header: release.header, conclusions: release.conclusions, pairs: pairs).problems()
  }
}
