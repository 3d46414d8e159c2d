extension Severity {
  /// Of a change that no rule speaks of.
  static func usual(_ aspect: Aspect, _ kind: Change.Kind) -> Severity {
    switch (aspect, kind) {
    // What a reader would conclude.
    case (.verdict, .changed), (.sign, _), (.adjustedSignificance, .crossed): .critical
    // What conclusions rest on, and what is no longer there.
    case (.verdict, .lost), (.adjustedSignificance, .crossedByFamily),
      (.adjustedSignificance, .crossedBySettings),
      (.adjustedSignificance, .lost), (.nominalSignificance, .crossed), (.direction, .changed), (.status, _),
      (.estimate, .lost), (.estimate, .changed), (.pair, _), (.trait, _), (.instrument, .gained),
      (.instrument, .lost), (.alleles, _), (.outlier, _), (.driver, _), (.setting, .changed),
      (.heterogeneity, .changed), (.eggerIntercept, .changed), (.pressoGlobal, .changed):
      .major
    // What only tells more, and what people can look up.
    case (.otherAdjustment, .gained), (.otherAdjustment, .lost), (.otherAdjustment, .moved),
      (.adjustedSignificance, .moved), (.nominalSignificance, .moved), (.candidate, _), (.flags, _),
      (.variantName, _), (.study, _), (.reading, _), (.schemaVersion, _), (.published, _), (.traitName, _):
      .note
    default: .minor
    }
  }
}
