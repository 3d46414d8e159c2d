import CHTSlibShim
import Foundation
import StudyModel

/// A bgzip file with a tabix index beside it, of which single places can be read.
package final class IndexedFile {
  private let displayName: String
  private let reader: OpaquePointer

  /// The index beside the file, `.tbi` or `.csi`; nil where there is none.
  package static func index(besides path: String) -> String? {
    [".tbi", ".csi"].map { path + $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Opens the file and its index.
  ///
  /// - Throws: where one of them cannot be read, or the index is older than the file, and so of another one.
  package init(path: String, index: String, displayName: String) throws(InputError) {
    self.displayName = displayName
    if let file = Self.changed(path), let indexed = Self.changed(index), indexed < file {
      throw InputError(
        InputProblem(
          file: displayName + index.dropFirst(path.count),
          summary: "the index is older than its file, so that it may be of another one",
          remedy: "make it anew with 'tabix', or delete it"
        )
      )
    }
    guard let reader = indexed_reader_open(path, index) else {
      let summary = "the file or its index cannot be read"
      let remedy = "make the index anew with 'tabix', or delete it"
      throw InputError(InputProblem(file: displayName, summary: summary, remedy: remedy))
    }
    self.reader = reader
  }

  deinit { indexed_reader_close(reader) }

  /// Gives the rows at the place, whose bytes are valid during the call only.
  ///
  /// - Parameter chromosome: as the file names it; a place on one that it does not have holds nothing.
  /// - Throws: where the file is damaged there.
  package func forEachRow(
    chromosome: String,
    position: Int,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(InputError) {
    switch indexed_reader_seek(reader, chromosome, Int64(position), Int64(position)) {
    case 0: break
    case 1: return
    default: throw damaged
    }
    var length = 0
    var failed: Int32 = 0
    while let row = indexed_reader_next(reader, &length, &failed) {
      row.withMemoryRebound(to: UInt8.self, capacity: length) {
        body(UnsafeBufferPointer(start: $0, count: length))
      }
    }
    if failed != 0 { throw damaged }
  }

  private var damaged: InputError {
    let summary = "the file is damaged, or its index is of another one"
    return InputError(
      InputProblem(file: displayName, summary: summary, remedy: "copy or download both again")
    )
  }

  private static func changed(_ path: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
  }
}
