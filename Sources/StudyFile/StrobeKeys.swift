import StrictYAML
import StudyModel

/// What the author writes to the items of the STROBE-MR checklist.
enum StrobeKeys {
  static let strobe = KeyTable(
    name: "strobe",
    doc: "`strobe` of the study: answers to items of the STROBE-MR checklist, by their numbers",
    keys: STROBEMRItem.allCases.map { item in
      Key(item.rawValue, .text(.any), .optional, doc(item), example: example(item))
    }
  )

  /// In the order of the checklist; nil where nothing is answered.
  static func answers(_ mapping: CheckedMapping?) -> [STROBEMRAnswer]? {
    let answers = STROBEMRItem.allCases.compactMap { item in
      mapping?.text(item.rawValue).map { STROBEMRAnswer(item: item, text: $0) }
    }
    return answers.isEmpty ? nil : answers
  }

  private static func example(_ item: STROBEMRItem) -> String {
    switch item {
    case .ethics: "Each cohort was approved by its own committee"
    case .preregistration: "Not preregistered"
    case .funding: "Research Council, grant 123"
    case .conflictsOfInterest: "None"
    default: "In the paper, page 3"
    }
  }

  private static func doc(_ item: STROBEMRItem) -> String {
    switch item {
    case .titleAndAbstract: "Title and abstract name the design"
    case .background: "Background and rationale"
    case .objectives: "Objectives and hypotheses"
    case .setting: "Study design, populations, places and dates"
    case .participants: "Eligibility, sample sizes, power"
    case .variantSelection: "How variants were measured, checked and chosen"
    case .phenotypeAssessment: "How exposures and outcomes were assessed, diagnostic criteria"
    case .ethics: "Ethics approval and consent"
    case .assumptions: "The assumptions of the instruments"
    case .quantitativeVariables: "How quantitative variables were handled"
    case .variantHandling: "How variants were coded and weighted"
    case .estimator: "The estimator, its covariates, overlap of the samples"
    case .missingData: "How missing data were handled"
    case .multipleTesting: "How multiple tests were handled"
    case .assessmentOfAssumptions: "How the assumptions were assessed"
    case .sensitivityMethods: "Sensitivity and additional analyses"
    case .software: "Software and versions"
    case .preregistration: "Protocol and preregistration"
    case .numbersAtEachStage: "People and variants at each stage"
    case .phenotypeSummaries: "Summaries of exposures, outcomes and other variables"
    case .metaAnalysisHeterogeneity: "Heterogeneity between the studies of a meta-analysis"
    case .twoSampleSimilarity: "Similarity and overlap of the two samples"
    case .variantAssociations: "Associations of the variants with exposure and outcome"
    case .mainEstimates: "Estimates with their uncertainty"
    case .absoluteRisk: "Relative risk as absolute risk"
    case .mainPlots: "Plots of the results"
    case .validityOfAssumptions: "Whether the assumptions hold"
    case .heterogeneityStatistics: "Heterogeneity and further statistics"
    case .sensitivityResults: "Results of the sensitivity analyses"
    case .furtherResults: "Results of additional analyses"
    case .directionOfEffect: "The direction of the effect"
    case .otherEvidence: "Comparison with estimates that are not from Mendelian randomization"
    case .furtherPlots: "Further plots"
    case .keyResults: "Key results"
    case .limitations: "Limitations"
    case .meaning: "Meaning, beside other evidence"
    case .mechanism: "Mechanism"
    case .clinicalRelevance: "Clinical or public relevance"
    case .generalisability: "Generalisability"
    case .funding: "Funding"
    case .dataSharing: "Where data and code can be had"
    case .conflictsOfInterest: "Conflicts of interest"
    }
  }
}
