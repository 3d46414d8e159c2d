import Foundation
import StudyModel

/// Streams the lines of a plain, gzip or bgzip file in bounded memory.
package struct CompressedLineReader {
  /// Longest line that is accepted, in bytes.
  package static let longestLine = 1_000_000

  private let path: String
  private let displayName: String
  private let threads: Int?
  private let onContent: (UnsafeRawBufferPointer) -> Void
  private let onProgress: (FileProgress) -> Void

  /// `displayName` is the path as the person wrote it.
  ///
  /// - Parameters:
  ///   - threads: nil reads on the caller's thread alone. A number decompresses on another, and a bgzip file on so many
  ///     more.
  ///   - onContent: sees every decompressed byte, in order, on the thread that decompresses.
  ///   - onProgress: is told on that thread too, after every block.
  package init(
    path: String,
    displayName: String,
    threads: Int? = nil,
    onContent: @escaping (UnsafeRawBufferPointer) -> Void = { _ in },
    onProgress: @escaping (FileProgress) -> Void = { _ in }
  ) {
    self.path = path
    self.displayName = displayName
    self.threads = threads
    self.onContent = onContent
    self.onProgress = onProgress
  }

  /// Gives each line without its LF or CRLF, with its number from 1; a byte order mark before line 1 is left
  /// out.
  ///
  /// The bytes are valid during the call only. Throws where the file cannot be read to its end or a line is
  /// too long, and what `body` throws; lines before that point have then been given already.
  package func forEachLine(
    _ body: (_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws(InputError) -> Void
  ) throws(InputError) {
    let file = try CompressedFile(path: path, displayName: displayName, threads: threads ?? 0)
    var splitter = LineSplitter(displayName: displayName)
    let blocks = FileBlocks(file: file, onContent: onContent, onProgress: onProgress)
    try blocks.forEach(ahead: threads != nil) { (content) throws(InputError) in
      try splitter.take(content.assumingMemoryBound(to: UInt8.self), body)
    }
    try splitter.finish(body)
    try file.close()
  }
}

/// Cuts chunks at line feeds and holds what is left over for the next chunk.
private struct LineSplitter {
  let displayName: String
  private var rest: [UInt8] = []
  private var number = 0

  init(displayName: String) { self.displayName = displayName }

  mutating func take(
    _ chunk: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(InputError) -> Void
  ) throws(InputError) {
    var start = 0
    while let end = chunk.firstIndex(of: UInt8(ascii: "\n"), from: start) {
      let line = UnsafeBufferPointer(rebasing: chunk[start..<end])
      if rest.isEmpty {
        try check(line)
        try give(line, body)
      } else {
        rest.append(contentsOf: line)
        try checkRest()
        try finish(body)
      }
      start = end + 1
    }
    rest.append(contentsOf: chunk[start...])
    try checkRest()
  }

  /// Gives what is left as the last line.
  mutating func finish(
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(InputError) -> Void
  ) throws(InputError) {
    guard !rest.isEmpty else { return }
    let last = rest
    rest.removeAll(keepingCapacity: true)
    try last.withUnsafeBufferPointer { (bytes) throws(InputError) in try give(bytes, body) }
  }

  private mutating func give(
    _ line: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(InputError) -> Void
  ) throws(InputError) {
    number += 1
    var line = line[...]
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    try body(UnsafeBufferPointer(rebasing: line), number)
  }

  private func checkRest() throws(InputError) {
    try rest.withUnsafeBufferPointer { (bytes) throws(InputError) in try check(bytes) }
  }

  private func check(_ line: UnsafeBufferPointer<UInt8>) throws(InputError) {
    guard line.count > CompressedLineReader.longestLine else { return }
    if number == 0, line.prefix(CompressedLineReader.longestLine).contains(UInt8(ascii: "\r")) {
      throw InputError(.loneCarriageReturns(displayName))
    }
    throw InputError(
      InputProblem(
        file: displayName,
        line: number + 1,
        summary: "the line is longer than \(CompressedLineReader.longestLine) bytes",
        remedy: "give a text table with one row a line"
      )
    )
  }
}

extension InputProblem {
  /// A text file as old Macintosh programs save it, which would be one endless line.
  static func loneCarriageReturns(_ file: String) -> InputProblem {
    InputProblem(
      file: file,
      line: 1,
      summary: "the lines end in a carriage return without a line feed",
      remedy: "save the table with line ends of Unix (LF) or Windows (CRLF)"
    )
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of the byte at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard let baseAddress, start < count else { return nil }
    guard let found = memchr(baseAddress + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
