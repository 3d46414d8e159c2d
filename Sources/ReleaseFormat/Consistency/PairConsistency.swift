import StudyModel

/// Whether the parts of one pair speak of the same variants.
struct PairConsistency {
  let pair: PairResult

  /// What differs, each as a sentence of the pair's file.
  func summaries() -> [String] {
    pair.basis == .suppliedResults ? suppliedSummaries() : strangers()
  }

  /// Rows of one variant each, by the key that they stand under.
  private var rows: [(key: String, variants: [String])] {
    [
      ("single_variant", pair.singleVariant.map(\.variant)),
      ("leave_one_out", pair.leaveOneOut.map(\.variant)),
      ("leave_one_out_missing", (pair.leaveOneOutMissing ?? []).map(\.variant)),
      ("presso.outlier_test", pair.presso.outlierTest.map(\.variant)),
      ("steiger.variants", pair.steiger.variants.map(\.variant)),
    ]
  }

  /// The first row of each table whose variant the pair does not have.
  private func strangers() -> [String] {
    let known = Set(pair.variants.map(\.variant.id))
    return rows.compactMap { key, variants in
      variants.first { !known.contains($0) }
        .map { "\(key) names \($0.debugDescription), which is no variant of the pair" }
    }
  }

  private func suppliedSummaries() -> [String] {
    (rows + [("variants", pair.variants.map(\.variant.id))]).filter { !$0.variants.isEmpty }
      .map { "is of supplied results and holds \($0.key), which need variants" }
  }
}
