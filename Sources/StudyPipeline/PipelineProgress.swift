/// How far a run has come.
package struct PipelineProgress: Hashable, Sendable {
  /// "reading" (counts files), then "analysing" (counts pairs).
  package var stage: String
  package var done: Int
  package var total: Int

  package init(stage: String, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}
