import Foundation
import MendelianRandomization
import ReleaseFormat
import StudyFile
import StudyModel

/// The way from study.yaml and its tables to a release: read, analyse pair by pair, conclude.
package struct AnalysisRun {
  private let studyFile: LoadedStudy
  private let concurrency: Int
  private let progress: @Sendable (PipelineProgress) -> Void

  /// `concurrency` is how many pairs are analysed at a time; it changes how long a run takes and nothing
  /// else.
  package init(
    studyFile: LoadedStudy,
    concurrency: Int = ProcessInfo.processInfo.activeProcessorCount,
    progress: @escaping @Sendable (PipelineProgress) -> Void
  ) {
    self.studyFile = studyFile
    self.concurrency = max(1, concurrency)
    self.progress = progress
  }

  /// Reads every table and throws all their problems at once; analyses nothing.
  package func validateInputs() throws(InputError) {
    _ = try InputReader(studyFile: studyFile, progress: progress).read()
  }

  /// Throws the problems of all tables at once, before any pair is analysed.
  package func run() async throws(InputError) -> Release {
    let inputs = try InputReader(studyFile: studyFile, progress: progress).read()
    let analysis = StudyAnalysis(design: studyFile.design)
    let pairs = await analyse(analysis, inputs)
    let header = ReleaseHeader(
      schemaVersion: ReleaseSchema.currentVersion,
      toolVersion: ToolVersion.current,
      design: studyFile.design,
      methods: analysis.methodDescriptions(of: pairs),
      inputs: inputs.files
    )
    return Release(header: header, pairs: pairs, conclusions: analysis.conclude(pairs))
  }

  /// At most `concurrency` pairs at a time; the results in the order of the design, whichever is done first.
  private func analyse(_ analysis: StudyAnalysis, _ inputs: StudyInputs) async -> [PairResult] {
    let designs = studyFile.design.pairs
    report(0, of: designs.count)
    return await withTaskGroup(of: (Int, PairResult).self) { group in
      var waiting = designs.enumerated().makeIterator()
      func startNext() {
        guard let (index, pair) = waiting.next() else { return }
        let files = studyFile.files[pair.id] ?? .none
        let names = studyFile.uses(of: pair).map(\.file.path)
        group.addTask {
          (index, analysis.analyse(pair, data: inputs.data(files, of: pair.id), inputs: names))
        }
      }
      for _ in 0..<concurrency { startNext() }
      var results: [Int: PairResult] = [:]
      for await (index, result) in group {
        results[index] = result
        report(results.count, of: designs.count)
        startNext()
      }
      return designs.indices.compactMap { results[$0] }
    }
  }

  private func report(_ done: Int, of total: Int) {
    progress(PipelineProgress(stage: "analysing", done: done, total: total))
  }
}
