import StudyModel

/// The methods that other tools compute and this program only reads from their result tables.
enum SuppliedMethods {
  static let ivwUnflooredRandomEffects = MethodDescription(
    id: .ivwUnflooredRandomEffects,
    name: "IVW, random effects without a floor",
    shortName: "IVW, no floor",
    citation: InverseVarianceWeighted.randomEffectsCitation,
    doi: InverseVarianceWeighted.randomEffectsDOI,
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.balancedPleiotropy,
      "Variants that agree better than chance may sharpen the estimate: its standard error can be smaller than under "
        + "a fixed effect.",
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 2
  )

  static let ivwRadial = MethodDescription(
    id: .ivwRadial,
    name: "IVW, radial",
    shortName: "Radial IVW",
    citation:
      "Bowden J, Spiller W, Del Greco M F, et al. Improving the visualization, interpretation and analysis of "
      + "two-sample summary data Mendelian randomization via the radial plot and radial regression. International "
      + "Journal of Epidemiology 2018;47:1264–1278.",
    doi: "10.1093/ije/dyy101",
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.balancedPleiotropy,
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 2
  )

  static let maximumLikelihood = MethodDescription(
    id: .maximumLikelihood,
    name: "Maximum likelihood",
    shortName: "Max. likelihood",
    citation: InverseVarianceWeighted.fixedEffectCitation,
    doi: InverseVarianceWeighted.fixedEffectDOI,
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.exclusion,
      SharedAssumptions.oneEffect,
      "The estimates of each variant's effects on exposure and outcome are normally distributed.",
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 2
  )

  static let mrEggerBootstrap = MethodDescription(
    id: .mrEggerBootstrap,
    name: "MR-Egger, bootstrap",
    shortName: "MR-Egger boot.",
    citation: MREgger.citation,
    doi: MREgger.doi,
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.inside,
      SharedAssumptions.nome,
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 3
  )

  static let simpleModeNOME = MethodDescription(
    id: .simpleModeNOME,
    name: "Simple mode (NOME)",
    shortName: "Simple mode, NOME",
    citation: RatioMode.citation,
    doi: RatioMode.doi,
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.modalPleiotropy,
      SharedAssumptions.nome,
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 3
  )

  static let weightedModeNOME = MethodDescription(
    id: .weightedModeNOME,
    name: "Weighted mode (NOME)",
    shortName: "Weighted mode, NOME",
    citation: RatioMode.citation,
    doi: RatioMode.doi,
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.weightedModalPleiotropy,
      SharedAssumptions.nome,
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 3
  )

  static let mrRAPS = MethodDescription(
    id: .mrRAPS,
    name: "MR-RAPS",
    shortName: "MR-RAPS",
    citation:
      "Zhao Q, Wang J, Hemani G, Bowden J, Small DS. Statistical inference in two-sample summary-data Mendelian "
      + "randomization using robust adjusted profile score. Annals of Statistics 2020;48:1742–1769.",
    doi: "10.1214/19-AOS1866",
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      "Effects on the outcome that do not run through the exposure are normally distributed around zero over the "
        + "variants, but for a few outliers, and do not depend on the variants' strength.",
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 3
  )

  static let unweightedRegression = MethodDescription(
    id: .unweightedRegression,
    name: "Unweighted regression",
    shortName: "Unweighted",
    citation:
      "Hemani G, Zheng J, Elsworth B, et al. The MR-Base platform supports systematic causal inference across the "
      + "human phenome. eLife 2018;7:e34408.",
    doi: "10.7554/eLife.34408",
    assumptions: [
      SharedAssumptions.relevance,
      SharedAssumptions.independence,
      SharedAssumptions.balancedPleiotropy,
      "All variants are measured equally well.",
      SharedAssumptions.uncorrelated,
      SharedAssumptions.linearity,
    ],
    minimumVariants: 2
  )
}
