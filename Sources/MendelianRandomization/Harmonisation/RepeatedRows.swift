import StudyModel

/// Decides which of several rows under one name are meant, on either side of a pair.
///
/// Of rows with the same effect and other allele the first stands. Where rows differ in their alleles, the
/// one pair of rows whose alleles meet stands, a meeting on the same strand before one across strands; where
/// there is no such pair or more than one, none stands.
struct RepeatedRows {
  /// The rows that stand; both nil where the alleles do not tell.
  private(set) var exposure: VariantAssociation?
  private(set) var outcome: VariantAssociation?
  private(set) var exclusions: [Exclusion] = []

  /// Rows of one variant; neither list is empty.
  init(exposures: [VariantAssociation], outcomes: [VariantAssociation]) {
    let (distinctExposures, repeatedExposures) = Self.split(exposures)
    let (distinctOutcomes, repeatedOutcomes) = Self.split(outcomes)
    let onlyOutcome = distinctOutcomes.count == 1 ? distinctOutcomes.first : nil
    exclusions += repeatedExposures.map { Self.exclude(exposure: $0, outcome: onlyOutcome, .duplicate) }
    exclusions += repeatedOutcomes.map { Self.exclude(outcome: $0, .duplicate) }
    if distinctExposures.count == 1, distinctOutcomes.count == 1 {
      (exposure, outcome) = (distinctExposures.first, distinctOutcomes.first)
    } else if let (one, two) = Self.onlyMeeting(distinctExposures, distinctOutcomes) {
      (exposure, outcome) = (one, two)
      exclusions += distinctExposures.filter { AllelePair($0) != AllelePair(one) }
        .map { Self.exclude(exposure: $0, outcome: onlyOutcome, .duplicateOtherAlleles) }
      exclusions += distinctOutcomes.filter { AllelePair($0) != AllelePair(two) }
        .map { Self.exclude(outcome: $0, .duplicateOtherAlleles) }
    } else {
      excludeAll(distinctExposures, distinctOutcomes)
    }
  }

  /// A lone candidate is listed with the first of the outcome's rows, so that no row is listed twice.
  private mutating func excludeAll(_ exposures: [VariantAssociation], _ outcomes: [VariantAssociation]) {
    if exposures.count == 1, let candidate = exposures.first {
      exclusions.append(
        Self.exclude(exposure: candidate, outcome: outcomes.first, .duplicateAmbiguous, stage: .lookup)
      )
      exclusions += outcomes.dropFirst().map { Self.exclude(outcome: $0, .duplicateAmbiguous) }
    } else {
      let only = outcomes.count == 1 ? outcomes.first : nil
      exclusions += exposures.map { Self.exclude(exposure: $0, outcome: only, .duplicateAmbiguous) }
      if only == nil { exclusions += outcomes.map { Self.exclude(outcome: $0, .duplicateAmbiguous) } }
    }
  }

  /// First rows of each pair of alleles, and the rows that repeat them.
  static func split(
    _ rows: [VariantAssociation]
  ) -> (distinct: [VariantAssociation], repeated: [VariantAssociation]) {
    var seen: Set<AllelePair> = []
    var distinct: [VariantAssociation] = []
    var repeated: [VariantAssociation] = []
    for row in rows {
      if seen.insert(AllelePair(row)).inserted { distinct.append(row) } else { repeated.append(row) }
    }
    return (distinct, repeated)
  }

  private typealias Meeting = (exposure: VariantAssociation, outcome: VariantAssociation)

  private static func onlyMeeting(
    _ exposures: [VariantAssociation],
    _ outcomes: [VariantAssociation]
  ) -> Meeting? {
    var sameStrand: [Meeting] = []
    var acrossStrands: [Meeting] = []
    for one in exposures {
      for two in outcomes {
        guard let match = try? AlleleMatch(exposure: AllelePair(one), outcome: AllelePair(two)) else {
          continue
        }
        if match.alignment.changesStrand {
          acrossStrands.append((one, two))
        } else {
          sameStrand.append((one, two))
        }
      }
    }
    let meetings = sameStrand.isEmpty ? acrossStrands : sameStrand
    return meetings.count == 1 ? meetings.first : nil
  }

  private static func exclude(
    exposure: VariantAssociation,
    outcome: VariantAssociation?,
    _ reason: ExclusionReason,
    stage: Exclusion.Stage = .selection
  ) -> Exclusion {
    Exclusion(
      variant: exposure.variant,
      stage: stage,
      reason: reason,
      exposure: ExcludedRow(exposure),
      outcome: outcome.map { ExcludedRow($0) }
    )
  }

  private static func exclude(outcome: VariantAssociation, _ reason: ExclusionReason) -> Exclusion {
    Exclusion(variant: outcome.variant, stage: .lookup, reason: reason, outcome: ExcludedRow(outcome))
  }
}
