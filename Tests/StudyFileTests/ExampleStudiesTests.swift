import Foundation
import StudyFile
import StudyModel
import Testing

/// The studies that come with the project.
struct ExampleStudiesTests {
  private static let studies = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../data/studies").standardizedFileURL.path

  @Test func immuneOsteomyelitis() throws {
    let study = try LoadedStudy.load(Self.studies + "/immune-osteomyelitis/study.yaml")
    #expect(study.design.panel.traits.count == 11)
    #expect(study.design.disease.sampleSize.people == 431_951)
    #expect(study.design.pairs.count == 22)
    #expect(study.design.notes.count == 3)
    #expect(study.design.pairs.filter { $0.note != nil }.count == 12)
    #expect(
      study.design.panel.traits.allSatisfy {
        $0.units == nil && $0.source.pmid != nil && $0.source.doi != nil
      }
    )
    let lookups = study.design.pairs.filter { pair in
      if case .tables(_?, _?)? = study.files[pair.id] { pair.direction == .reverse } else { false }
    }
    #expect(
      lookups.map(\.trait.rawValue) == ["CRP", "IL6R", "IL1B", "CXCL10", "CD40", "CCL2", "NEUT", "LYMPH"]
    )
    let ccl2 = study.design.panel.traits.first { $0.id.rawValue == "CCL2" }
    #expect(ccl2?.alias == "MCP-1")
    #expect(ccl2?.source.citation?.hasPrefix("Folkersen L") == true)
    #expect(study.design.source.doi == "10.5281/zenodo.21863390")
  }

  @Test func bodyMassIndexAndCoronaryHeartDisease() throws {
    let study = try LoadedStudy.load(Self.studies + "/bmi-chd/study.yaml")
    let forward = try #require(PairID(rawValue: "BMI.forward"))
    let reverse = try #require(study.design.pairs.last)
    #expect(study.files[forward] == .harmonised(FileReference(path: "bmi-on-chd.tsv")))
    #expect(study.files[reverse.id] == .harmonised(FileReference(path: "cad-on-bmi.tsv")))
    #expect(reverse.exposureSource?.sampleSize.people == 86_995)
    #expect(reverse.outcomeSource?.sampleSize.people == 336_107)
    #expect(study.design.disease.sampleSize.people == 184_305)
    #expect(study.design.panel.traits.first?.unitSize == "4.77 kg/m²")
  }

  @Test func cytokinesAndDiabeticFootUlcer() throws {
    let study = try LoadedStudy.load(Self.studies + "/cytokines-diabetic-foot-ulcer/study.yaml")
    let traits = study.design.panel.traits
    #expect(traits.count == 41)
    #expect(study.design.pairs.count == 82)
    #expect(Set(traits.compactMap(\.group)) == ["Chemokines", "Growth factors", "Interleukins", "Other"])
    #expect(traits.allSatisfy { $0.units == "SD" && $0.sampleSize.total != nil })
    #expect(Set(traits.compactMap(\.source.accession)).count == 41)
    #expect(traits.allSatisfy { $0.source.doi == "10.1016/j.ajhg.2016.11.007" && $0.cohorts.count == 3 })
    let mig = traits.first { $0.id.rawValue == "MIG" }
    #expect(mig?.alias == "CXCL9")
    #expect(traits.first { $0.id.rawValue == "TNF-a" }?.name == "TNF-α")
    #expect(study.design.disease.sampleSize == SampleSize())
    let reverse = try #require(PairID(rawValue: "MIG.reverse"))
    let estimates = FileReference(path: "results/reverse_estimates.tsv")
    #expect(study.files[reverse] == .results(ResultFiles(estimates: estimates)))
  }
}
