import Charts
import Reporting
import StudyModel

/// Made-up studies with awkward corners, the same each time.
enum Samples {
  static let odds = EffectAxis(
    isRatio: true,
    title: "Odds ratio of diabetic foot ulcer per SD higher trait",
    shortTitle: "Odds ratio per SD",
    unit: "OR per SD",
    lower: "lower odds",
    higher: "higher odds"
  )
  static let difference = EffectAxis(
    isRatio: false,
    title: "SD per doubling of odds",
    shortTitle: "SD per doubling",
    unit: "SD per doubling of odds",
    lower: "lower BMI",
    higher: "higher BMI"
  )

  // MARK: Panel

  private static let panelLines = """
    Chemokines|IL-8|CXCL8|3|0.42|0.10|1.82|0.24|0.80
    Chemokines|MIG|CXCL9|10|0.50|0.28|0.91|0.023|0.80
    Chemokines|CTACK|CCL27|10|0.54|0.29|0.99|0.048|0.80
    Chemokines|Eotaxin|CCL11|11|0.61|0.24|1.55|0.30|0.80
    Chemokines|MIP-1α|CCL3|6|0.98|0.41|2.34|0.96|0.96
    Chemokines|SDF-1α|CXCL12|8|2.06|0.76|5.60|0.16|0.80
    Growth factors|HGF|Hepatocyte growth factor|5|0.40|0.08|1.92|0.25|0.80
    Growth factors|G-CSF||6|0.68|0.11|4.12|0.68|0.94
    Growth factors|M-CSF|Macrophage colony-stimulating factor|8|1.38|0.73|2.64|0.32|0.80
    Growth factors|VEGF|Vascular endothelial growth factor|||||look-up not supplied|
    Interleukins|IL-5||6|0.48|0.14|1.62|0.24|0.80
    Interleukins|IL-2RA||6|0.57|0.24|1.33|0.19|0.80
    Interleukins|IL-1RA||7|0.59|0.23|1.49|0.26|0.80
    Interleukins|IL-10||13|0.87|0.43|1.73|0.68|0.94
    Interleukins|IL-17||8|0.90|0.32|2.53|0.85|0.94
    Interleukins|IL-12p70||11|0.94|0.51|1.73|0.84|0.94
    Interleukins|IL-13||8|1.06|0.66|1.69|0.82|0.94
    Interleukins|IL-18||9|1.29|0.72|2.31|0.39|0.80
    Interleukins|IL-2||5|2.27|0.48|10.6|0.30|0.80
    Interleukins|IL-1β||1|3.40|0.57|20.3|0.18|0.80
    Other|IFN-γ|Interferon gamma|6|0.75|0.18|3.05|0.68|0.94
    Other|MIF||6|0.91|0.41|2.02|0.82|0.94
    Other|TNF-α|Tumour necrosis factor alpha|4|1.35|0.56|3.25|0.50|0.94
    """

  static func panel(id: String = "forward") -> PanelForestFigure {
    let rows = panelLines.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
    var groups: [PanelForestFigure.Group] = []
    for row in rows {
      if groups.last?.name != row[0] { groups.append(.init(name: row[0], rows: [])) }
      groups[groups.count - 1].rows.append(panelRow(row))
    }
    return panel(id: id, groups: groups)
  }

  static func panel(id: String = "panel", groups: [PanelForestFigure.Group]) -> PanelForestFigure {
    PanelForestFigure(
      id: id,
      title: "Forward: each cytokine on diabetic foot ulcer",
      summary: "No estimate survives adjustment.",
      axis: odds,
      estimateHead: "OR (95% CI)",
      checkHeads: ["H", "P", "A"],
      groups: groups,
      words: BuiltInWords.book
    )
  }

