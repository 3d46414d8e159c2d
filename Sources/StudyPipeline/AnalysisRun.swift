import Foundation
import MendelianRandomization
import ReleaseFormat
import StudyFile
import StudyModel

/// The way from study.yaml and its tables to a release: read, analyse pair by pair, conclude.
package struct AnalysisRun {
  private let studyFile: LoadedStudy
  private let concurrency: Int
  private let cache: ScanCache
  private let progress: @Sendable (PipelineProgress) -> Void

  /// `concurrency` is how many pairs are analysed at a time; it changes how long a run takes and nothing
  /// else.
  package init(
    studyFile: LoadedStudy,
    concurrency: Int = ProcessInfo.processInfo.activeProcessorCount,
    cache: ScanCache = ScanCache(),
    progress: @escaping @Sendable (PipelineProgress) -> Void
  ) {
    self.studyFile = studyFile
    self.concurrency = max(1, concurrency)
    self.cache = cache
    self.progress = progress
  }

  /// Reads every table and throws all their problems at once; analyses nothing.
  package func validateInputs() throws(InputError) {
    _ = try InputReader(studyFile: studyFile, cache: cache, progress: progress).read()
  }

  /// Throws the problems of all tables at once, before any pair is analysed.
  package func run() async throws(InputError) -> Release {
    let inputs = try InputReader(studyFile: studyFile, cache: cache, progress: progress).read()
    let design = studyFile.design.describing(inputs.genomeWide)
    let analysis = StudyAnalysis(design: design)
    let pairs = await analyse(analysis, inputs)
    let header = ReleaseHeader(
      schemaVersion: ReleaseSchema.currentVersion,
      toolVersion: ToolVersion.current,
      design: design,
      methods: analysis.methodDescriptions(of: pairs),
      inputs: inputs.files,
      selections: inputs.genomeWide.selections.isEmpty ? nil : inputs.genomeWide.selections,
      panel: inputs.genomeWide.panel,
      truth: inputs.truth,
      published: inputs.published
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
          (index, analysis.analyse(pair, data: inputs.data(files, of: pair), inputs: names))
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

extension StudyDesign {
  /// The design with how the instruments were chosen here, for the traits whose instruments were: the sample is the one
  /// that measured their effects, and the panel is the one that was read.
  fileprivate func describing(_ genomeWide: GenomeWideInputs) -> StudyDesign {
    guard let selection = settings.selection else { return self }
    let isClumped = genomeWide.panel != nil
    var source = InstrumentSource(sample: .same, clumpingKilobases: selection.clumpingKilobases)
    source.clumpingRSquared = isClumped ? selection.clumpingRSquared : nil
    source.clumpingPanel = genomeWide.panel?.founders
    var design = self
    for chosen in genomeWide.selections {
      if chosen.trait == disease.id { design.disease.describe(source) }
      if let index = panel.traits.firstIndex(where: { $0.id == chosen.trait }) {
        design.panel.traits[index].describe(source)
      }
    }
    return design
  }
}

extension Trait {
  /// What the study declares of the sample stands.
  fileprivate mutating func describe(_ source: InstrumentSource) {
    let declared = instrumentSource?.sample
    instrumentSource = source
    instrumentSource?.sample = declared ?? source.sample
  }
}
