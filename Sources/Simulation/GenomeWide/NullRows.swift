import Foundation
import GWASFormats
import Statistics
import StudyModel

/// Rows of variants outside the panel that are associated with nothing, to fill files up to the size of real ones. None
/// has a p below 1e-5, so that they are no candidates and cost only time.
struct NullRows {
  private let layout: SummaryLayout
  /// What stands behind the variant's name or place, ready to be written.
  private let associations: [String]
  private var written = 0
  let count: Int

  private static let pool = 1 << 14
  private static let largestZ = 4.41
  private static let names = 1_000_000_000

  init(_ layout: SummaryLayout, count: Int, people: Double, alleles: Double, key: StreamKey) {
    self.layout = layout
    self.count = count
    guard count > 0 else {
      associations = []
      return
    }
    var stream = RandomStream(key, simulation: .max)
    associations = (0..<Self.pool).map { index in
      var z = Ziggurat.shared.normal(&stream)
      while abs(z) > Self.largestZ { z = Ziggurat.shared.normal(&stream) }
      // The same frequency in every file, for a variant is the same everywhere.
      let frequency = 0.01 + 0.49 * Double(index % 997) / 997
      let variant = SimulatedVariant(id: "", position: 1, first: "A", second: "G", frequency: frequency)
      let row = SummaryRow(variant, chromosome: "", z: z, people: people, alleles: alleles, &stream)
      return layout.association(row)
    }
  }

  /// The next row; its place is given by whoever writes it.
  mutating func next(chromosome: String, position: Int) -> String {
    let association = associations[written & (Self.pool - 1)]
    let name = "rs\(Self.names + written)"
    written += 1
    switch layout {
    case .metal(let people): return "\(name)\ta\tg\t\(association)\t\(people)\n"
    case .finnGen: return "\(chromosome)\t\(position)\tG\tA\t\(name)\t\t\(association)\n"
    }
  }
}
