import Foundation
import ReleaseFormat
import StudyModel

/// The checksum of a file as it lies on the disk.
enum FileDigest {
  private static let blockSize = 1 << 20

  /// - Parameter name: the path as the person wrote it.
  /// - Throws: where the file cannot be read to its end.
  static func sha256(_ path: String, name: String) throws(InputError) -> String {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      var digest = ContentDigest()
      while let block = try file.read(upToCount: blockSize), !block.isEmpty {
        block.withUnsafeBytes { digest.update($0) }
      }
      return digest.finish()
    } catch {
      throw InputError(
        InputProblem(
          file: name,
          summary: "cannot be read to its end",
          remedy: "check its permissions, or copy it again"
        )
      )
    }
  }
}

/// A digest that the closure which sees the bytes and the reader of its result share, one after the other.
final class SharedDigest {
  private var digest = ContentDigest()

  func update(_ bytes: UnsafeRawBufferPointer) { digest.update(bytes) }

  func finish() -> String { digest.finish() }
}
