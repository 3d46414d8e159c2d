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
