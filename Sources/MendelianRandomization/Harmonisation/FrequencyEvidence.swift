import StudyModel

/// What two effect allele frequencies, taken to be of one allele, say about the strand.
struct FrequencyEvidence: Sendable {
  let exposure: Double?
  let outcome: Double?

  /// Absorbs the rounding of 0.5 ± window and of 1 − f, so that a printed bound counts as the bound.
  private static let rounding = 1e-12

  var isMissing: Bool { exposure == nil || outcome == nil }

  /// Either frequency lies strictly within `window` of one half (or at one half, whatever the window).
  func isAmbiguous(window: Double) -> Bool {
    [exposure, outcome].contains { frequency in
      guard let frequency else { return true }
      return frequency == 0.5 || abs(frequency - 0.5) < window - Self.rounding
    }
  }

  /// Both frequencies are known and lie on the same side of one half.
  var areOnOneSide: Bool {
    guard let exposure, let outcome else { return false }
    return (exposure - 0.5) * (outcome - 0.5) > 0
  }

  /// Both frequencies are known and differ by more than `limit`.
  func clashes(limit: Double) -> Bool {
    guard let exposure, let outcome else { return false }
    return abs(exposure - outcome) > limit + Self.rounding
  }
}
