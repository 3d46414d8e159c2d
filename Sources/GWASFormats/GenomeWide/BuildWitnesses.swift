import StudyModel

/// Well-known variants whose positions tell a file's genome build (dbSNP build 155).
package struct BuildWitnesses: Hashable, Sendable {
  /// Witnesses at their place in either build.
  package private(set) var grch37 = 0
  package private(set) var grch38 = 0

  private static let places: [String: (grch37: Int, grch38: Int)] = [
    "rs2476601": (114_377_568, 113_834_946), "rs12075": (159_175_354, 159_205_564),
    "rs1801133": (11_856_378, 11_796_321), "rs2228145": (154_426_970, 154_454_494),
    "rs1260326": (27_730_940, 27_508_073), "rs4988235": (136_608_646, 135_851_076),
    "rs13107325": (103_188_709, 102_267_552), "rs6921438": (43_925_607, 43_957_870),
    "rs7903146": (114_758_349, 112_998_590), "rs3184504": (111_884_608, 111_446_804),
    "rs9939609": (53_820_527, 53_786_615), "rs429358": (45_411_941, 44_908_684),
    "rs7412": (45_412_079, 44_908_822), "rs4420638": (45_422_946, 44_919_689),
    "rs738409": (44_324_727, 43_928_847),
  ]

  /// Whether a witness may stand there: what most positions fail, at the cost of a bit.
  static func mayStand(at position: Int?) -> Bool {
    guard let position else { return false }
    return filter[position >> 6 & (filter.count - 1)] >> UInt64(position & 63) & 1 == 1
  }

  /// A bit for each position modulo its size.
  private static let filter: [UInt64] = {
    var filter = [UInt64](repeating: 0, count: 1 << 10)
    for position in places.values.flatMap({ [$0.grch37, $0.grch38] }) {
      filter[position >> 6 & (filter.count - 1)] |= 1 << UInt64(position & 63)
    }
    return filter
  }()

  /// The names to look for.
  package static var names: [String] { places.keys.sorted() }

  package init() {}

  /// Counts the row if it is a witness.
  package mutating func take(_ variant: GeneticVariant) {
    guard let place = Self.places[variant.id.lowercased()], let position = variant.position else { return }
    if position == place.grch37 { grch37 += 1 }
    if position == place.grch38 { grch38 += 1 }
  }

  /// The build that all witnesses agree on; nil without any, or where they differ.
  package var genomeBuild: String? {
    switch (grch37 > 0, grch38 > 0) {
    case (true, false): "GRCh37"
    case (false, true): "GRCh38"
    default: nil
    }
  }
}
