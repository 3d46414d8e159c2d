import Foundation
import StudyModel

/// Takes from an exposure's rows those that are associated strongly enough to be instruments.
package struct InstrumentSelection: Sendable {
  private let pThreshold: Double?

  /// A nil threshold takes the instruments as they were supplied.
  package init(pThreshold: Double?) { self.pThreshold = pThreshold }

  /// Keeps rows that have an effect and a p strictly below the threshold, in their order; a row without a p
  /// is judged by the normal p of β/σ.
  package func select(
    _ rows: [VariantAssociation]
  ) -> (kept: [VariantAssociation], exclusions: [Exclusion]) {
    var kept: [VariantAssociation] = []
    var exclusions: [Exclusion] = []
    for row in rows {
      if let reason = reasonToExclude(row.effect) {
        exclusions.append(
          Exclusion(
            variant: row.variant,
            stage: .selection,
            reason: reason,
            exposure: ExcludedRow(row)
          )
        )
      } else {
        kept.append(row)
      }
    }
    return (kept, exclusions)
  }

  /// Why the exposure's effect does not make an instrument; nil where it does.
  func reasonToExclude(_ effect: AlleleEffect?) -> ExclusionReason? {
    guard let effect else { return .exposureEffectMissing }
    guard let pThreshold else { return nil }
    guard let p = effect.pValue ?? Self.normalPValue(effect) else { return .pMissing }
    return p < PValue(pThreshold) ? nil : .pAboveThreshold
  }

  /// 2Φ(−|β/σ|). A double may underflow to 0 here, which still is below any threshold.
  private static func normalPValue(_ effect: AlleleEffect) -> PValue? {
    let p = erfc(abs(effect.beta / effect.standardError) / 2.squareRoot())
    return p.isNaN ? nil : PValue(p)
  }
}
