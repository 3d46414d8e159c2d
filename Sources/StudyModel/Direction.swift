/// Which side of the question a pair answers.
package enum Direction: String, CaseIterable, Codable, Hashable, Sendable {
  /// Panel trait → disease.
  case forward
  /// Disease → panel trait.
  case reverse
}
