import StudyModel

/// The words of an effect's scale: what changes, per what.
package struct ScaleWords: Hashable, Sendable {
  package let scale: EffectScale
  /// Within a sentence.
  package let exposure: String
  /// Within a sentence.
  package let outcome: String

  package init(scale: EffectScale, exposure: String, outcome: String) {
    self.scale = scale
    self.exposure = exposure
    self.outcome = outcome
  }

  /// `OR`, the outcome's unit, or `β` where the source names no unit.
  package var measure: String {
    scale.outcomeType == .binary ? "OR" : scale.outcomeUnits ?? "β"
  }

  /// `per SD`, `per unit as reported`, `per doubling of odds`.
  package var per: String {
    switch scale.exposureType {
    case .binary: "per doubling of odds"
    case .continuous: scale.exposureUnits.map { "per \($0)" } ?? "per unit as reported"
    }
  }

  /// The whole scale: `Odds ratio of coronary heart disease per SD higher body mass index`.
  package var sentence: String {
    let what =
      switch (scale.outcomeType, scale.outcomeUnits) {
      case (.binary, _): "Odds ratio of \(outcome)"
      case (.continuous, .some(let units)): "\(units) change in \(outcome)"
      case (.continuous, .none): "Change in units of \(outcome) as reported"
      }
    return "\(what) \(perExposure)"
  }

  /// `per SD higher body mass index`, `per unit of CXCL10 as reported`, `per doubling in the odds of genetically predicted heart disease`.
  package var perExposure: String {
    switch scale.exposureType {
    case .binary: "per doubling in the odds of genetically predicted \(exposure)"
    case .continuous:
      scale.exposureUnits.map { "per \($0) higher \(exposure)" } ?? "per unit of \(exposure) as reported"
    }
  }

  /// For the foot of an axis, left of the null.
  package var lower: String { scale.outcomeType == .binary ? "lower odds" : "lower \(outcome)" }

  /// For the foot of an axis, right of the null.
  package var higher: String { scale.outcomeType == .binary ? "higher odds" : "higher \(outcome)" }

  /// The unit of one variant's effect on the exposure: `SD per allele`, `log odds per allele`.
  package var exposureAxis: String { axis(scale.exposureType, scale.exposureUnits) }

  /// The unit of one variant's effect on the outcome.
  package var outcomeAxis: String { axis(scale.outcomeType, scale.outcomeUnits) }

  /// The unit of a slope of one variant's effect on the outcome over that on the exposure: what releases hold.
  var slope: String {
    let outcome = scale.outcomeType == .binary ? "log odds" : scale.outcomeUnits ?? "units as reported"
    let exposure = scale.exposureType == .binary ? "log odds" : scale.exposureUnits ?? "unit as reported"
    return "\(outcome) per \(exposure)"
  }

  private func axis(_ type: TraitType, _ units: String?) -> String {
    switch type {
    case .binary: "log odds per allele"
    case .continuous: units.map { "\($0) per allele" } ?? "units as reported, per allele"
    }
  }
}
