import Foundation
import StudyModel

/// Every number of the peers beside ours.
package struct ParityTable {
  /// The numbers of one method, one data set and one peer.
  package struct Row: Hashable, Sendable {
    package var method: String
    package var dataset: String
    package var peer: String
    package var count: Int
    /// The largest difference in the measure's units; infinite where ours has no number.
    package var largest: Double
    package var measure: ParityRules.Measure
    /// Why we mean to differ; nil where we do not.
    package var departure: String?
    /// Why ours has no number.
    package var missing: String?

    package var agrees: Bool { largest <= measure.allowance }
  }

  package let rows: [Row]

  /// - Throws: where the tables in the folder cannot be read.
  package init(folder: URL) throws {
    let numbers = try PeerNumber.table(in: folder)
    var rows: [Row] = []
    for dataset in numbers.map(\.dataset).distinct {
      let own = numbers.filter { $0.dataset == dataset }
      let size = own.first { $0.method == "cml_sample_size" }?.value
      let variants = try PeerNumber.variants(of: dataset, in: folder)
      let ours = OwnNumbers(variants, dataset: dataset, sampleSize: size)
      for number in own where number.method != "cml_sample_size" { Self.add(number, ours, to: &rows) }
    }
    self.rows = rows.sorted { ($0.method, $0.peer, $0.dataset) < ($1.method, $1.peer, $1.dataset) }
  }

  private static func add(_ number: PeerNumber, _ ours: OwnNumbers, to rows: inout [Row]) {
    let measure = ParityRules.measure(number)
    let departure = ParityRules.departure(number)?.reason
    let value = ours.value(number.method, number.quantity)
    let difference = value.map { Self.difference($0, number, measure, ours) } ?? .infinity
    let place = rows.lastIndex {
      $0.method == number.method && $0.dataset == number.dataset && $0.peer == number.peer
        && $0.departure == departure && $0.measure == measure
    }
    if let place {
      rows[place].count += 1
      rows[place].largest = max(rows[place].largest, difference)
    } else {
      rows.append(
        Row(
          method: number.method,
          dataset: number.dataset,
          peer: number.peer,
          count: 1,
          largest: difference,
          measure: measure,
          departure: departure,
          missing: value == nil ? ours.reason(number.method) ?? "no number" : nil
        )
      )
    }
  }

  private static func difference(
    _ value: Double,
    _ number: PeerNumber,
    _ measure: ParityRules.Measure,
    _ ours: OwnNumbers
  ) -> Double {
    let distance = abs(value - number.value)
    switch measure {
    case .absolute: return distance
    case .relative: return distance == 0 ? 0 : distance / abs(number.value)
    case .monteCarlo: return distance / spread(number, value)
    }
  }

  /// Of the difference between two simulations: the peer's mean over seeds against one run of ours.
  private static func spread(_ number: PeerNumber, _ value: Double) -> Double {
    let notes = number.note.split(separator: " ").reduce(into: [Substring: Double]()) { notes, part in
      let halves = part.split(separator: "=")
      if halves.count == 2 { notes[halves[0]] = Double(halves[1]) }
    }
    let draws = Double(OwnNumbers.draws)
    if let deviation = notes["sd"], let seeds = notes["seeds"] {
      // The peer's own standard errors have 1,000 draws.
      return deviation * (1 / seeds + 1_000 / draws).squareRoot()
    }
    let p = max(number.value, 1 / draws)
    return (p * (1 - p) * (1 / draws + 1 / (notes["draws"] ?? draws))).squareRoot() + 1 / draws
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order of its first place.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
