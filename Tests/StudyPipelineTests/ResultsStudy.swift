import Foundation
import StudyFile
import StudyPipeline

/// An invented study of another tool's results, in a folder of its own that is gone when the test is over.
///
/// A has everything forward, B a Wald ratio, C nothing; the reverse direction has no tables.
final class ResultsStudy {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
    for (name, text) in Self.files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path).appending(path: name))
  }

  func pipeline() throws -> AnalysisRun {
    AnalysisRun(studyFile: try LoadedStudy.load(path + "/study.yaml"), concurrency: 2, progress: { _ in })
  }

  static let files = [
    "study.yaml": yaml, "estimates.csv": estimates, "heterogeneity.csv": heterogeneity,
    "pleiotropy.csv": pleiotropy,
  ]

  static let yaml = """
    id: tiny
    title: Tiny
    question: Does any of it matter?
    authors: [Nobody]
    date: 2026-11-24
    seed: 7
    disease:
      id: D
      name: Disease
      name_in_results: A disease, with a comma
      type: binary
    panel:
      name: traits
      member: trait
      traits:
        - {id: A, name: Alpha, type: continuous}
        - {id: B, name: Beta, type: continuous}
        - {id: C, name: Gamma, type: continuous}
    results:
      forward:
        estimates: estimates.csv
        heterogeneity: heterogeneity.csv
        pleiotropy: pleiotropy.csv

    """

  static let estimates = """
    "","id.exposure","id.outcome","outcome","exposure","method","nsnp","b","se","pval"
    "1","a","d","A disease, with a comma || id:d","A || id:a","MR Egger",4,-3.551346499,3.40320004,0.4062555452
    "2","a","d","A disease, with a comma || id:d","A || id:a","Inverse variance weighted",4,0.1473928081,0.6042131575,0.8072759427
    "3","a","d","A disease, with a comma || id:d","A || id:a","Weighted mode",4,NA,NA,NA
    "4","b","d","A disease, with a comma || id:d","B || id:b","Wald ratio",1,1.225154923,0.9102593528,0.178321708

    """

  static let heterogeneity = """
    "id.exposure","id.outcome","outcome","exposure","method","Q","Q_df","Q_pval"
    "a","d","A disease, with a comma","A","MR Egger",2.613736657,2,0.270666369
    "a","d","A disease, with a comma","A","Inverse variance weighted",4.204193428,3,0.240242379

    """

  static let pleiotropy = """
    "id.exposure","id.outcome","outcome","exposure","egger_intercept","se","pval"
    "a","d","A disease, with a comma","A",0.538677408,0.488296649,0.384937017
    "b","d","A disease, with a comma","B",NA,NA,NA

    """
}
