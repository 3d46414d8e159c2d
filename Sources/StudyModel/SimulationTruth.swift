/// What simulated figures were drawn from, so that estimates can be held against it.
package struct SimulationTruth: Codable, Hashable, Sendable {
  /// The design in a word ("null", "planted").
  package var name: String
  package var seed: UInt64
  /// One entry a pair whose causal effect is not 0; every other pair's is.
  package var effects: [Effect]
  /// The loci that the traits' associations stand on.
  package var loci: [Locus]

  package init(name: String, seed: UInt64, effects: [Effect], loci: [Locus]) {
    self.name = name
    self.seed = seed
    self.effects = effects
    self.loci = loci
  }

  /// The causal effect of one pair.
  package struct Effect: Codable, Hashable, Sendable {
    /// The panel trait.
    package var trait: TraitID
    package var direction: Direction
    /// In the outcome's units, or log odds, per unit, or log odds, of the exposure.
    package var effect: Double

    package init(trait: TraitID, direction: Direction, effect: Double) {
      self.trait = trait
      self.direction = direction
      self.effect = effect
    }
  }

  /// One variant on which a trait's associations stand.
  package struct Locus: Codable, Hashable, Sendable {
    package var trait: TraitID
    package var variant: String
    package var chromosome: String
    /// One-based, in the build of the simulated panel.
    package var position: Int
    package var kind: Kind
    /// Expected z of a real locus, in the trait's own sample; of a chance hit the z that was drawn.
    package var z: Double

    package init(
      trait: TraitID,
      variant: String,
      chromosome: String,
      position: Int,
      kind: Kind,
      z: Double
    ) {
      self.trait = trait
      self.variant = variant
      self.chromosome = chromosome
      self.position = position
      self.kind = kind
      self.z = z
    }

    package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
      /// The variant acts on the trait.
      case real
      /// Noise that passed the threshold.
      case chance
      /// The variant acts on exposure and outcome alike.
      case pleiotropic
    }
  }

  /// The locus of the trait that a variant stands on: the nearest on its chromosome, less than a million base pairs away,
  /// or the one of its name; nil where there is none.
  package func locus(of trait: TraitID, at variant: GeneticVariant) -> Locus? {
    let own = loci.filter { $0.trait == trait }
    if let named = own.first(where: { $0.variant == variant.id }) { return named }
    guard let chromosome = variant.chromosome, let position = variant.position else { return nil }
    func distance(_ locus: Locus) -> Int { abs(locus.position - position) }
    let near = own.filter { $0.chromosome == chromosome && distance($0) < 1_000_000 }
    return near.min { distance($0) < distance($1) }
  }

  /// The true causal effect of the pair; 0 where none is listed.
  package func effect(of trait: TraitID, _ direction: Direction) -> Double {
    effects.first { $0.trait == trait && $0.direction == direction }?.effect ?? 0
  }
}
