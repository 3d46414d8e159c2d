import CHTSlibShim
import Foundation
import StudyModel

/// Writes a bgzip file, and its tabix index, or a plain gzip file.
package final class BlockCompressedWriter {
  private let path: String
  private var writer: OpaquePointer?

  /// Makes the file anew.
  ///
  /// - Parameter isBlocked: whether it is written in blocks that can be found, as bgzip does, or in one stream.
  /// - Throws: where it cannot be made.
  package init(path: String, isBlocked: Bool = true) throws(InputError) {
    self.path = path
    writer = compressed_writer_open(path, isBlocked ? 1 : 0)
    guard writer != nil else { throw Self.problem(path, errno) }
  }

  deinit { if let writer { _ = compressed_writer_close(writer) } }

  /// - Throws: where the disk is full, say.
  package func write(_ text: some StringProtocol) throws(InputError) {
    var text = String(text)
    let result = text.withUTF8 { compressed_writer_write(writer, $0.baseAddress, $0.count) }
    guard result == 0 else { throw Self.problem(path, errno) }
  }

  /// Writes what is left and the end-of-file block; nothing can be written afterwards.
  package func close() throws(InputError) {
    guard let writer else { return }
    self.writer = nil
    guard compressed_writer_close(writer) == 0 else { throw Self.problem(path, errno) }
  }

  /// Writes `PATH.tbi`; the rows have to be sorted by chromosome and position.
  ///
  /// - Parameters:
  ///   - chromosomeColumn: counted from 1, as is `positionColumn`.
  ///   - comment: lines that begin with it are no rows.
  package static func index(
    _ path: String,
    chromosomeColumn: Int,
    positionColumn: Int,
    comment: Character
  ) throws(InputError) {
    let mark = comment.asciiValue.map(CChar.init(bitPattern:)) ?? 0
    guard tabix_index_write(path, Int32(chromosomeColumn), Int32(positionColumn), mark) == 0 else {
      throw problem(path + ".tbi", errno)
    }
  }

  private static func problem(_ path: String, _ code: Int32) -> InputError {
    let reason = code == 0 ? "" : " (\(String(cString: strerror(code))))"
    return InputError(
      InputProblem(
        file: path,
        summary: "cannot be written\(reason)",
        remedy: "check the folder and the disk's space"
      )
    )
  }
}
