import StudyModel

/// The variants that are looked up in a file, found by the bytes of a name or by their place without making a string of
/// every row.
package struct WantedVariants: Sendable {
  /// Numbers of the variants, by the hash of each name.
  private var byName: [UInt64: [(name: [UInt8], variant: Int)]] = [:]
  /// Numbers of the variants, by chromosome and position.
  private var byPlace: [Place: [Int]] = [:]
  /// A bit for each hash modulo its size: most rows are none of ours, and this tells.
  private var filter = [UInt64](repeating: 0, count: 1 << 14)
  private var positions: Set<Int> = []

  private struct Place: Hashable {
    var chromosome: String
    var position: Int
  }

  package init() {}

  package var isEmpty: Bool { byName.isEmpty && byPlace.isEmpty }

  /// Looks for the name, as it is written.
  package mutating func add(name: String, variant: Int) {
    let bytes = Array(name.utf8)
    let hash = bytes.withUnsafeBufferPointer(Self.hash)
    byName[hash, default: []].append((bytes, variant))
    filter[Int(hash >> 6) & (filter.count - 1)] |= 1 << (hash & 63)
  }

  /// Looks for the place, in the build of the file.
  package mutating func add(chromosome: String, position: Int, variant: Int) {
    byPlace[Place(chromosome: ChromosomeName.normalised(chromosome), position: position), default: []].append(
      variant
    )
    positions.insert(position)
  }

  /// The numbers of the variants that the row may be, without repetitions.
  func find(_ row: RawRow) -> [Int] {
    var found: [Int] = []
    if let name = row.name, !byName.isEmpty {
      var start = 0
      for place in 0...name.count {
        guard place == name.count || name[place] == 0x2C || name[place] == 0x3B else { continue }
        find(UnsafeBufferPointer(rebasing: name[start..<place]), &found)
        start = place + 1
      }
    }
    if let position = row.position, let chromosome = row.chromosome, positions.contains(position) {
      let name = ChromosomeName.normalised(String(decoding: chromosome, as: UTF8.self))
      for variant in byPlace[Place(chromosome: name, position: position)] ?? [] where !found.contains(variant)
      {
        found.append(variant)
      }
    }
    return found
  }

  private func find(_ name: UnsafeBufferPointer<UInt8>, _ found: inout [Int]) {
    let hash = Self.hash(name)
    guard filter[Int(hash >> 6) & (filter.count - 1)] >> (hash & 63) & 1 == 1 else { return }
    for entry in byName[hash] ?? [] where name.elementsEqual(entry.name) && !found.contains(entry.variant) {
      found.append(entry.variant)
    }
  }

  /// FNV-1a, with its bits mixed.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
