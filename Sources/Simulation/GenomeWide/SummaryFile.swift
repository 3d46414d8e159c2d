import Foundation
import GWASFormats
import Statistics
import StudyModel

/// Writes one trait's summary statistics.
struct SummaryFile {
  let layout: SummaryLayout
  let path: String
  /// The n of the standard errors, and the haplotypes that frequencies are counted in.
  let people: Double
  let alleles: Double
  /// Rows that the file is filled up to.
  let rows: Int
  let key: StreamKey

  /// - Parameter scores: of each window's variants.
  /// - Throws: where it cannot be written.
  func write(_ windows: [GenotypeWindow], _ scores: [[Double]]) throws(InputError) {
    let writer = try BlockCompressedWriter(path: path, isBlocked: isIndexed)
    try writer.write(layout.header)
    let variants = windows.map(\.variants.count).reduce(0, +)
    var nulls = NullRows(layout, count: max(0, rows - variants), people: people, alleles: alleles, key: key)
    let order = Filling(windows: windows, nulls: nulls.count)
    var buffer = ""
    for step in order.steps {
      for place in 0..<step.nulls {
        let position = step.from + (step.to - step.from) * place / max(1, step.nulls)
        buffer += nulls.next(chromosome: step.chromosome, position: position)
        if buffer.utf8.count > Self.bufferSize { try Self.flush(&buffer, writer) }
      }
      guard let window = step.window else { continue }
      buffer += lines(windows[window], scores[window], index: window)
    }
    try Self.flush(&buffer, writer)
    try writer.close()
    guard isIndexed else { return }
    try BlockCompressedWriter.index(path, chromosomeColumn: 1, positionColumn: 2, comment: "#")
  }

  private static let bufferSize = 1 << 16

  private static func flush(_ buffer: inout String, _ writer: BlockCompressedWriter) throws(InputError) {
    try writer.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private var isIndexed: Bool { if case .finnGen = layout { true } else { false } }

  private func lines(_ window: GenotypeWindow, _ scores: [Double], index: Int) -> String {
    var stream = RandomStream(key, simulation: UInt64(index))
    return zip(window.variants, scores).map { variant, z in
      let row = SummaryRow(
        variant,
        chromosome: window.chromosome,
        z: z,
        people: people,
        alleles: alleles,
        &stream
      )
      // A meta-analysis tells of whichever allele it met first, FinnGen always of the alternative one.
      let isExchanged = stream.nextUniform() < 0.5 && !isIndexed
      return layout.line(isExchanged ? row.exchanged : row)
    }.joined()
  }
}

/// Where null rows go: before, between and behind the windows, in the order of places.
private struct Filling {
  struct Step {
    var chromosome: String
    var nulls: Int
    /// Positions that the null rows lie between.
    var from: Int
    var to: Int
    /// Written after them.
    var window: Int?
  }

  private(set) var steps: [Step] = []

  /// Windows stand in the order of chromosomes and positions.
  init(windows: [GenotypeWindow], nulls: Int) {
    for (index, window) in windows.enumerated() {
      let first = window.variants.first?.position ?? 1
      let isNew = index == 0 || windows[index - 1].chromosome != window.chromosome
      let start = isNew ? 10_000 : (windows[index - 1].variants.last?.position ?? 1) + 1
      steps.append(Step(chromosome: window.chromosome, nulls: 0, from: start, to: first, window: index))
    }
    guard !steps.isEmpty else { return }
    for index in steps.indices {
      steps[index].nulls = nulls * (index + 1) / steps.count - nulls * index / steps.count
    }
  }
}
