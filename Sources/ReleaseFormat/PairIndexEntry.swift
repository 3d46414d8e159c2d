import StudyModel

/// One line of pairs.jsonl: enough of a pair to list it without opening its file.
struct PairIndexEntry: Codable, Hashable {
  var id: PairID
  /// Relative to the release, with `/`.
  var file: String
  /// Of the pair's file as it stands, lower-case hexadecimal.
  var sha256: String
  var counts: VariantFlow
  var status: PairStatus
  /// The estimate that stands for the pair; absent where it has none.
  var primaryEstimate: CausalEstimate?

  init(_ pair: PairResult, sha256: String, primaryMethod: MethodID) {
    id = pair.id
    file = Self.file(of: pair.id)
    self.sha256 = sha256
    counts = pair.flow
    status = pair.status
    primaryEstimate = pair.primaryEstimate(primaryMethod)
  }

  static func file(of id: PairID) -> String { "pairs/\(id).json" }
}
