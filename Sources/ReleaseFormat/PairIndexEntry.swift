import StudyModel

/// One line of pairs.jsonl: enough of a pair to list it without opening its file.
package struct PairIndexEntry: Codable, Hashable, Sendable {
  package var id: PairID
  /// Relative to the release, with `/`.
  package var file: String
  /// Of the pair's file as it stands, lower-case hexadecimal.
  package var sha256: String
  package var counts: VariantFlow
  package var status: PairStatus
  /// The estimate that stands for the pair; absent where it has none.
  package var primaryEstimate: CausalEstimate?

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
