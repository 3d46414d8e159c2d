import Statistics
import StudyModel

/// What is known of the study behind one side of one pair: the trait's own, or the pair's other source.
package struct StudySide: Hashable {
  package var type: TraitType
  /// Of the effects; the trait's own where the source names none.
  package var units: String?
  /// Of the study that the effects come from.
  package var sampleSize: SampleSize
  /// Of the population, whichever study the figures come from.
  package var prevalence: Double?

  /// A source of the pair's own replaces the trait's sample size altogether: another study's numbers are no
  /// stand-in.
  package init(trait: Trait, source: PairSource?) {
    type = trait.type
    units = source?.units ?? trait.units
    sampleSize = source?.sampleSize ?? trait.sampleSize
    prevalence = trait.prevalence
  }

  /// People behind the effects, on average where the rows say; nil where unknown.
  func people(_ effects: [AlleleEffect]) -> Double? {
    let sizes = effects.compactMap(\.sampleSize)
    return sizes.isEmpty ? sampleSize.people.map(Double.init) : sizes.mean
  }

  /// The exposure's and the outcome's side of a pair. A trait that the design does not describe counts as
  /// continuous with nothing known; study.yaml's reader refuses such designs.
  package static func sides(of pair: PairDesign, in design: StudyDesign) -> (
    exposure: StudySide, outcome: StudySide
  ) {
    func trait(_ id: TraitID) -> Trait {
      design.trait(id) ?? Trait(id: id, name: id.rawValue, type: .continuous)
    }
    return (
      StudySide(trait: trait(pair.exposure), source: pair.exposureSource),
      StudySide(trait: trait(pair.outcome), source: pair.outcomeSource)
    )
  }
}