  private static func panelRow(_ cells: [String]) -> PanelForestFigure.Row {
    let link = "traits/\(cells[1]).html"
    guard let estimate = Double(cells[4]), let low = Double(cells[5]), let high = Double(cells[6]) else {
      return .init(
        name: cells[1],
        alias: cells[2],
        link: link,
        variants: Int(cells[3]),
        outcome: .untested(reason: cells[7])
      )
    }
    let tested = PanelForestFigure.Tested(
      plotted: PlottedEstimate(estimate: estimate, low: low, high: high),
      estimateText: "\(cells[4]) (\(cells[5])–\(cells[6]))",
      pText: cells[7],
      adjustedPText: cells[8],
      p: PValue(Double(cells[7]) ?? 1),
      adjustedP: Double(cells[8]).map { PValue($0) },
      evidence: (Double(cells[7]) ?? 1) < 0.05 ? .nominal : .neither,
      checks: cells[3] == "1"
        ? [.notAssessed, .notAssessed, .notAssessed] : [estimate > 2 ? .caution : .holds, .holds, .fails]
    )
    return .init(
      name: cells[1],
      alias: cells[2],
      link: link,
      variants: Int(cells[3]),
      outcome: .tested(tested)
    )
  }

  // MARK: Methods

  static func methods(id: String = "methods") -> MethodForestFigure {
    func estimated(
      _ name: String,
      _ e: Double,
      _ l: Double,
      _ h: Double,
      _ text: String,
      _ p: String,
      _ value: Double
    )
      -> MethodForestFigure.Row
    {
      let plotted = PlottedEstimate(estimate: e, low: l, high: h)
      return .init(
        method: name,
        isPrimary: name == "IVW, random effects",
        outcome: .estimated(plotted, estimateText: text, pText: p, p: PValue(value), isNominal: l > 1)
      )
    }
    let rows = [
      estimated("IVW, random effects", 1.56, 1.39, 1.75, "1.56 (1.39–1.75)", "4 × 10⁻¹⁴", 4.03e-14),
      estimated("IVW, fixed effect", 1.56, 1.43, 1.70, "1.56 (1.43–1.70)", "1 × 10⁻²⁴", 1.07e-24),
      estimated("MR-Egger", 1.65, 1.25, 2.19, "1.65 (1.25–2.19)", "8 × 10⁻⁴", 8.1e-4),
      estimated("Weighted median", 1.47, 0.97, 1.70, "1.47 (0.97–1.70)", "0.11", 0.107),
      MethodForestFigure.Row(
        method: "MR-RAPS",
        isPrimary: false,
        outcome: .notEstimated(reason: "not run below 10 variants")
      ),
      estimated("MR-PRESSO, 2 outliers out", 1.62, 1.46, 1.79, "1.62 (1.46–1.79)", "5 × 10⁻²¹", 4.94e-21),
    ]
    return MethodForestFigure(
      id: id,
      title: "Forward: all methods",
      summary: "Every method points the same way.",
      axis: odds,
      estimateHead: "OR (95% CI)",
      rows: rows,
      words: BuiltInWords.book
    )
  }

  // MARK: Variants

