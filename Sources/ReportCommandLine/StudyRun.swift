import ReleaseFormat
import StudyFile
import StudyModel
import StudyPipeline

/// A study.yaml on its way through the analysis, with its progress shown.
struct StudyRun {
  let studyFile: LoadedStudy
  private let pipeline: AnalysisRun
  private let display: ProgressDisplay

  /// Throws every problem of study.yaml.
  init(_ path: String, options: CommonOptions) throws(InputError) {
    let display = ProgressDisplay(isQuiet: options.quiet)
    studyFile = try LoadedStudy.load(path)
    pipeline = AnalysisRun(studyFile: studyFile) { display.update($0) }
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

  /// The release as it would be read from disk.
  func loadedRelease() async throws(InputError) -> LoadedRelease {
    let release = try await release()
    return LoadedRelease(release: release, files: try ReleaseDirectory.encode(release))
  }
}
