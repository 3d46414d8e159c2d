import StudyFile
import StudyModel
import Testing

struct TemplateTests {
  private let tables = ["T2D-instruments.tsv", "T2D-lookup.tsv", "BMI-instruments.tsv", "BMI-lookup.tsv"]

  @Test func onlyTheTablesAreMissing() throws {
    let problems = try StudyFolder(LoadedStudy.template(), tables: []).problems()
    #expect(problems.count == 4)
    for (problem, table) in zip(problems, tables) {
      #expect(problem.contains(": there is no file '\(table)'; "))
    }
  }

  @Test func withItsTablesTheTemplateIsAStudy() throws {
    let study = try StudyFolder(LoadedStudy.template(), tables: tables).load()
    #expect(study.design.pairs.count == 2)
    #expect(study.design.disease.sampleSize == SampleSize(cases: 26676, controls: 132532))
  }

  @Test func everySettingCanBeUncommented() throws {
    let template = LoadedStudy.template()
    let settings = try #require(template.range(of: "#selection:"))
    let tail = template[settings.lowerBound...].split(separator: "\n").map { line in
      line.hasPrefix("# ") && !line.hasPrefix("#  ") ? String(line) : String(line.dropFirst())
    }
    let yaml =
      String(template[..<settings.lowerBound]).replacing("#group: Adiposity", with: "group: Adiposity")
      + tail.joined(separator: "\n")
    let study = try StudyFolder(yaml, tables: tables, files: ["correlations.tsv": "\tBMI\nBMI\t1\n"]).load()
    #expect(study.design.settings.pThreshold == 5e-8)
    #expect(study.design.traitCorrelations?.rows == [[1]])
    #expect(study.design.settings.families.first?.groups == ["Adiposity"])
    #expect(study.design.settings.mrPresso == MRPressoSettings())
  }

  @Test func keyReferenceHasEachKeyOfASectionOnce() {
    let reference = LoadedStudy.keyReference()
    let sections = reference.split(separator: "### ").map { $0.split(separator: "\n").map(String.init) }
    let names = sections.compactMap(\.first)
    #expect(Set(names).count == names.count)
    #expect(
      Set(names) == [
        "study", "source", "trait", "file", "columns", "panel", "sample_overlap", "harmonised",
        "harmonised file",
        "pair source", "selection", "harmonisation", "family", "mr_presso", "results", "result tables",
        "cml", "power", "appraisal", "instrument_source",
      ]
    )
    for section in sections {
      let keys = section.filter { $0.hasPrefix("| `") }.compactMap {
        $0.split(separator: "`").dropFirst().first
      }
      #expect(!keys.isEmpty)
      #expect(Set(keys).count == keys.count)
    }
    let columns = sections.first { $0.first == "columns" } ?? []
    for role in ColumnRole.ofTables {
      #expect(columns.contains { $0.hasPrefix("| `\(role.rawValue)` |") })
    }
  }
}
