import StudyModel

/// S4: heterogeneity and directional pleiotropy of every pair.
enum HeterogeneityRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("variants", .count), TableFileColumn("cochran_q", .number),
      TableFileColumn("cochran_df", .count), TableFileColumn("cochran_p", .pValue),
      TableFileColumn("i_squared", .share), TableFileColumn("i_squared_lower", .share),
      TableFileColumn("i_squared_upper", .share), TableFileColumn("rucker_q", .number),
      TableFileColumn("rucker_df", .count), TableFileColumn("rucker_p", .pValue),
      TableFileColumn("q_difference", .number), TableFileColumn("q_difference_p", .pValue),
      TableFileColumn("egger_intercept", .number), TableFileColumn("egger_intercept_standard_error", .number),
      TableFileColumn("egger_intercept_p", .pValue), TableFileColumn("i_squared_gx", .share),
      TableFileColumn("i_squared_gx_weighted", .share),
      TableFileColumn("not_estimated"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    let (test, intercept) = (pair.result.heterogeneity, pair.result.eggerIntercept)
    let reason =
      pair.result.status == .analysed
      ? test.cochranNotEstimated?.reason.rawValue : pair.result.status.rawValue
    return [
      PairCells.cells(pair.report) + [
        .count(pair.variantCount), .exact(test.cochran?.q), .count(test.cochran?.degreesOfFreedom),
        .p(test.cochran?.pValue), .exact(test.cochran?.iSquared),
        .exact(test.cochran?.iSquaredInterval?.lower), .exact(test.cochran?.iSquaredInterval?.upper),
        .exact(test.rucker?.q), .count(test.rucker?.degreesOfFreedom), .p(test.rucker?.pValue),
        .exact(test.difference?.value), .p(test.difference?.pValue), .exact(intercept.estimate?.value),
        .exact(intercept.estimate?.standardError), .p(intercept.estimate?.pValue),
        .exact(pair.result.further?.exposureHeterogeneity?.unweighted),
        .exact(pair.result.further?.exposureHeterogeneity?.weighted), .words(reason),
      ]
    ]
  }
}

/// S5: the primary estimate without each variant in turn.
enum LeaveOneOutRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("left_out"), TableFileColumn("beta", .number),
      TableFileColumn("standard_error", .number),
      TableFileColumn("lower", .number), TableFileColumn("upper", .number), TableFileColumn("p", .pValue),
      TableFileColumn("shift_in_standard_errors", .number), TableFileColumn("cochran_q", .number),
      TableFileColumn("cochran_p", .pValue), TableFileColumn("cooks_distance", .number),
      TableFileColumn("studentised_residual", .number), TableFileColumn("moves"),
      TableFileColumn("not_estimated"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    let influence = Dictionary((pair.result.further?.influence ?? []).map { ($0.variant, $0) }) { first, _ in
      first
    }
    let found = pair.result.leaveOneOut.map { row -> [TabSeparated.Cell] in
      let moves = row.moves.map(\.rawValue).joined(separator: "; ")
      return PairCells.cells(pair.report) + [
        .words(row.variant), .exact(row.estimate.value), .exact(row.estimate.standardError),
        .exact(row.estimate.interval.lower), .exact(row.estimate.interval.upper), .p(row.estimate.pValue),
        .exact(row.shift), .exact(row.heterogeneity?.q), .p(row.heterogeneity?.pValue),
        .exact(influence[row.variant]?.cooksDistance), .exact(influence[row.variant]?.studentisedResidual),
        .words(moves.isEmpty ? nil : moves), .words(nil),
      ]
    }
    let missing = (pair.result.leaveOneOutMissing ?? []).map { row -> [TabSeparated.Cell] in
      PairCells.cells(pair.report) + [.words(row.variant)]
        + [TabSeparated.Cell](repeating: .words(nil), count: 11)
        + [.words(row.notEstimated.reason.rawValue)]
    }
    return found + missing
  }
}

/// S6: the three tests of MR-PRESSO; the outlier test has a row a variant.
enum PressoRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("test"), TableFileColumn("variant"), TableFileColumn("statistic", .number),
      TableFileColumn("statistic_standard_error", .number), TableFileColumn("lower", .number),
      TableFileColumn("upper", .number), TableFileColumn("p", .pValue),
      TableFileColumn("p_monte_carlo_error", .number),
      TableFileColumn("p_bonferroni", .pValue), TableFileColumn("outlier"),
      TableFileColumn("simulations", .count),
      TableFileColumn("not_estimated"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    let presso = pair.result.presso
    func row(_ cells: [TabSeparated.Cell]) -> [TabSeparated.Cell] { PairCells.cells(pair.report) + cells }
    guard let global = presso.globalTest else {
      let reason =
        pair.result.status == .analysed ? presso.notEstimated?.reason.rawValue : pair.result.status.rawValue
      return [row([.words("global")] + blanks(10) + [.words(reason)])]
    }
    var rows = [
      row([
        .words("global"), .words(nil), .exact(global.observedRSS), .exact(nil), .exact(nil), .exact(nil),
        .p(global.pValue), .exact(global.pValueMonteCarloError), .p(nil), .words(nil),
        .count(global.simulations), .words(nil),
      ])
    ]
    rows += presso.outlierTest.map { test in
      row([
        .words("outlier"), .words(test.variant), .exact(test.difference), .exact(test.standardError),
        .exact(nil), .exact(nil), .p(test.pValue), .exact(nil), .p(test.bonferroni),
        .words(test.isOutlier ? "yes" : "no"), .count(nil), .words(nil),
      ])
    }
    return rows + [row(distortion(presso))]
  }

  /// The distortion is in per cent of the estimate without outliers.
  private static func distortion(_ presso: MRPresso) -> [TabSeparated.Cell] {
    guard let distortion = presso.distortion else {
      return [.words("distortion")] + blanks(10) + [.words(presso.distortionNotEstimated?.reason.rawValue)]
    }
    return [
      .words("distortion"), .words(nil), .exact(distortion.percent), .exact(nil),
      .exact(distortion.interval.lower), .exact(distortion.interval.upper), .p(distortion.rPackagePValue),
      .exact(distortion.rPackagePValueMonteCarloError), .p(nil), .words(nil), .count(distortion.draws),
      .words(nil),
    ]
  }

  private static func blanks(_ count: Int) -> [TabSeparated.Cell] {
    Array(repeating: .words(nil), count: count)
  }
}
