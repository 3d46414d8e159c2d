import StudyModel

/// What the verdict of each pair rests on: every check with its finding, the number that decided and its threshold.
enum CheckRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("verdict"), TableFileColumn("check"), TableFileColumn("status"),
      TableFileColumn("finding"), TableFileColumn("number", .number), TableFileColumn("threshold", .number),
      TableFileColumn("count", .count), TableFileColumn("subjects"), TableFileColumn("weighs_most"),
    ]

  /// None for releases made before schema version 3.
  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    guard let appraisal = pair.context.appraisal(pair.result.id) else { return [] }
    return appraisal.checks.map { check in
      PairCells.cells(pair.report) + [
        .words(appraisal.verdict.rawValue), .words(check.id.rawValue), .words(check.status.rawValue),
        .words(check.finding.rawValue), .exact(check.number), .exact(check.threshold), .count(check.count),
        .words(check.subjects?.joined(separator: "; ")),
        .words(appraisal.gravest.contains(check.id) ? "yes" : "no"),
      ]
    }
  }
}

/// Steiger's test of all variants of a pair together, then of each.
enum SteigerRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("variant"), TableFileColumn("r_squared_exposure", .number),
      TableFileColumn("r_squared_outcome", .number), TableFileColumn("noise_exposure", .number),
      TableFileColumn("noise_exposure_given_selection", .number), TableFileColumn("noise_outcome", .number),
      TableFileColumn("p", .pValue), TableFileColumn("comes_first"),
      TableFileColumn("sensitivity_ratio", .number), TableFileColumn("filtered_out"),
      TableFileColumn("not_estimated"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    let steiger = pair.result.steiger
    let removed = pair.result.further?.steigerFiltered.map { Set($0.removed) }
    let reason =
      pair.result.status == .analysed
      ? steiger.notEstimated?.reason.rawValue : pair.result.status.rawValue
    let all =
      [.words(nil)] + numbers(steiger.pair) + [.exact(steiger.sensitivityRatio), .words(nil), .words(reason)]
    let single = steiger.variants.map { row in
      [.words(row.variant)] + numbers(row.test) + [
        .exact(nil), .words(removed.map { $0.contains(row.variant) ? "yes" : "no" }),
        .words(row.notEstimated?.reason.rawValue),
      ]
    }
    return ([all] + single).map { PairCells.cells(pair.report) + $0 }
  }

  private static func numbers(_ test: SteigerTest?) -> [TabSeparated.Cell] {
    [
      .exact(test?.exposureRSquared), .exact(test?.outcomeRSquared), .exact(test?.exposureNoise),
      .exact(test?.exposureNoiseGivenSelection), .exact(test?.outcomeNoise), .p(test?.pValue),
      .words(test?.verdict.rawValue),
    ]
  }
}

/// The numbers behind the key figures of each pair that stand in no other table: strength of the instruments, and what
/// selection, overlap and the size of the study do to the estimate.
enum KeyFigureRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("variants", .count), TableFileColumn("excluded", .count),
      TableFileColumn("mean_f", .number), TableFileColumn("median_f", .number),
      TableFileColumn("minimum_f", .number), TableFileColumn("maximum_f", .number),
      TableFileColumn("f_below_ten", .count), TableFileColumn("r_squared", .share),
      TableFileColumn("pair_f", .number), TableFileColumn("selection_p", .pValue),
      TableFileColumn("selection_p_declared"), TableFileColumn("selection_f", .number),
      TableFileColumn("f_without_association", .number), TableFileColumn("false_expected", .number),
      TableFileColumn("corrected_mean_f", .number), TableFileColumn("corrected_f_below_ten", .count),
      TableFileColumn("corrected_beta", .number), TableFileColumn("corrected_standard_error", .number),
      TableFileColumn("corrected_p", .pValue), TableFileColumn("overlap", .share),
      TableFileColumn("overlap_bias", .share), TableFileColumn("worst_overlap_bias", .share),
      TableFileColumn("detectable_effect", .number), TableFileColumn("target_power", .share),
      TableFileColumn("power_basis"), TableFileColumn("fisher", .number),
      TableFileColumn("fisher_df", .count), TableFileColumn("fisher_p", .pValue),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    let (strength, further) = (pair.result.strength, pair.result.further)
    let instruments: [TabSeparated.Cell] = [
      .count(pair.variantCount), .count(pair.hasOnlyResults ? nil : pair.result.exclusions.count),
      .exact(strength?.meanF), .exact(strength?.medianF), .exact(strength?.minimumF),
      .exact(strength?.maximumF), .count(strength?.belowTen), .exact(strength?.rSquared),
      .exact(strength?.pairF),
    ]
    let (overlap, power, fisher) = (further?.overlapBias, further?.power?.analysis, further?.fisher)
    let design: [TabSeparated.Cell] = [
      .exact(overlap?.fraction), .exact(overlap?.relativeBias), .exact(overlap?.worstRelativeBias),
      .exact(power?.detectable), .exact(power?.targetPower), .words(power?.basis.rawValue),
      .exact(fisher?.statistic), .count(fisher?.degreesOfFreedom), .p(fisher?.pValue),
    ]
    return [PairCells.cells(pair.report) + instruments + cells(further?.selection) + design]
  }

  private static func cells(_ selection: SelectionEffect?) -> [TabSeparated.Cell] {
    [
      .exact(selection?.threshold), .words(selection.map { $0.isDeclared ? "yes" : "no" }),
      .exact(selection?.thresholdF), .exact(selection?.expectedFWithoutAssociation),
      .exact(selection?.falseExpected), .exact(selection?.correctedMeanF),
      .count(selection?.correctedBelowTen), .exact(selection?.correctedEstimate?.value),
      .exact(selection?.correctedEstimate?.standardError), .p(selection?.correctedEstimate?.pValue),
    ]
  }
}
