import StudyModel

/// What MR-PRESSO says of one pair: the global test, the outlier table, the estimate without outliers.
struct PressoModel {
  let pair: PairDetails

  private var context: StudyContext { pair.context }
  private var presso: MRPresso { pair.result.presso }

  /// Absent where no global test was made.
  func value() throws -> TemplateValue {
    guard let test = presso.globalTest else { return .absent }
    let isRejected = test.assessment == .rejected
    return .object([
      "verdict": .text(
        try context.words.text("presso", test.assessment.rawValue, ["level": context.level])
      ),
      "rss": .text(NumberStyle.fixed(test.observedRSS, decimals: 1)),
      "p": .text(context.pValues.equation(test.pValue)),
      "error": .text(Self.error(test.pValueMonteCarloError)),
      "simulations": .number(test.simulations),
      "smallest": .flag(test.pValue.value <= 1 / Double(test.simulations + 1)),
      "not_looked": .flag(!isRejected),
      "no_outlier": .flag(isRejected && presso.outliers.isEmpty),
      "counted": .number(presso.outlierTest.count),
      "outliers": isRejected ? outliers : .absent,
      "distortion": distortion,
      "no_distortion": .optional(try presso.distortionNotEstimated.map(context.text)),
      "table": table,
    ])
  }

  private var outliers: TemplateValue {
    let names = presso.outliers
    guard !names.isEmpty else { return .absent }
    return .object([
      "one": .flag(names.count == 1), "counted": .number(presso.outlierTest.count),
      "names": .text(context.words.list(names)), "corrected": corrected,
    ])
  }

  private var corrected: TemplateValue {
    guard let estimate = pair.result.estimate(.mrPresso)?.estimate else { return .absent }
    return .object([
      "one": .flag(presso.outliers.count == 1), "measure": .text(pair.scale.measure),
      "estimate": .text(pair.display.text(estimate)), "p": .text(context.pValues.equation(estimate.pValue)),
    ])
  }

  /// Resamples that hold none of so few outliers are common enough to carry a bound of the interval.
  private static let fewOutliers = 3

  /// Descriptive: no verdict draws on it.
  private var distortion: TemplateValue {
    guard let distortion = presso.distortion else { return .absent }
    let (lower, upper) = (distortion.interval.lower, distortion.interval.upper)
    let decimals = EffectDisplay.decimals(halfWidth: (upper - lower) / 2)
    func points(_ value: Double) -> String {
      value == 0 ? "0" : EffectDisplay.difference(value, decimals: decimals)
    }
    let count = presso.outliers.count
    let reachesZero = count <= Self.fewOutliers && (lower == 0 || upper == 0)
    let errors = [distortion.lowerMonteCarloError, distortion.upperMonteCarloError].filter { $0 > 0 }
    return .object([
      "percent": .text(points(distortion.percent)), "lower": .text(points(lower)),
      "upper": .text(points(upper)),
      "errors": .optional(errors.isEmpty ? nil : context.words.list(errors.map(Self.error))),
      "both_errors": .flag(errors.count == 2),
      "draws": .number(distortion.draws),
      "by_construction": .flag(reachesZero),
      "one": .flag(count == 1), "outliers": .number(count),
      "r_package": distortion.rPackagePValue.map { p in
        .object([
          "p": .text(context.pValues.equation(p)),
          "error": .optional(distortion.rPackagePValueMonteCarloError.map(Self.error)),
        ])
      } ?? .absent,
    ])
  }

  private static func error(_ value: Double) -> String { NumberStyle.significant(value, digits: 1) }

  // MARK: The outlier table

  private var table: TemplateValue {
    let rows = presso.outlierTest.enumerated()
      .sorted { ($0.element.pValue, $0.offset) < ($1.element.pValue, $1.offset) }
      .map { row($0.element) }
    guard !rows.isEmpty else { return .absent }
    return .object(["rows": .list(rows)])
  }

  private func row(_ test: PressoOutlierTest) -> TemplateValue {
    let decimals = EffectDisplay.decimals(halfWidth: test.standardError)
    let distance = EffectDisplay.difference(test.difference, decimals: decimals)
    let error = EffectDisplay.difference(test.standardError, decimals: decimals)
    return .object([
      "variant": .text(test.variant),
      "distance": .text("\(distance) (\(error))"),
      "p": .text(context.pValues.cell(test.pValue)),
      "bonferroni": .text(context.pValues.cell(test.bonferroni)),
      "outlier": .flag(test.isOutlier),
    ])
  }
}
