import Foundation
import Statistics

/// How often chromosomes recombine along a window: seldom everywhere, and often in hot spots.
///
/// Hot spots of 2 kb lie about 50 kb apart and take four fifths of all recombination (Myers et al., Science
/// 2005;310:321–324; International HapMap Consortium, Nature 2005;437:1299–1320).
struct RecombinationMap {
  /// Population-scaled rate 4·Ne·r up to each site, from the window's first; ascending.
  let cumulative: [Double]

  /// 4·Ne·r of a kilobase on average: 1 cM a megabase and the Ne = 6,000 with which r² falls with distance as it does in
  /// Europeans of the 1000 Genomes Project (0.06 at 50–100 kb among variants with a MAF of 5 % or more).
  private static let meanRate = 0.24
  private static let hotSpotShare = 0.8
  private static let hotSpotKilobases = 2.0
  private static let hotSpotSpacing = 50.0

  /// - Parameter kilobases: places of the sites, ascending.
  init(kilobases: [Double], _ stream: inout RandomStream) {
    let length = (kilobases.last ?? 0) - (kilobases.first ?? 0)
    var starts: [Double] = []
    var place = (kilobases.first ?? 0) - Self.hotSpotSpacing * log(stream.nextUniform())
    while place < (kilobases.last ?? 0) {
      starts.append(place)
      place += Self.hotSpotKilobases - Self.hotSpotSpacing * log(stream.nextUniform())
    }
    let hot =
      starts.isEmpty
      ? 0 : Self.meanRate * Self.hotSpotShare * length / (Double(starts.count) * Self.hotSpotKilobases)
    let cold = Self.meanRate * (starts.isEmpty ? 1 : 1 - Self.hotSpotShare)
    cumulative = kilobases.map { site in
      let inHotSpots = starts.map { min(max(0, site - $0), Self.hotSpotKilobases) }.reduce(0, +)
      return cold * (site - (kilobases.first ?? 0)) + hot * inHotSpots
    }
  }
}
