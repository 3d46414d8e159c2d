import Foundation
import LinkageDisequilibrium
import StudyModel

/// A PLINK 1 fileset in the system's temporary folder that goes when the last reference does.
final class PanelFixture {
  let prefix: String
  private(set) var variants: [PanelVariant]
  private let folder: URL

  /// A person of the panel.
  struct Person {
    var isFounder = true
    var isMan = false
  }

  /// - Parameter genotypes: a row a variant; copies of A1, nil where unknown.
  init(people: [Person], variants: [PanelVariant], genotypes: [[Int?]]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    prefix = folder.appending(path: "panel").path(percentEncoded: false)
    self.variants = variants
    let fam = people.enumerated().map { index, person in
      let parents = person.isFounder ? "0 0" : "d\(index) m\(index)"
      return "f\(index) p\(index) \(parents) \(person.isMan ? 1 : 2) -9\n"
    }
    let bim = variants.map {
      let chromosome = $0.chromosome == "X" ? "23" : $0.chromosome
      return "\(chromosome)\t\($0.id)\t0\t\($0.position)\t\($0.firstAllele)\t\($0.secondAllele)\n"
    }
    try fam.joined().write(toFile: prefix + ".fam", atomically: true, encoding: .utf8)
    try bim.joined().write(toFile: prefix + ".bim", atomically: true, encoding: .utf8)
    var bed = Data([0x6C, 0x1B, 1])
    for row in genotypes {
      var bytes = [UInt8](repeating: 0, count: (people.count + 3) / 4)
      for (index, copies) in row.enumerated() {
        let code: UInt8 = copies.map { [3, 2, 0][$0] } ?? 1
        bytes[index / 4] |= code << UInt8(2 * (index % 4))
      }
      bed.append(contentsOf: bytes)
    }
    try bed.write(to: URL(fileURLWithPath: prefix + ".bed"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func panel() throws(InputError) -> ReferencePanel { try ReferencePanel(prefix: prefix, name: "panel") }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: prefix + "." + name))
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: prefix + "." + name))
  }
}

extension PanelFixture {
  /// Shape of a random panel.
  struct Shape {
    var people = 100
    var chromosomes = ["1", "2"]
    /// On each chromosome.
    var variants = 40
    var spacing = 1500
    var missing = 0.0
    var children = 0.0
    /// Chance that a haplotype goes on with another ancestor at the next variant.
    var exchange = 0.15
  }

  /// A panel whose haplotypes are mosaics of a few ancestors, so that near variants go together.
  static func random(_ shape: Shape, seed: UInt64) throws -> PanelFixture {
    var random = SplitMix(state: seed)
    let people = (0..<shape.people).map { _ in
      Person(isFounder: random.unit() >= shape.children, isMan: random.unit() < 0.5)
    }
    var variants: [PanelVariant] = []
    var genotypes: [[Int?]] = []
    for chromosome in shape.chromosomes {
      let ancestors = (0..<8).map { _ in (0..<shape.variants).map { _ in random.unit() < 0.35 } }
      let haplotypes = (0..<2 * shape.people).map { _ in mosaic(of: ancestors, shape, &random) }
      for place in 0..<shape.variants {
        variants.append(
          PanelVariant(
            index: variants.count,
            id: "rs\(chromosome)_\(place)",
            chromosome: chromosome,
            position: 10_000 + place * shape.spacing + random.below(shape.spacing),
            firstAllele: ["A", "C"][place % 2],
            secondAllele: ["G", "T"][place / 2 % 2]
          )
        )
        genotypes.append(
          people.indices.map { person in
            if random.unit() < shape.missing { return nil }
            let (one, other) = (haplotypes[2 * person][place], haplotypes[2 * person + 1][place])
            // A man's one X counts as two copies of its allele.
            if chromosome == "X", people[person].isMan { return one ? 2 : 0 }
            return (one ? 1 : 0) + (other ? 1 : 0)
          }
        )
      }
    }
    return try PanelFixture(people: people, variants: variants, genotypes: genotypes)
  }

  private static func mosaic(of ancestors: [[Bool]], _ shape: Shape, _ random: inout SplitMix) -> [Bool] {
    var ancestor = random.below(ancestors.count)
    return (0..<shape.variants).map { place in
      if random.unit() < shape.exchange { ancestor = random.below(ancestors.count) }
      return random.unit() < 0.02 ? !ancestors[ancestor][place] : ancestors[ancestor][place]
    }
  }
}

/// Steele, Lea & Flood's generator: enough for test data.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
