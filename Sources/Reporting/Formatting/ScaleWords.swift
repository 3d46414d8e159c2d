import StudyModel

/// The words of an effect's scale: what changes, per what.
package struct ScaleWords: Sendable {
  package let scale: EffectScale
  /// Within a sentence.
  package let exposure: String
  /// Within a sentence.
  package let outcome: String
  private let book: Wordbook

  package init(scale: EffectScale, exposure: String, outcome: String, words: Wordbook) {
    book = words
    self.scale = scale
    self.exposure = exposure
    self.outcome = outcome
  }

  /// `OR`, the outcome's unit, or `β` where the source names no unit.
  package var measure: String {
    scale.outcomeType == .binary ? words(.ratio) : scale.outcomeUnits ?? words(.unknown)
  }

  /// `per SD`, `per unit as reported`, `per doubling of odds`.
  package var per: String {
    switch scale.exposureType {
    case .binary: words(.perOdds)
    case .continuous: scale.exposureUnits.map { words(.perUnits, ["units": $0]) } ?? words(.perUnknown)
    }
  }

  /// `OR per SD`.
  package var unit: String { words(.whole, ["measure": measure, "per": per]) }

  /// The whole scale: `Odds ratio of coronary heart disease per SD higher body mass index`.
  package var sentence: String {
    let values = ["outcome": outcome, "units": scale.outcomeUnits ?? "", "per": perExposure]
    return switch (scale.outcomeType, scale.outcomeUnits) {
    case (.binary, _): words(.ratioOf, values)
    case (.continuous, .some): words(.changeOf, values)
    case (.continuous, .none): words(.unknownChangeOf, values)
    }
  }

  /// `per SD higher body mass index`, `per unit of CXCL10 as reported`, `per doubling in the odds of genetically predicted heart disease`.
  package var perExposure: String {
    let values = ["exposure": exposure, "units": scale.exposureUnits ?? ""]
    return switch (scale.exposureType, scale.exposureUnits) {
    case (.binary, _): words(.perOddsOf, values)
    case (.continuous, .some): words(.perUnitsOf, values)
    case (.continuous, .none): words(.perUnknownOf, values)
    }
  }

  /// For the foot of an axis, left of the null.
  package var lower: String {
    scale.outcomeType == .binary ? words(.lowerOdds) : words(.lower, ["outcome": outcome])
  }

  /// For the foot of an axis, right of the null.
  package var higher: String {
    scale.outcomeType == .binary ? words(.higherOdds) : words(.higher, ["outcome": outcome])
  }

  /// The unit of one variant's effect on the exposure: `SD per allele`, `log odds per allele`.
  package var exposureAxis: String { axis(scale.exposureType, scale.exposureUnits) }

  /// The unit of one variant's effect on the outcome.
  package var outcomeAxis: String { axis(scale.outcomeType, scale.outcomeUnits) }

  /// The unit of a slope of one variant's effect on the outcome over that on the exposure: what releases hold.
  var slope: String {
    let (outcome, exposure) = (scale.outcomeUnits, scale.exposureUnits)
    return words(
      .slope,
      [
        "outcome": scale.outcomeType == .binary ? words(.logOdds) : outcome ?? words(.unitsUnknown),
        "exposure": scale.exposureType == .binary ? words(.logOdds) : exposure ?? words(.unitUnknown),
      ]
    )
  }

  private func axis(_ type: TraitType, _ units: String?) -> String {
    let units = type == .binary ? words(.logOdds) : units ?? words(.unitsUnknown)
    return words(.perAllele, ["units": units])
  }

  private func words(_ phrase: ScalePhrase, _ values: [String: String] = [:]) -> String {
    book(phrase, values)
  }
}
