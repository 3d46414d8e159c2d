import StudyModel

/// Whether a pair's file says what release.json and its line of pairs.jsonl say.
struct PairCheck: Sendable {
  private let designs: [PairID: PairDesign]
  private let inputs: Set<String>
  private let primaryMethod: MethodID

  init(_ header: ReleaseHeader) {
    designs = Dictionary(header.design.pairs.map { ($0.id, $0) }) { first, _ in first }
    inputs = Set(header.inputs.map(\.id))
    primaryMethod = header.design.settings.primaryMethod
  }

  /// - Parameter line: where the entry stands in pairs.jsonl.
  func problems(_ pair: PairResult, _ entry: PairIndexEntry, line: Int) -> [InputProblem] {
    guard pair.id == entry.id else {
      return [.damaged(entry.file, "holds the pair \(pair.id), and its name says \(entry.id)")]
    }
    var problems: [InputProblem] = []
    if let design = designs[pair.id], !Self.agree(pair, design) {
      problems.append(.damaged(entry.file, "names other traits or another direction than release.json"))
    }
    if entry != PairIndexEntry(pair, sha256: entry.sha256, primaryMethod: primaryMethod) {
      let summary = "says something else of \(pair.id) than \(entry.file)"
      problems.append(.damaged(ReleaseEncoder.indexFile, line: line, summary))
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
}
