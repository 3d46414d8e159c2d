import StudyModel

/// S1: the instruments of every pair, with their effect on the exposure.
enum InstrumentRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + VariantCells.columns + [
      TableFileColumn("effect_allele_frequency", .share), TableFileColumn("beta_exposure", .number),
      TableFileColumn("standard_error_exposure", .number), TableFileColumn("p_exposure", .pValue),
      TableFileColumn("f_statistic", .number), TableFileColumn("r_squared", .share),
      TableFileColumn("also_instrument_of"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    pair.result.variants.map { row in
      let others = pair.context.sharedInstruments[row.variant.id, default: []].filter {
        $0 != pair.exposure.id
      }
      return PairCells.cells(pair.report) + VariantCells.cells(row) + [
        .exact(row.exposure.effectAlleleFrequency), .exact(row.exposure.beta),
        .exact(row.exposure.standardError), .p(row.exposure.pValue), .exact(row.fStatistic),
        .exact(row.rSquared), .words(others.isEmpty ? nil : others.map(\.rawValue).joined(separator: "; ")),
      ]
    }
  }
}

/// S2: both effects of every instrument, for the same allele, with the ratio of the two.
enum HarmonisedRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + VariantCells.columns + [
      TableFileColumn("beta_exposure", .number), TableFileColumn("standard_error_exposure", .number),
      TableFileColumn("p_exposure", .pValue), TableFileColumn("frequency_exposure", .share),
      TableFileColumn("beta_outcome", .number), TableFileColumn("standard_error_outcome", .number),
      TableFileColumn("p_outcome", .pValue), TableFileColumn("frequency_outcome", .share),
      TableFileColumn("ratio", .number), TableFileColumn("ratio_standard_error", .number),
      TableFileColumn("weight", .share), TableFileColumn("outcome_row"), TableFileColumn("palindromic"),
      TableFileColumn("proxy"), TableFileColumn("proxy_r_squared", .share), TableFileColumn("flags"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    let single = Dictionary(pair.result.singleVariant.map { ($0.variant, $0) }) { first, _ in first }
    return pair.result.variants.map { row in
      let ratio = single[row.variant.id]
      let flags = row.flags.map(\.rawValue).joined(separator: "; ")
      return PairCells.cells(pair.report) + VariantCells.cells(row) + effect(row.exposure)
        + effect(row.outcome) + [
          .exact(ratio?.estimate.value), .exact(ratio?.estimate.standardError), .exact(ratio?.weight),
          .words(row.alignment.rawValue), .words(row.isPalindromic ? "yes" : "no"),
          .words(row.proxy?.variant.id),
          .exact(row.proxy?.rSquared), .words(flags.isEmpty ? nil : flags),
        ]
    }
  }

  private static func effect(_ effect: AlleleEffect) -> [TabSeparated.Cell] {
    [
      .exact(effect.beta), .exact(effect.standardError), .p(effect.pValue),
      .exact(effect.effectAlleleFrequency),
    ]
  }
}

/// S8: every candidate that is no instrument, with the step and the reason.
enum ExclusionRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("variant"), TableFileColumn("chromosome"), TableFileColumn("position", .count),
      TableFileColumn("stage"), TableFileColumn("reason"), TableFileColumn("lead"),
      TableFileColumn("lead_r_squared", .share), TableFileColumn("confounder"),
      TableFileColumn("confounder_p", .pValue),
    ] + ["exposure", "outcome"].flatMap(side)

  private static func side(_ side: String) -> [TableFileColumn] {
    [
      TableFileColumn("line_\(side)", .count), TableFileColumn("effect_allele_\(side)"),
      TableFileColumn("other_allele_\(side)"), TableFileColumn("beta_\(side)", .number),
      TableFileColumn("standard_error_\(side)", .number), TableFileColumn("p_\(side)", .pValue),
      TableFileColumn("frequency_\(side)", .share),
    ]
  }

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    pair.result.exclusions.map { row in
      let what: [TabSeparated.Cell] = [
        .words(row.variant.id), .words(row.variant.chromosome), .count(row.variant.position),
        .words(row.stage.rawValue), .words(row.reason.rawValue), .words(row.lead?.variant),
        .exact(row.lead?.rSquared), .words(row.confounder?.trait), .p(row.confounder?.pValue),
      ]
      return PairCells.cells(pair.report) + what + cells(row.exposure) + cells(row.outcome)
    }
  }

  /// A line of 0 is a row that an index led to.
  private static func cells(_ row: ExcludedRow?) -> [TabSeparated.Cell] {
    [
      .count(row.flatMap { $0.line > 0 ? $0.line : nil }), .words(row?.effectAllele?.rawValue),
      .words(row?.otherAllele?.rawValue), .exact(row?.effect?.beta), .exact(row?.effect?.standardError),
      .p(row?.effect?.pValue), .exact(row?.effect?.effectAlleleFrequency),
    ]
  }
}

/// Which variant a row is of.
private enum VariantCells {
  static let columns = [
    TableFileColumn("variant"), TableFileColumn("chromosome"), TableFileColumn("position", .count),
    TableFileColumn("effect_allele"), TableFileColumn("other_allele"),
  ]

  static func cells(_ row: HarmonisedVariant) -> [TabSeparated.Cell] {
    [
      .words(row.variant.id), .words(row.variant.chromosome), .count(row.variant.position),
      .words(row.effectAllele?.rawValue), .words(row.otherAllele?.rawValue),
    ]
  }
}