  /// Effects of `count` variants from a small congruential generator.
  static func effects(_ count: Int) -> [ScatterFigure.Variant] {
    var state: UInt64 = 20_240_607
    func uniform() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(UInt64(1) << 31)
    }
    return (0..<count).map { index in
      let x = 0.015 + 0.06 * uniform() * uniform() * uniform()
      let noise = (uniform() + uniform() + uniform() - 1.5) * 0.02
      return ScatterFigure.Variant(
        name: "rs\(1_000_000 + index * 7919)",
        x: index % 3 == 0 ? -x : x,
        xError: 0.003,
        y: (0.45 * x + noise) * (index % 3 == 0 ? -1 : 1),
        yError: 0.008 + 0.004 * uniform(),
        isRinged: index == 1 && count > 6,
        note: index == 1 && count > 6 ? "outlier" : ""
      )
    }
  }

  static func scatter(_ count: Int, id: String = "scatter") -> ScatterFigure {
    let lines: [ScatterFigure.Line] = [
      .init(kind: .inverseVariance, label: "IVW", slope: 0.45),
      .init(kind: .egger, label: "MR-Egger", slope: 0.50, intercept: -0.0017),
      .init(kind: .median, label: "Weighted median", slope: 0.385),
      .init(kind: .mode, label: "Weighted mode", slope: 0.383),
    ]
    return ScatterFigure(
      id: id,
      title: "Effect on heart disease against effect on body mass index",
      summary: "The slopes agree.",
      xTitle: "Effect on BMI (SD per allele)",
      yTitle: "Effect on CHD (log odds per allele)",
      units: (x: "SD per allele", y: "log odds per allele", slope: "log odds per SD"),
      points: effects(count),
      lines: count < 3 ? [lines[0]] : lines,
      interceptLabel: count < 3 ? "" : "Egger intercept −0.0017, p = 0.67",
      words: BuiltInWords.book
    )
  }

  static func funnel(_ count: Int, id: String = "funnel") -> FunnelFigure {
    FunnelFigure(
      id: id,
      title: "Funnel: is scatter symmetrical?",
      summary: "It is.",
      axis: odds,
      xTitle: "Odds ratio from each variant (log scale)",
      yTitle: "Precision (1 / SE)",
      points: effects(count).map { point in
        FunnelFigure.Variant(
          name: point.name,
          estimate: NaturalLogarithm.inverse(point.y / point.x),
          precision: abs(point.x) / point.yError,
          isRinged: point.isRinged
        )
      },
      lines: [
        .init(kind: .inverseVariance, label: "IVW", estimate: 1.57),
        .init(kind: .egger, label: "MR-Egger", estimate: 1.65),
      ],
      centre: 1.57,
      words: BuiltInWords.book
    )
  }

  static func variants(_ count: Int, id: String = "variants") -> VariantForestFigure {
    let effects = effects(count)
    let total = effects.reduce(0) { $0 + $1.x * $1.x / ($1.yError * $1.yError) }
    let rows = effects.enumerated().map { index, point -> VariantForestFigure.Row in
      let (ratio, error) = (point.y / point.x, point.yError / abs(point.x))
      let shift = Double(index % 7 - 3) * 0.004
      return .init(
        name: point.name,
        weight: point.x * point.x / (point.yError * point.yError) / total,
        alone: interval(ratio, error),
        leftOut: count < 2 ? nil : interval(0.45 + shift, 0.06),
        note: point.isRinged ? "outlier; without it 1.59" : "",
        isRinged: point.isRinged
      )
    }
    return VariantForestFigure(
      id: id,
      title: "Forward: the variants one by one",
      summary: "Whichever variant is left out, the odds ratio stays between 1.51 and 1.59.",
      axis: odds,
      leftOutTitle: "All but that variant: OR of CHD per SD",
      leftOutShortTitle: "Without it",
      pooledName: "All \(count), IVW",
      pooled: interval(0.45, 0.058),
      rows: rows.sorted { ($0.alone?.estimate ?? 0) < ($1.alone?.estimate ?? 0) },
      words: BuiltInWords.book
    )
  }

  private static func interval(_ logarithm: Double, _ error: Double) -> PlottedEstimate {
    PlottedEstimate(
      estimate: NaturalLogarithm.inverse(logarithm),
      low: NaturalLogarithm.inverse(logarithm - 1.96 * error),
      high: NaturalLogarithm.inverse(logarithm + 1.96 * error)
    )
  }

  // MARK: Design

  static let design = DesignDiagram(
    id: "design",
    title: "Design",
    panel: .init(
      heading: "41 circulating cytokines",
      lines: ["840 to 8,293 people per trait", "continuous, in SD units", "GCST004420 to GCST004460"]
    ),
    disease: .init(
      heading: "Diabetic foot ulcer",
      lines: ["binary, in log odds", "cases and controls: not supplied", "result tables, CC0"]
    ),
    forward: .init(name: "Forward", text: "1 to 17 variants per trait, median 8"),
    reverse: .init(name: "Reverse", text: "40 to 56 variants"),
    words: BuiltInWords.book
  )
}
