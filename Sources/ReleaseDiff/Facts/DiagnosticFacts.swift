import StudyModel

/// The sensitivity analyses of a pair.
struct DiagnosticFacts {
  let pair: PairResult
  /// The study's significance level.
  let level: Double
  let reference: VariantReference

  var facts: [Fact] {
    heterogeneity + [eggerIntercept] + presso + drivers + influential + steiger + variantDirections + further
  }

  // MARK: Heterogeneity and pleiotropy

  private var heterogeneity: [Fact] {
    let tests = pair.heterogeneity
    var facts = [
      test("cochran", tests.cochran, tests.cochranNotEstimated),
      test("rucker", tests.rucker, tests.ruckerNotEstimated),
    ]
    if let difference = tests.difference {
      let size = tests.cochran?.q ?? 0
      facts.append(
        Fact(
          .heterogeneity,
          "difference",
          code: difference.pValue.code(at: level),
          [.plain("value", difference.value, size: size), .pValue(difference.pValue)]
        )
      )
    }
    return facts
  }

  private func test(_ subject: String, _ test: HeterogeneityTest?, _ missing: NotEstimated?) -> Fact {
    guard let test else { return Fact(.heterogeneity, subject, code: missing?.code) }
    return Fact(.heterogeneity, subject, code: test.pValue.code(at: level), FactNumber.test(test))
  }

  private var eggerIntercept: Fact {
    guard let estimate = pair.eggerIntercept.estimate else {
      return Fact(.eggerIntercept, code: pair.eggerIntercept.notEstimated?.code)
    }
    return Fact(
      .eggerIntercept,
      code: estimate.pValue.code(at: level),
      FactNumber.estimate(estimate),
      standardError: estimate.standardError
    )
  }

  // MARK: MR-PRESSO

  private var presso: [Fact] {
    [pressoGlobal] + pressoDistortion
      + pair.presso.outlierTest.filter(\.isOutlier).map { row in
        Fact(
          .outlier,
          reference.name(row.variant),
          [
            .plain("difference", row.difference, size: row.standardError), .pValue(row.pValue),
            .pValue(row.bonferroni, "bonferroni"),
          ]
        )
      }
  }

  private var pressoGlobal: Fact {
    guard let test = pair.presso.globalTest else {
      return Fact(.pressoGlobal, code: pair.presso.notEstimated?.code)
    }
    return Fact(
      .pressoGlobal,
      code: test.assessment.rawValue,
      [
        .plain("observed_rss", test.observedRSS), .simulated(test.pValue, error: test.pValueMonteCarloError),
        .count("simulations", test.simulations),
      ]
    )
  }

  private var pressoDistortion: [Fact] {
    guard let distortion = pair.presso.distortion else {
      return pair.presso.distortionNotEstimated.map { [Fact(.pressoDistortion, code: $0.code)] } ?? []
    }
    // Percentages, of which the last digits are what is left of a hundred.
    let size = 100.0
    var numbers: [FactNumber] = [
      .plain("percent", distortion.percent, size: size),
      .plain("lower", distortion.interval.lower, size: size, error: distortion.lowerMonteCarloError),
      .plain("upper", distortion.interval.upper, size: size, error: distortion.upperMonteCarloError),
    ]
    if let p = distortion.rPackagePValue {
      let error = distortion.rPackagePValueMonteCarloError ?? 0
      numbers.append(.simulated(p, "r_package_p_value", error: error))
    }
    return [Fact(.pressoDistortion, code: "estimated", numbers)]
  }

  // MARK: Single variants

  /// Rows of the leave-one-out analyses that move something.
  private var drivers: [Fact] {
    drivers("primary", pair.leaveOneOut)
      + (pair.further?.leaveOneOut ?? []).flatMap { drivers($0.method.rawValue, $0.rows) }
  }

  private func drivers(_ method: String, _ rows: [LeaveOneOutEstimate]) -> [Fact] {
    rows.filter { !$0.moves.isEmpty }.map { row in
      let monteCarlo = row.monteCarloError.map {
        MonteCarlo(draws: 0, standardErrorOfStandardError: $0)
      }
      return Fact(
        .driver,
        "\(method) \(reference.name(row.variant))",
        code: row.moves.map(\.rawValue).sorted().joined(separator: "+"),
        FactNumber.estimate(row.estimate, monteCarlo: monteCarlo),
        standardError: row.estimate.standardError
      )
    }
  }

