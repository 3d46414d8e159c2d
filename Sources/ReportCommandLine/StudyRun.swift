import StudyFile
import StudyModel
import StudyPipeline

/// A study.yaml on its way through the analysis, with its progress shown.
struct StudyRun {
  let studyFile: LoadedStudy
  private let pipeline: AnalysisRun
  private let display: ProgressDisplay

  /// Throws every problem of study.yaml.
  ///
  /// - Parameter usesCache: whether what was read of the same genome-wide files before may be taken again.
  init(_ path: String, options: CommonOptions, usesCache: Bool) throws(InputError) {
    self.init(try LoadedStudy.load(path), options: options, usesCache: usesCache)
  }

  init(_ studyFile: LoadedStudy, options: CommonOptions, usesCache: Bool) {
    let display = ProgressDisplay(isQuiet: options.quiet)
    self.studyFile = studyFile
    let cache = ScanCache(directory: usesCache ? ScanCache.usualDirectory : nil)
    pipeline = AnalysisRun(studyFile: studyFile, cache: cache) { display.update($0) }
    self.display = display
  }

  /// Throws every problem of every table.
  func validate() throws(InputError) {
    defer { display.finish() }
    try pipeline.validateInputs()
  }

  func release() async throws(InputError) -> Release {
    defer { display.finish() }
    return try await pipeline.run()
  }
}
