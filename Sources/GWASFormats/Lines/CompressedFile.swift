import CHTSlibShim
import Foundation
import StudyModel

/// An open plain, gzip or bgzip file, read as the bytes it holds when decompressed.
final class CompressedFile {
  private let displayName: String
  private var reader: OpaquePointer?

  /// Opens the file; throws where it cannot be opened or is a bgzip file that was cut short.
  ///
  /// - Parameter threads: that decompress a bgzip file beside the caller's.
  init(path: String, displayName: String, threads: Int = 0) throws(InputError) {
    self.displayName = displayName
    reader = compressed_reader_open(path, Int32(threads))
    guard let reader else { throw InputError(Self.openingProblem(displayName, errno)) }
    guard compressed_reader_has_end(reader) == 1 else {
      throw InputError(
        InputProblem(
          file: displayName,
          summary: "the bgzip file has no end-of-file block: it was cut short",
          remedy: "copy or download it again"
        )
      )
    }
  }

  deinit {
    if let reader { _ = compressed_reader_close(reader) }
  }

  /// Reads on into the buffer; returns the number of bytes, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let count = compressed_reader_read(reader, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw InputError(readingProblem(errno)) }
    return count
  }

  /// Bytes of the file as it lies on the disk.
  var size: Int { reader.map { Int(compressed_reader_size($0)) } ?? 0 }

  /// How many of them have been read.
  var position: Int { reader.map { Int(compressed_reader_position($0)) } ?? 0 }

  /// Closes the file; throws where this shows that what was read is not all there was.
  func close() throws(InputError) {
    guard let reader else { return }
    self.reader = nil
    guard compressed_reader_close(reader) == 0 else { throw InputError(readingProblem(errno)) }
  }

  private static func openingProblem(_ file: String, _ code: Int32) -> InputProblem {
    switch code {
    case ENOENT, ENOTDIR:
      InputProblem(file: file, summary: "there is no such file", remedy: "check the path in study.yaml")
    case EISDIR:
      InputProblem(file: file, summary: "this is a folder", remedy: "name a file in it")
    case ESPIPE:
      InputProblem(
        file: file,
        summary: "this is a pipe or a device, not a file",
        remedy: "write what it gives to a file, for it is read more than once"
      )
    case EACCES:
      InputProblem(file: file, summary: "the file may not be read", remedy: "change its permissions")
    case 0:
      InputProblem(
        file: file,
        summary: "the compressed file is damaged at its start",
        remedy: "copy or download it again"
      )
    default:
      InputProblem(file: file, summary: "the file cannot be opened (\(String(cString: strerror(code))))")
    }
  }

  private func readingProblem(_ code: Int32) -> InputProblem {
    let reason = code == 0 ? "" : " (\(String(cString: strerror(code))))"
    return InputProblem(
      file: displayName,
      summary: "the file breaks off or is damaged: it cannot be read to its end\(reason)",
      remedy: "copy or download it again"
    )
  }
}
