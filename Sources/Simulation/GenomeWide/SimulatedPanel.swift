import Foundation
import Statistics
import StudyModel

/// A panel of people drawn by the copying model: the windows that summary statistics are drawn with, and the genotypes
/// that are written as the reference panel.
struct SimulatedPanel {
  let windows: [GenotypeWindow]
  /// One list a window, one entry a variant: copies of the first allele of everyone who is written.
  let written: [[[UInt8]]]
  let people: Int

  /// Lengths of the autosomes of GRCh38, megabases rounded down.
  private static let autosomes = [
    248, 242, 198, 190, 181, 170, 159, 145, 138, 133, 135, 133, 114, 107, 101, 90, 83, 80, 58, 64, 46, 50,
  ]
  /// No stretch of a chromosome is used before this, and stretches begin so far apart, megabases.
  private static let margin = 5
  private static let spacing = 11
  /// Rarer variants are no part of a panel.
  private static let rarest = 0.01
  /// Sites that are drawn for one variant that is kept.
  private static let sitesPerVariant = 6
  /// The pairs of alleles and how often variants have them: transitions are twice as common as transversions, and one in
  /// seven is palindromic.
  private static let alleles: [(String, String)] = [
    ("A", "G"), ("C", "T"), ("G", "A"), ("T", "C"), ("A", "G"), ("C", "T"), ("G", "A"), ("T", "C"),
    ("A", "C"),
    ("G", "T"), ("C", "A"), ("T", "G"), ("A", "T"), ("C", "G"),
  ]

  /// The most windows that there is room for.
  static var mostWindows: Int { places.count }

  init(_ design: PanelDesign) {
    var windows: [GenotypeWindow] = []
    var written: [[[UInt8]]] = []
    let key = StreamKey(seed: design.seed, names: ["panel"])
    let chosen = Self.spread(design.windows)
    var names = 0
    for (index, place) in chosen.enumerated() {
      var stream = RandomStream(key, simulation: UInt64(index))
      let drawn = Self.window(
        design,
        chromosome: place.chromosome,
        start: place.start,
        firstName: names,
        &stream
      )
      names += drawn.window.variants.count
      windows.append(drawn.window)
      written.append(drawn.written)
    }
    self.windows = windows
    self.written = written
    people = written.first?.first?.count ?? 0
  }

  private static let places: [(chromosome: String, start: Int)] = autosomes.enumerated().flatMap {
    index,
    length in
    stride(from: margin, to: length - margin, by: spacing).map { (String(index + 1), $0 * 1_000_000) }
      // The HLA region would be left out of every immune disease's instruments.
      .filter { $0.0 != "6" || !(20_000_000...36_000_000).contains($0.1) }
  }

  /// Evenly over the autosomes.
  private static func spread(_ count: Int) -> [(chromosome: String, start: Int)] {
    (0..<min(count, places.count)).map { places[$0 * places.count / min(count, places.count)] }
  }

  private static func window(
    _ design: PanelDesign,
    chromosome: String,
    start: Int,
    firstName: Int,
    _ stream: inout RandomStream
  ) -> (window: GenotypeWindow, written: [[UInt8]]) {
    // Rare sites fall away, most of them; what is left beyond the number that is asked for as well.
    let sites = (0..<design.variantsPerWindow * sitesPerVariant).map { _ in
      stream.nextUniform() * design.windowKilobases
    }
    .sorted()
    let map = RecombinationMap(kilobases: sites, &stream)
    let haplotypes = CopyingModel(map: map, haplotypes: design.people * 2).draw(&stream)
    let order = Shuffle.order(haplotypes.count, &stream)
    var window = GenotypeWindow(chromosome: chromosome, variants: [], standardised: [])
    var written: [[UInt8]] = []
    var last = 0
    let common = haplotypes.copies.enumerated().filter { _, copies in
      Double(min(copies, haplotypes.count - copies)) >= rarest * Double(haplotypes.count)
    }.map(\.offset)
    for place in 0..<min(common.count, design.variantsPerWindow) {
      // Evenly over those that are common enough.
      let site = common[place * common.count / min(common.count, design.variantsPerWindow)]
      let kilobases = sites[site]
      let copies = (0..<design.people).map { person -> UInt8 in
        haplotypes[order[2 * person], site] + haplotypes[order[2 * person + 1], site]
      }
      let half = design.isSplit ? design.people / 2 : 0
      let drawing = design.isSplit ? Array(copies[..<half]) : copies
      let writing = design.isSplit ? Array(copies[half...]) : copies
      guard let own = drawing.standardised(), let other = writing.standardised(),
        min(own.frequency, 1 - own.frequency) >= rarest, min(other.frequency, 1 - other.frequency) >= rarest
      else { continue }
      let position = max(last + 1, start + Int(kilobases * 1000))
      last = position
      let (first, second) = alleles[Int(stream.nextUniform() * Double(alleles.count))]
      window.variants.append(
        SimulatedVariant(
          id: "rs\(10_000_000 + firstName + window.variants.count)",
          position: position,
          first: first,
          second: second,
          frequency: own.frequency
        )
      )
      window.standardised.append(own.values)
      written.append(writing)
    }
    return (window, written)
  }
}

/// A random order (Fisher & Yates).
enum Shuffle {
  static func order(_ count: Int, _ stream: inout RandomStream) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, Int(stream.nextUniform() * Double(index + 1)))
    }
    return order
  }
}
