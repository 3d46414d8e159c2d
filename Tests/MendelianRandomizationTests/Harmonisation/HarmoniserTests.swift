import MendelianRandomization
import StudyModel
import Testing

/// Against TwoSampleMR's `harmonise_data`, actions 1, 2 and 3; see Reference/SOURCES-harmonise.md.
@Suite struct HarmoniserTests {
  static let actions: [(Int, HarmonisationPolicy)] = [(1, .assumeForward), (2, .infer), (3, .exclude)]

  /// Where we decide otherwise, whatever the policy: the reason we give, and why.
  static let departures: [String: ExclusionReason] = [
    // The peer complements the bases of an indel without reversing their order.
    "rs040": .allelesDoNotMatch,
    // The peer takes A/A against A/A for a match.
    "rs066": .identicalAlleles,
    // The peer keeps both of the outcome's rows, A/G and G/A, though they contradict each other.
    "rs069": .duplicateAmbiguous,
  ]

  /// The peer turns the exposure where it names only one allele; we always turn the outcome.
  static let otherOrientation: Set<String> = ["rs054"]
  /// The peer reads the exposure from the other strand there; the effects are the same.
  static let otherStrand: Set<String> = ["rs055", "rs056"]

  @Test(arguments: actions)
  func the70AlleleCasesAgree(action: Int, policy: HarmonisationPolicy) throws {
    let result = harmoniseRows(
      try HarmonisationReference("harmonise_cases_exposure.tsv").associations("exposure"),
      try HarmonisationReference("harmonise_cases_outcome.tsv").associations("outcome"),
      policy
    )
    let expected = try HarmonisationReference("harmonise_action\(action).tsv").rows
    #expect(Set(expected.compactMap { $0["SNP"] }).count == 70)
    for row in expected where row["SNP_index"] == "1" {
      let id = try #require(row["SNP"])
      let kept = result.variants.filter { $0.variant.id == id }
      if let reason = Self.departures[id] {
        #expect(kept.isEmpty, "\(id)")
        #expect(result.exclusions.contains { $0.variant.id == id && $0.reason == reason }, "\(id)")
        continue
      }
      #expect(kept.count == (row["mr_keep"] == "TRUE" ? 1 : 0), "\(id) \(row["case"] ?? "")")
      if let variant = kept.first { compare(variant, with: row) }
    }
  }

  private func compare(_ variant: HarmonisedVariant, with row: [String: String]) {
    let id = variant.variant.id
    let turned = Self.otherOrientation.contains(id)
    let exposure = turned ? variant.exposure.forOtherAllele : variant.exposure
    let outcome = turned ? variant.outcome.forOtherAllele : variant.outcome
    #expect(exposure.beta == row["beta.exposure"].flatMap(Double.init), "\(id)")
    #expect(outcome.beta == row["beta.outcome"].flatMap(Double.init), "\(id)")
    #expect(isClose(exposure.effectAlleleFrequency, row["eaf.exposure"].flatMap(Double.init)), "\(id)")
    #expect(isClose(outcome.effectAlleleFrequency, row["eaf.outcome"].flatMap(Double.init)), "\(id)")
    var alleles = [variant.effectAllele, variant.otherAllele]
    if turned { alleles.reverse() }
    if Self.otherStrand.contains(id) { alleles = alleles.map { $0?.reverseComplement } }
    #expect(alleles[0]?.rawValue == row["effect_allele.exposure"], "\(id)")
    // rs056: the peer leaves the exposure's other allele missing although the outcome names it.
    if id == "rs056" { return }
    #expect(alleles[1]?.rawValue ?? "NA" == row["other_allele.exposure"], "\(id)")
  }

  private func isClose(_ one: Double?, _ two: Double?) -> Bool {
    guard let one, let two else { return one == nil && two == nil }
    return abs(one - two) < 1e-12
  }

  @Test(arguments: actions)
  func bodyMassIndexAndHeartDiseaseAgree(action: Int, policy: HarmonisationPolicy) throws {
    let result = harmoniseRows(
      try HarmonisationReference("harmonise_bmi_chd_exposure.tsv").associations("exposure"),
      try HarmonisationReference("harmonise_bmi_chd_outcome.tsv").associations("outcome"),
      policy
    )
    let expected = try HarmonisationReference("harmonise_bmi_chd_action\(action).tsv").rows
    #expect(result.flow.candidates == 79)
    #expect(result.variants.count == expected.count { $0["mr_keep"] == "TRUE" })
    let variants = Dictionary(uniqueKeysWithValues: result.variants.map { ($0.variant.id, $0) })
    for row in expected {
      let variant = variants[try #require(row["SNP"])]
      #expect((variant != nil) == (row["mr_keep"] == "TRUE"))
      if let variant {
        compare(variant, with: row)
        #expect(variant.isPalindromic == (row["palindromic"] == "TRUE"))
      }
    }
  }

  @Test func repeatedExposureRowsWithOneAlleleLeaveTheFirst() throws {
    let result = harmoniseRows(
      try HarmonisationReference("harmonise_cases_exposure.tsv").associations("exposure"),
      try HarmonisationReference("harmonise_cases_outcome.tsv").associations("outcome")
    )
    #expect(result.variants.filter { $0.variant.id == "rs070" }.map(\.exposure.beta) == [0.17])
    let repeated = result.exclusions.filter { $0.variant.id == "rs070" }
    #expect(repeated.map(\.reason) == [.duplicate])
    #expect(repeated.first?.exposure?.effect?.beta == 0.3)
    #expect(result.exclusions.contains { $0.variant.id == "rs_only_exposure" && $0.reason == .notInOutcome })
    #expect(!result.exclusions.contains { $0.variant.id == "rs_only_outcome" })
  }
}
