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
    // One of the disease's two tables gives way to a genome-wide file, and of keys that exclude each other one goes.
    let template = LoadedStudy.template()
      .replacing("  instruments: T2D-instruments.tsv", with: "  gwas: T2D.tsv.gz")
      .split(separator: "\n")
      .filter { line in !["#  without_panel:", "#  location:"].contains(where: line.hasPrefix) }
      .joined(separator: "\n")
    let settings = try #require(template.range(of: "#selection:"))
    let tail = template[settings.lowerBound...].split(separator: "\n").map { line in
      line.hasPrefix("# ") && !line.hasPrefix("#  ") ? String(line) : String(line.dropFirst())
    }
    let yaml =
      String(template[..<settings.lowerBound]).replacing("#group: Adiposity", with: "group: Adiposity")
      + tail.joined(separator: "\n")
    let others = [
      "panel/EUR.bed", "panel/EUR.bim", "panel/EUR.fam", "T2D.tsv.gz", "confounders.tsv", "truth.json",
    ]
    let files = Dictionary(uniqueKeysWithValues: (others + ["published.tsv"]).map { ($0, "") })
    let correlations = ["correlations.tsv": "\tBMI\nBMI\t1\n"]
    let study = try StudyFolder(yaml, tables: tables, files: files.merging(correlations) { $1 }).load()
    #expect(study.panel == PanelReference(prefix: "panel/EUR"))
    #expect(study.design.settings.selection?.filters.regions.count == 1)
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
        "cml", "power", "appraisal", "instrument_source", "gwas", "gene", "ld_panel", "relax",
        "proxies", "region", "confounders", "strobe",
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
    for role in ColumnRole.allCases {
      #expect(columns.contains { $0.hasPrefix("| `\(role.rawValue)` |") })
    }
  }
}
