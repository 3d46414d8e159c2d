/// How far a run has come.
package struct PipelineProgress: Hashable, Sendable {
  /// "reading" (counts files), "selecting" and "looking up" (count bytes), then "analysing" (counts pairs).
  package var stage: String
  package var done: Int
  package var total: Int
  /// Rows so far, where whole files are read and `done` counts their bytes.
  package var rows: Int?

  package init(stage: String, done: Int, total: Int, rows: Int? = nil) {
    self.stage = stage
    self.done = done
    self.total = total
    self.rows = rows
  }
}
