import Foundation
import StudyModel

/// A file of genome-wide summary statistics, read once from its beginning to its end.
package struct GWASFile: Sendable {
  /// Where it lies.
  package let path: String
  /// As the person wrote it.
  package let displayName: String
  private let mapping: ColumnMapping

  /// - Parameter mapping: columns that go before what the format says.
  package init(path: String, displayName: String, mapping: ColumnMapping = ColumnMapping()) {
    self.path = path
    self.displayName = displayName
    self.mapping = mapping
  }

  /// A power of two.
  private static let rowsBetweenReports = 1 << 15

  /// Reads every row, and keeps those that are wanted.
  ///
  /// - Parameters:
  ///   - threads: as `CompressedLineReader.init` has it.
  ///   - onContent: sees every decompressed byte, in order.
  ///   - onProgress: is told of every block.
  ///   - onRows: is told the number of lines so far, now and then.
  /// - Throws: where the file cannot be read, is none of summary statistics, has too many unusable rows, or columns that
  ///   do not go together.
  package func scan(
    _ query: GWASQuery,
    threads: Int? = nil,
    onContent: @escaping (UnsafeRawBufferPointer) -> Void = { _ in },
    onProgress: @escaping (FileProgress) -> Void = { _ in },
    onRows: (Int) -> Void = { _ in }
  ) throws(InputError) -> GWASScan {
    let lines = CompressedLineReader(
      path: path,
      displayName: displayName,
      threads: threads,
      onContent: onContent,
      onProgress: onProgress
    )
    var state = GWASScanState(path: path, displayName: displayName, mapping: mapping, query: query)
    try lines.forEachLine { (line, number) throws(InputError) in
      try state.take(line, number)
      if number & (Self.rowsBetweenReports - 1) == 0 { onRows(number) }
    }
    return try state.finish()
  }
}

extension GWASFile {
  /// The rows at single places that are wanted, by the file's index; nothing tells their lines, which are 0.
  ///
  /// - Parameters:
  ///   - places: chromosomes as `ChromosomeName` writes them.
  ///   - index: where it lies.
  /// - Throws: where file or index cannot be read, or the index is older than the file.
  package func lookUp(
    _ query: GWASQuery,
    places: [(chromosome: String, position: Int)],
    index: String
  ) throws(InputError) -> [(variant: Int, row: VariantAssociation)] {
    var state = GWASScanState(path: path, displayName: displayName, mapping: mapping, query: query)
    try readHeader(&state)
    let file = try IndexedFile(path: path, index: index, displayName: displayName)
    var failure: InputError?
    for place in Set(places.map { Place(chromosome: $0.chromosome, position: $0.position) }) {
      for name in ChromosomeName.spellings(of: place.chromosome) {
        try file.forEachRow(chromosome: name, position: place.position) { line in
          guard failure == nil else { return }
          do throws(InputError) { try state.take(line, 0) } catch { failure = error }
        }
      }
    }
    if let failure { throw failure }
    // Each variant has one place, whose rows came in the order of the file.
    return state.found.enumerated().sorted {
      ($0.element.variant, $0.offset) < ($1.element.variant, $1.offset)
    }
    .map(\.element)
  }

  private struct Place: Hashable {
    var chromosome: String
    var position: Int
  }

  /// Reads as far as the names of the columns.
  private func readHeader(_ state: inout GWASScanState) throws(InputError) {
    let lines = CompressedLineReader(path: path, displayName: displayName)
    do throws(InputError) {
      try lines.forEachLine { (line, number) throws(InputError) in
        try state.take(line, number)
        // Nothing else ends the reading before the file does.
        if state.isHeaderRead { throw InputError([]) }
      }
    } catch {
      guard state.isHeaderRead else { throw error }
    }
  }
}
