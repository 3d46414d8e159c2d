/// An item of the STROBE-MR checklist for reports of Mendelian randomization, by its number there (Skrivankova et al.
/// 2021, doi:10.1001/jama.2021.18236). Items with parts have a case for each part.
package enum STROBEMRItem: String, CaseIterable, Codable, Hashable, Sendable {
  // Title and abstract
  case titleAndAbstract = "1"
  // Introduction
  case background = "2"
  case objectives = "3"
  // Methods
  case setting = "4a"
  case participants = "4b"
  case variantSelection = "4c"
  case phenotypeAssessment = "4d"
  case ethics = "4e"
  case assumptions = "5"
  case quantitativeVariables = "6a"
  case variantHandling = "6b"
  case estimator = "6c"
  case missingData = "6d"
  case multipleTesting = "6e"
  case assessmentOfAssumptions = "7"
  case sensitivityMethods = "8"
  case software = "9a"
  case preregistration = "9b"
  // Results
  case numbersAtEachStage = "10a"
  case phenotypeSummaries = "10b"
  case metaAnalysisHeterogeneity = "10c"
  case twoSampleSimilarity = "10d"
  case variantAssociations = "11a"
  case mainEstimates = "11b"
  case absoluteRisk = "11c"
  case mainPlots = "11d"
  case validityOfAssumptions = "12a"
  case heterogeneityStatistics = "12b"
  case sensitivityResults = "13a"
  case furtherResults = "13b"
  case directionOfEffect = "13c"
  case otherEvidence = "13d"
  case furtherPlots = "13e"
  // Discussion
  case keyResults = "14"
  case limitations = "15"
  case meaning = "16a"
  case mechanism = "16b"
  case clinicalRelevance = "16c"
  case generalisability = "17"
  // Other information
  case funding = "18"
  case dataSharing = "19"
  case conflictsOfInterest = "20"

  /// The part of a paper that the item belongs to.
  package enum Section: String, CaseIterable, Sendable {
    case titleAndAbstract = "title_and_abstract"
    case introduction
    case methods
    case results
    case discussion
    case otherInformation = "other_information"
  }

  /// The number without the letter of a part.
  package var number: Int { Int(rawValue.prefix { $0.isNumber }) ?? 0 }

  package var section: Section {
    switch number {
    case 1: .titleAndAbstract
    case 2...3: .introduction
    case 4...9: .methods
    case 10...13: .results
    case 14...17: .discussion
    default: .otherInformation
    }
  }
}

/// What the author of a study writes to an item of the checklist.
package struct STROBEMRAnswer: Codable, Hashable, Sendable {
  package var item: STROBEMRItem
  package var text: String

  package init(item: STROBEMRItem, text: String) { (self.item, self.text) = (item, text) }
}
