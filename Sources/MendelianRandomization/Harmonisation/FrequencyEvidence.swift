import StudyModel

/// What two effect allele frequencies, taken to be of one allele, say about the strand.
package struct FrequencyEvidence: Sendable {
  package let exposure: Double?
  package let outcome: Double?

  package init(exposure: Double?, outcome: Double?) {
    self.exposure = exposure
    self.outcome = outcome
  }

  /// Absorbs the rounding of 0.5 ± window and of 1 − f, so that a printed bound counts as the bound.
  private static let rounding = 1e-12

  /// Whether either frequency is unknown.
  package var isMissing: Bool { exposure == nil || outcome == nil }

  /// Either frequency lies strictly within `window` of one half (or at one half, whatever the window).
  package func isAmbiguous(window: Double) -> Bool {
    [exposure, outcome].contains { frequency in
      guard let frequency else { return true }
      return frequency == 0.5 || abs(frequency - 0.5) < window - Self.rounding
    }
  }

  /// Both frequencies are known and lie on the same side of one half.
  package var areOnOneSide: Bool {
    guard let exposure, let outcome else { return false }
    return (exposure - 0.5) * (outcome - 0.5) > 0
  }

  /// Both frequencies are known and differ by more than `limit`.
  package func clashes(limit: Double) -> Bool {
    guard let exposure, let outcome else { return false }
    return abs(exposure - outcome) > limit + Self.rounding
  }
}
