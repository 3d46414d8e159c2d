import Foundation
import StudyFile
import Testing

struct TableCheckTests {
  private let remedy = "paths start from the folder of study.yaml; correct it"

  @Test func missingFilesHaveTheirLine() throws {
    #expect(
      try SampleStudy.problems(line: 21, with: "      instruments: gone.tsv") == [
        "21:20: there is no file 'gone.tsv'; \(remedy)"
      ]
    )
    #expect(
      try SampleStudy.problems(line: 12, with: "  lookup:\n    file: ../gone.tsv") == [
        "13:11: there is no file '../gone.tsv'; \(remedy)"
      ]
    )
    #expect(
      try SampleStudy.problems(adding: "      harmonised:\n        reverse: gone.tsv\n") == [
        "27:18: there is no file 'gone.tsv'; \(remedy)"
      ]
    )
  }

  @Test func foldersAreNoTables() throws {
    #expect(
      try SampleStudy.problems(line: 21, with: "      instruments: .") == [
        "21:20: '.' is a folder; name the table in it"
      ]
    )
  }

  @Test func pathsMayLeadOutOfTheFolder() throws {
    let outside = try StudyFolder("", tables: ["x.tsv"])
    let name = URL(fileURLWithPath: outside.path).lastPathComponent
    let relative = try StudyFolder(
      SampleStudy.replacing(line: 21, with: "      instruments: ../\(name)/x.tsv")
    )
    let absolute = try StudyFolder(
      SampleStudy.replacing(line: 21, with: "      instruments: \(outside.path)/x.tsv")
    )
    #expect(relative.problems().isEmpty)
    let study = try absolute.load()
    #expect(study.location(of: FileReference(path: outside.path + "/x.tsv")) == outside.path + "/x.tsv")
    #expect(study.location(of: FileReference(path: "i.tsv")) == absolute.path + "/i.tsv")
  }

  @Test func tablesThatNoPairReadsAreProblems() throws {
    let text = "      lookup: l.tsv\n      harmonised: {forward: h.tsv, reverse: h.tsv}"
    #expect(
      try SampleStudy.problems(line: 22, with: text) == [
        "21:7: 'instruments' would not be read, for 'harmonised.forward' takes its place; "
          + "delete one of the two",
        "22:7: 'lookup' would not be read, for 'harmonised.reverse' takes its place; "
          + "delete one of the two",
      ]
    )
  }
}
