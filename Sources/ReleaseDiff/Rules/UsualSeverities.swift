extension Severity {
  /// Of a change that no rule speaks of.
  static func usual(_ aspect: Aspect, _ kind: Change.Kind) -> Severity {
    switch (aspect, kind) {
    // What a reader would conclude.
    case (.verdict, _), (.sign, _), (.adjustedSignificance, .crossed): .critical
    // What conclusions rest on.
    case (.adjustedSignificance, .crossedByFamily), (.adjustedSignificance, .crossedBySettings),
      (.adjustedSignificance, .gained), (.adjustedSignificance, .lost), (.nominalSignificance, .crossed),
      (.direction, _), (.status, _), (.estimate, .gained), (.estimate, .lost), (.estimate, .changed),
      (.pair, _), (.trait, _), (.instrument, .gained), (.instrument, .lost), (.alleles, _), (.outlier, _),
      (.driver, _), (.setting, .changed), (.heterogeneity, .changed), (.eggerIntercept, .changed),
      (.pressoGlobal, .changed):
      .major
    // Numbers, and what stands behind them.
    case (.check, _), (.unclearSign, _), (.otherAdjustment, .crossed), (.otherAdjustment, .crossedByFamily),
      (.nominalSignificance, .gained), (.nominalSignificance, .lost), (.family, _), (.estimate, _),
      (.methodSign, _), (.setAside, _), (.filteredEstimate, _), (.heterogeneity, _), (.eggerIntercept, _),
      (.pressoGlobal, _), (.pressoDistortion, _), (.influential, _), (.steiger, _), (.variantDirection, _),
      (.exposureHeterogeneity, _),
      (.selectionEffect, _), (.overlapBias, _), (.power, _), (.fisher, _), (.instrument, _), (.alignment, _),
      (.proxy, _), (.setting, _), (.strength, _), (.flow, _), (.sharedInstrument, _), (.traitProperty, _),
      (.pairProperty, _), (.seed, _), (.input, _), (.toolVersion, _), (.method, _), (.selection, _),
      (.panel, _), (.truth, _), (.likelyRename, _):
      .minor
    default: .note
    }
  }
}