  private var influential: [Fact] {
    (pair.further?.influence ?? []).filter(\.isInfluential).map { row in
      Fact(.influential, reference.name(row.variant), [.plain("cooks_distance", row.cooksDistance)])
    }
  }

  // MARK: Direction

  private var steiger: [Fact] {
    guard let test = pair.steiger.pair else {
      let code = pair.steiger.notEstimated?.code
      return [Fact(.direction, code: code), Fact(.steiger, code: code)]
    }
    let numbers: [FactNumber] = [
      .plain("exposure_r_squared", test.exposureRSquared),
      .plain("outcome_r_squared", test.outcomeRSquared), .pValue(test.pValue),
    ]
    let ratio = FactNumber.optional("sensitivity_ratio", pair.steiger.sensitivityRatio)
    return [
      Fact(.direction, code: test.verdict.rawValue), Fact(.steiger, code: "estimated", numbers + ratio),
    ]
  }

  private var variantDirections: [Fact] {
    pair.steiger.variants.map { row in
      let code = row.test?.verdict.rawValue ?? row.notEstimated?.code
      return Fact(.variantDirection, reference.name(row.variant), code: code)
    }
  }

  // MARK: What came with schema version 3

  private var further: [Fact] {
    guard let further = pair.further else { return [] }
    var facts: [Fact] = []
    if let i2 = further.exposureHeterogeneity {
      let numbers =
        FactNumber.optional("weighted", i2.weighted) + FactNumber.optional("unweighted", i2.unweighted)
      facts.append(Fact(.exposureHeterogeneity, code: i2.notEstimated?.code ?? "estimated", numbers))
    }
    if let selection = further.selection { facts.append(Self.selection(selection)) }
    if let bias = further.overlapBias {
      let numbers =
        [FactNumber.plain("worst_relative_bias", bias.worstRelativeBias)]
        + FactNumber.optional("relative_bias", bias.relativeBias)
      facts.append(Fact(.overlapBias, numbers))
    }
    if let power = further.power { facts.append(Self.power(power)) }
    if let fisher = further.fisher {
      facts.append(
        Fact(
          .fisher,
          code: fisher.pValue.code(at: level),
          [
            .plain("statistic", fisher.statistic), .count("degrees_of_freedom", fisher.degreesOfFreedom),
            .pValue(fisher.pValue),
          ]
        )
      )
    }
    return facts + filtered(further.steigerFiltered)
  }

  private static func selection(_ selection: SelectionEffect) -> Fact {
    let corrected = selection.correctedEstimate.map { FactNumber.estimate($0, prefix: "corrected.") } ?? []
    return Fact(
      .selectionEffect,
      [
        .plain("threshold", selection.threshold), .plain("corrected_mean_f", selection.correctedMeanF),
        .count("corrected_below_ten", selection.correctedBelowTen),
      ] + corrected
    )
  }

  private static func power(_ outcome: PowerOutcome) -> Fact {
    guard let power = outcome.analysis else { return Fact(.power, code: outcome.notEstimated?.code) }
    return Fact(.power, code: power.basis.rawValue, [.plain("detectable", power.detectable)])
  }

  private func filtered(_ filtered: SteigerFiltered?) -> [Fact] {
    guard let filtered else { return [] }
    return filtered.estimates.map { outcome in
      Fact(
        .filteredEstimate,
        outcome.method.rawValue,
        code: outcome.result == nil ? outcome.notEstimated?.code : "estimated",
        outcome.result.map(EstimateFacts.numbers) ?? [],
        standardError: outcome.result?.estimate.standardError
      )
    }
  }
}

extension FactNumber {
  /// Q, its degrees of freedom, p and I².
  static func test(_ test: HeterogeneityTest, prefix: String = "") -> [FactNumber] {
    [
      .plain(prefix + "q", test.q), .count(prefix + "degrees_of_freedom", test.degreesOfFreedom),
      .pValue(test.pValue, prefix + "p_value"), .plain(prefix + "i_squared", test.iSquared, size: 1),
    ]
  }
}
