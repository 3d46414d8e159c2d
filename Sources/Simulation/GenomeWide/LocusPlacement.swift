import Foundation
import Statistics
import StudyModel

/// A locus and where it stands.
struct PlacedLocus: Sendable {
  /// The trait's place in the design; nil of the disease.
  var trait: Int?
  var window: Int
  /// Within the window.
  var variant: Int
  var kind: SimulationTruth.Locus.Kind
  /// Expected z of a real locus with its sign; of a chance hit the z that is forced upon it.
  var z: Double
  /// What a pleiotropic locus adds to the disease's expected z.
  var direct = 0.0
}

/// Gives every locus of every trait a variant: one locus of a trait a window, and in a window all loci of all traits
/// mutually at r² below 0.001, so that none stands for another.
struct LocusPlacement {
  private let design: SimulationDesign
  private let windows: [GenotypeWindow]
  private var stream: RandomStream
  /// Variants that are taken, window by window.
  private var taken: [[Int]]

  /// Smaller than what clumping takes for correlated.
  private static let unlinked = 0.001

  /// What keeps a design from being simulated.
  struct NoRoom: Error {
    /// The trait's id.
    var trait: TraitID
  }

  init(_ design: SimulationDesign, windows: [GenotypeWindow]) {
    self.design = design
    self.windows = windows
    stream = RandomStream(StreamKey(seed: design.seed, names: ["loci", design.name]), simulation: 0)
    taken = windows.map { _ in [] }
  }

  /// The disease's first, for its loci have to be common.
  ///
  /// - Throws: where a trait has more loci than there are windows with room.
  mutating func place() throws(NoRoom) -> [PlacedLocus] {
    var loci = try place(design.disease.loci, of: nil, id: design.disease.id)
    for (index, trait) in design.traits.enumerated() {
      var own = try place(trait.loci, of: index, id: trait.id)
      let pleiotropic = Int((design.pleiotropy.share * Double(trait.loci.real)).rounded())
      for place in 0..<pleiotropic {
        own[place].kind = .pleiotropic
        own[place].direct = design.pleiotropy.size * (stream.nextUniform() < 0.5 ? -1 : 1)
      }
      loci += own
    }
    return loci
  }

  private mutating func place(
    _ loci: LocusDesign,
    of trait: Int?,
    id: TraitID
  ) throws(NoRoom) -> [PlacedLocus] {
    var placed: [PlacedLocus] = []
    var order = Shuffle.order(windows.count, &stream)[...]
    while placed.count < loci.real + loci.chance {
      guard let window = order.popFirst() else { throw NoRoom(trait: id) }
      guard let variant = freeVariant(in: window, loci) else { continue }
      taken[window].append(variant)
      let isReal = placed.count < loci.real
      let sign: Double = stream.nextUniform() < 0.5 ? -1 : 1
      let lambda =
        loci.lambda.lowerBound + (loci.lambda.upperBound - loci.lambda.lowerBound) * stream.nextUniform()
      placed.append(
        PlacedLocus(
          trait: trait,
          window: window,
          variant: variant,
          kind: isReal ? .real : .chance,
          z: sign * (isReal ? lambda : TailDraw.z(below: design.pThreshold, stream.nextUniform()))
        )
      )
    }
    return placed
  }

  private mutating func freeVariant(in window: Int, _ loci: LocusDesign) -> Int? {
    let own = windows[window]
    for variant in Shuffle.order(own.variants.count, &stream)
    where own.variants[variant].minorAlleleFrequency >= loci.minorAlleleFrequency {
      let isFree = taken[window].allSatisfy { other in
        let r = own.correlation(variant, other)
        return other != variant && r * r < Self.unlinked
      }
      if isFree { return variant }
    }
    return nil
  }
}

/// |z| beyond a threshold.
enum TailDraw {
  /// The normal truncated to where its two-sided p is below the threshold.
  ///
  /// - Parameter uniform: in (0, 1).
  static func z(below threshold: Double, _ uniform: Double) -> Double {
    -NormalDistribution.quantile(threshold * uniform / 2)
  }
}
