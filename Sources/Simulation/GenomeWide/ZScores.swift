import Foundation
import Statistics
import StudyModel

/// The z of every variant of one window, for every trait and the disease: with the linkage disequilibrium of the people,
/// z ~ N(Rλ, R), where R is the correlation of their genotypes (Zhu & Stephens, Annals of Applied Statistics
/// 2017;11:1561–1592).
struct ZScores {
  private let design: SimulationDesign
  private let loci: [PlacedLocus]
  private let byWindow: [Int: [Int]]
  private let key: StreamKey

  init(_ design: SimulationDesign, loci: [PlacedLocus]) {
    self.design = design
    self.loci = loci
    byWindow = Dictionary(grouping: loci.indices, by: { loci[$0].window })
    key = StreamKey(seed: design.seed, names: ["z", design.name])
  }

  /// One list a trait, in the design's order, then the disease's, and that of its later release where there is one.
  func draw(_ window: GenotypeWindow, index: Int) -> [[Double]] {
    var stream = RandomStream(key, simulation: UInt64(index))
    let common = noise(window, &stream)
    let own = design.noiseCorrelation.squareRoot()
    let rest = (1 - design.noiseCorrelation).squareRoot()
    var scores = design.traits.map { _ in mixed(common, noise(window, &stream), own, rest) }
    let shared = own > 0 ? design.overlapCorrelation / own : 0
    scores.append(mixed(common, noise(window, &stream), shared, max(0, 1 - shared * shared).squareRoot()))
    for locus in byWindow[index] ?? [] where loci[locus].kind != .chance {
      addMeans(loci[locus], window.correlations(with: loci[locus].variant), &scores)
    }
    // Last, so that the chance hit is what was drawn for it.
    for locus in byWindow[index] ?? [] where loci[locus].kind == .chance {
      let chance = loci[locus]
      let place = chance.trait ?? design.traits.count
      let lift = chance.z - scores[place][chance.variant]
      for (variant, r) in window.correlations(with: chance.variant).enumerated() {
        scores[place][variant] += r * lift
      }
    }
    if let later = design.disease.later {
      scores.append(self.later(later, scores[design.traits.count], window, index: index))
    }
    return scores
  }

  /// A release of m people that holds another of n: z = √(n/m)·z₁ + √(1 − n/m)·z₂, z₂ being that of the m − n new people
  /// alone, whose noise is their own and whose signal is the same effect in so many.
  private func later(
    _ release: LaterRelease,
    _ earlier: [Double],
    _ window: GenotypeWindow,
    index: Int
  ) -> [Double] {
    // A stream of its own: what is drawn without a later release stays as it is.
    var stream = RandomStream(
      StreamKey(seed: design.seed, names: ["z", design.name, release.file]),
      simulation: UInt64(index)
    )
    let share = min(1, design.disease.effectivePeople / release.effectivePeople)
    var added = noise(window, &stream)
    var means = [[Double]](
      repeating: [Double](repeating: 0, count: added.count),
      count: design.traits.count + 1
    )
    for locus in byWindow[index] ?? [] where loci[locus].kind != .chance {
      addMeans(loci[locus], window.correlations(with: loci[locus].variant), &means)
    }
    let growth = ((1 - share) / share).squareRoot()
    for variant in added.indices { added[variant] += growth * means[design.traits.count][variant] }
    return mixed(earlier, added, share.squareRoot(), (1 - share).squareRoot())
  }

  /// X′g/√n has the covariance R.
  private func noise(_ window: GenotypeWindow, _ stream: inout RandomStream) -> [Double] {
    let people = window.standardised.first?.count ?? 0
    let weights = (0..<people).map { _ in Float(Ziggurat.shared.normal(&stream)) }
    let scale = 1 / Double(people).squareRoot()
    return weights.withUnsafeBytes { weights in
      window.standardised.map { values in values.withUnsafeBytes { Self.product($0, weights) } * scale }
    }
  }

  private static func product(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Double {
    var sum = SIMD8<Float>.zero
    let width = MemoryLayout<SIMD8<Float>>.size
    let whole = left.count / width * width
    for offset in stride(from: 0, to: whole, by: width) {
      sum +=
        left.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        * right.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
    }
    var total = Double(sum.sum())
    for offset in stride(from: whole, to: left.count, by: MemoryLayout<Float>.size) {
      let product =
        left.loadUnaligned(fromByteOffset: offset, as: Float.self)
        * right.loadUnaligned(fromByteOffset: offset, as: Float.self)
      total += Double(product)
    }
    return total
  }

  private func mixed(_ one: [Double], _ other: [Double], _ first: Double, _ second: Double) -> [Double] {
    zip(one, other).map { first * $0 + second * $1 }
  }

  /// A real locus moves its trait, and what its trait moves: the standard errors of two studies at one variant are as
  /// the roots of their sizes, so an effect of θ a unit makes of λ in n people θλ√(m/n) in m.
  private func addMeans(_ locus: PlacedLocus, _ correlations: [Double], _ scores: inout [[Double]]) {
    let diseasePlace = design.traits.count
    let cases = design.disease.effectivePeople
    func add(_ place: Int, _ mean: Double) {
      for (variant, r) in correlations.enumerated() { scores[place][variant] += r * mean }
    }
    guard let trait = locus.trait else {
      add(diseasePlace, locus.z)
      for (place, trait) in design.traits.enumerated() {
        let effect = effect(trait.id, .reverse)
        if effect != 0 { add(place, effect * locus.z * (Double(trait.people) / cases).squareRoot()) }
      }
      return
    }
    add(trait, locus.z)
    let own = design.traits[trait]
    let effect = effect(own.id, .forward)
    let carried = effect * locus.z * (cases / Double(own.people)).squareRoot()
    if carried + locus.direct != 0 { add(diseasePlace, carried + locus.direct) }
  }

  private func effect(_ trait: TraitID, _ direction: Direction) -> Double {
    design.effects.first { $0.trait == trait && $0.direction == direction }?.effect ?? 0
  }
}
