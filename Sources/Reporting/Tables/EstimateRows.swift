import StudyModel

/// S3: every estimate of every method; `estimates.tsv` at the top of a site is this table.
enum EstimateRows {
  static let columns: [TableFileColumn] =
    PairCells.columns + [
      TableFileColumn("group"), TableFileColumn("basis"), TableFileColumn("method"),
      TableFileColumn("beta_is"),
      TableFileColumn("variants", .count), TableFileColumn("beta", .number),
      TableFileColumn("standard_error", .number), TableFileColumn("lower", .number),
      TableFileColumn("upper", .number), TableFileColumn("p", .pValue),
      TableFileColumn("neg_log10_p", .number),
      TableFileColumn("monte_carlo_error", .number), TableFileColumn("family"),
      TableFileColumn("family_tests", .count), TableFileColumn("p_bonferroni", .pValue),
      TableFileColumn("p_benjamini_hochberg", .pValue), TableFileColumn("not_estimated"),
    ]

  static func rows(of pair: PairDetails) -> [[TabSeparated.Cell]] {
    pair.result.estimates.map { outcome in
      PairCells.cells(pair.report) + [
        .words(pair.trait.group), .words(pair.result.basis.rawValue), .words(outcome.method.rawValue),
        .words(EstimatesTable.meaning(pair.result.scale, pair.context.words)),
      ] + numbers(outcome, pair)
    }
  }

  private static func numbers(_ outcome: MethodOutcome, _ pair: PairDetails) -> [TabSeparated.Cell] {
    guard let result = outcome.result else {
      let isAnalysed = pair.result.status == .analysed
      let reason = isAnalysed ? outcome.notEstimated?.reason.rawValue : pair.result.status.rawValue
      return [.count(pair.variantCount)] + [TabSeparated.Cell](repeating: .words(nil), count: 11) + [
        .words(reason)
      ]
    }
    let estimate = result.estimate
    let test = pair.adjustment.flatMap { $0.test.method == outcome.method ? $0 : nil }
    return [
      .count(result.variantCount), .exact(estimate.value), .exact(estimate.standardError),
      .exact(estimate.interval.lower), .exact(estimate.interval.upper), .p(estimate.pValue),
      .exact(estimate.pValue.negativeLog10), .exact(result.monteCarlo?.standardErrorOfStandardError),
      .words(test?.family.id), .count(test?.family.tested), .p(test?.test.bonferroni),
      .p(test?.test.benjaminiHochberg), .words(nil),
    ]
  }
}

/// S7: every test of every family with all its adjusted p.
enum MultiplicityRows {
  static let columns: [TableFileColumn] =
    [
      TableFileColumn("family"), TableFileColumn("family_tests", .count),
      TableFileColumn("significance_level", .number),
    ] + PairCells.columns + [
      TableFileColumn("method"), TableFileColumn("p", .pValue), TableFileColumn("p_bonferroni", .pValue),
      TableFileColumn("p_holm", .pValue), TableFileColumn("p_benjamini_hochberg", .pValue),
      TableFileColumn("p_benjamini_yekutieli", .pValue), TableFileColumn("q_storey", .pValue),
      TableFileColumn("p_effective_tests", .pValue), TableFileColumn("not_estimated"),
    ]

  static func rows(of context: StudyContext) -> [[TabSeparated.Cell]] {
    context.conclusions.families.flatMap { family in
      let tests = family.tests.compactMap { test in
        context.report(test.pair).map { head(family) + PairCells.cells($0) + cells(test) }
      }
      let untested = family.untested.compactMap { pair in
        context.report(pair.pair).map { report in
          let reason = pair.notEstimated?.reason.rawValue ?? pair.status.rawValue
          return head(family) + PairCells.cells(report) + [.words(family.method.rawValue)]
            + [TabSeparated.Cell](repeating: .words(nil), count: 7) + [.words(reason)]
        }
      }
      return tests + untested
    }
  }

  private static func head(_ family: TestFamily) -> [TabSeparated.Cell] {
    [.words(family.id), .count(family.tested), .exact(family.significanceLevel)]
  }

  private static func cells(_ test: AdjustedTest) -> [TabSeparated.Cell] {
    [
      .words(test.method.rawValue), .p(test.pValue), .p(test.bonferroni), .p(test.holm),
      .p(test.benjaminiHochberg), .p(test.benjaminiYekutieli), .p(test.storey), .p(test.effective),
      .words(nil),
    ]
  }
}
