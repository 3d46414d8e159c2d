import StudyModel

/// Whether the parts of a release speak of the same pairs; takes time in proportion to their number.
struct ReleaseConsistency {
  private let release: Release
  private let entries: [PairIndexEntry]
  private let designs: [PairID: PairDesign]
  private let inputs: Set<String>

  /// `entries` are the lines of pairs.jsonl, in the order of `release.pairs`.
  init(release: Release, entries: [PairIndexEntry]) {
    self.release = release
    self.entries = entries
    designs = Dictionary(release.header.design.pairs.map { ($0.id, $0) }) { first, _ in first }
    inputs = Set(release.header.inputs.map(\.id))
  }

  func problems() -> [InputProblem] {
    orderProblems() + zip(release.pairs, entries).enumerated().flatMap(pairProblems) + conclusionProblems()
  }

  private func orderProblems() -> [InputProblem] {
    let declared = release.header.design.pairs.map(\.id)
    let listed = entries.map(\.id)
    guard declared != listed else { return [] }
    let present = Set(listed)
    let missing = declared.filter { !present.contains($0) }.map { "\($0) is missing" }
    let extra = listed.filter { designs[$0] == nil }.map { "\($0) is too many" }
    let details = missing + extra
    let what = details.isEmpty ? "their order differs" : details.joined(separator: ", ")
    return [.damaged(ReleaseEncoder.indexFile, "does not list the pairs of release.json: \(what)")]
  }

  private func pairProblems(_ offset: Int, _ parts: (pair: PairResult, entry: PairIndexEntry))
    -> [InputProblem]
  {
    let (pair, entry) = parts
    guard pair.id == entry.id else {
      return [.damaged(entry.file, "holds the pair \(pair.id), and its name says \(entry.id)")]
    }
    var problems: [InputProblem] = []
    if let design = designs[pair.id], !Self.agree(pair, design) {
      problems.append(.damaged(entry.file, "names other traits or another direction than release.json"))
    }
    let method = release.header.design.settings.primaryMethod
    if entry != PairIndexEntry(pair, sha256: entry.sha256, primaryMethod: method) {
      let summary = "says something else of \(pair.id) than \(entry.file)"
      problems.append(.damaged(ReleaseEncoder.indexFile, line: offset + 1, summary))
    }
    for input in pair.inputs where !inputs.contains(input) {
      problems.append(.damaged(entry.file, "was read from \"\(input)\", which release.json does not list"))
    }
    return problems + PairConsistency(pair: pair).summaries().map { .damaged(entry.file, $0) }
  }

  private static func agree(_ pair: PairResult, _ design: PairDesign) -> Bool {
    pair.trait == design.trait && pair.direction == design.direction
      && pair.exposure == design.exposure && pair.outcome == design.outcome
  }

  private func conclusionProblems() -> [InputProblem] {
    let pairs = Dictionary(release.pairs.map { ($0.id, $0) }) { first, _ in first }
    let level = release.header.design.settings.significanceLevel
    let families = release.conclusions.families
    let appraisals = AppraisalConsistency(
      appraisals: release.conclusions.appraisals ?? [],
      pairs: pairs,
      families: families
    )
    let summaries =
      families.flatMap { FamilyConsistency(family: $0, pairs: pairs, significanceLevel: level).summaries() }
      + appraisals.summaries()
    return summaries.map { .damaged(ReleaseEncoder.conclusionsFile, $0) }
  }
}
