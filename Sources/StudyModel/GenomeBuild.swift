/// Names of the two builds of the human genome that summary statistics come in.
package enum GenomeBuild {
  /// `GRCh37` or `GRCh38` for whichever of their names; nil for another build.
  package static func named(_ text: String) -> String? {
    switch text.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "grch37", "hg19", "b37", "37", "build37", "ncbi37", "hs37d5", "hg19grch37", "grch37p13": "GRCh37"
    case "grch38", "hg38", "b38", "38", "build38", "grch38p14", "hg38grch38": "GRCh38"
    default: nil
    }
  }
}

/// A stretch of one chromosome.
package struct GenomeRegion: Codable, Hashable, Sendable {
  /// As `ChromosomeName.normalised` writes it.
  package var chromosome: String
  /// One-based, both ends part of it.
  package var start: Int
  package var end: Int
  /// The build that the places are of; nil where one place holds in either.
  package var build: String?

  package init(chromosome: String, start: Int, end: Int, build: String? = nil) {
    self.chromosome = chromosome
    self.start = start
    self.end = end
    self.build = build
  }

  /// Whether the place lies in it; a place of another build does not.
  package func contains(chromosome: String, position: Int, build: String?) -> Bool {
    (self.build == nil || self.build == build) && self.chromosome == chromosome
      && (start...max(start, end)).contains(position)
  }

  /// Extended HLA, on either genome build (Horton et al., Nature Reviews Genetics 2004;5:889–899: 25.7–33.4 Mb of GRCh37,
  /// which GRCh38 moves by 0.03 Mb; rounded outwards).
  package static let extendedHLA = GenomeRegion(chromosome: "6", start: 25_000_000, end: 34_000_000)
}
