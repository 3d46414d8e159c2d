import Foundation
import Reporting
import StudyModel
import Testing

struct TemplateCoverageTests {
  @Test func everyTemplateKeyExistsInItsViewModel() throws {
    let templates = try CommittedReleases.templates()
    let site = try StudySite(try CommittedReleases.all(), templates: templates)
    for (name, value) in try site.models() {
      let missing = try TemplateKeys.missing(in: value, template: name, of: templates)
      #expect(missing.isEmpty, "\(name): \(missing)")
    }
  }

  @Test func everyCodeHasItsWords() throws {
    let words = try wordbook()
    let codes: [(String, [String])] = [
      ("alignment", AlleleAlignment.allCases.map(\.rawValue)),
      ("exclusion", ExclusionReason.allCases.map(\.rawValue)), ("flag", VariantFlag.allCases.map(\.rawValue)),
      ("move", ConclusionMove.allCases.map(\.rawValue)), ("status", PairStatus.allCases.map(\.rawValue)),
      ("not_estimated", NotEstimated.Reason.allCases.map(\.rawValue)),
      ("policy", HarmonisationPolicy.allCases.map(\.rawValue)),
      ("policy_name", HarmonisationPolicy.allCases.map(\.rawValue)),
      ("stage", Exclusion.Stage.allCases.map(\.rawValue)),
      ("role", InputFile.Role.allCases.map(\.rawValue)), ("direction", Direction.allCases.map(\.rawValue)),
      ("evidence", ["passing", "nominal", "neither", "unadjusted", "untested"]),
      ("subject", TraitType.allCases.map(\.rawValue)),
      ("object", TraitType.allCases.map(\.rawValue)), ("subject_plain", TraitType.allCases.map(\.rawValue)),
      ("object_plain", TraitType.allCases.map(\.rawValue)),
      ("direction_heading", Direction.allCases.map(\.rawValue)),
      ("forest_heading", Direction.allCases.map(\.rawValue)),
      ("basis", [PairBasis.suppliedResults.rawValue]), ("no_primary", PairBasis.allCases.map(\.rawValue)),
      ("layout", ["estimates", "heterogeneity", "pleiotropy"].map { "twosamplemr_\($0)" }),
      ("leave_one_out", ["no_primary", "too_many_variants", "one_variant", "too_few_left"]),
      ("presso", PressoGlobalTest.Assessment.allCases.map(\.rawValue)),
      ("steiger", SteigerVerdict.allCases.map(\.rawValue)),
      ("steiger_pair", SteigerVerdict.allCases.map(\.rawValue)),
      ("verdict", Verdict.allCases.map(\.rawValue)),
      ("verdict_alone", Verdict.allCases.map(\.rawValue) + ["no_estimate"]),
      ("check_name", CheckID.allCases.map(\.rawValue)), ("check_rule", CheckID.allCases.map(\.rawValue)),
      ("check_status", CheckStatus.allCases.map(\.rawValue)),
      ("check_finding", CheckFinding.allCases.map(\.rawValue) + ["independent_alone"]),
      ("adjustment", AppraisalSettings.Adjustment.allCases.map(\.rawValue)),
      ("adjustment_name", AppraisalSettings.Adjustment.allCases.map(\.rawValue)),
      ("derived", DerivedValue.allCases.map(\.rawValue)), ("layout", GWASFormat.allCases.map(\.rawValue)),
      ("unusable", UnusableRowReason.allCases.map(\.rawValue)),
      ("truth_kind", SimulationTruth.Locus.Kind.allCases.map(\.rawValue) + ["none"]),
      ("published_scale", PublishedEstimate.Scale.allCases.map(\.rawValue)),
      ("step", ["candidates", "selected", "independent", "found", "harmonised", "used"]),
    ]
    for (kind, names) in codes {
      for name in names { #expect(words.has(kind, name), "\(kind) \(name)") }
    }
  }

  @Test func placeholdersAreFilledAndStrangersStayEmpty() throws {
    let words = try Wordbook(tsv: "kind\tcode\twords\na\tb\tneeds {needed} of {x}.\n")
    #expect(try words.text("a", "b", ["needed": "3"]) == "needs 3 of .")
    #expect(throws: ReportingError.missingWords(kind: "a", code: "c")) { try words.text("a", "c") }
    #expect(throws: ReportingError.brokenWords(line: 2)) { try Wordbook(tsv: "kind\tcode\twords\na\tb\n") }
  }

  private func wordbook() throws -> Wordbook {
    let path = CommittedReleases.root.appending(path: "templates/assets/words.tsv")
    return try Wordbook(tsv: String(contentsOf: path, encoding: .utf8))
  }
}
