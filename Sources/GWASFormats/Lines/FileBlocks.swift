import Foundation
import StudyModel

/// How much of a file has been read.
package struct FileProgress: Hashable, Sendable {
  /// Bytes of the file as it lies on the disk.
  package var size: Int
  package var position: Int
}

/// The decompressed content of a file, block by block.
struct FileBlocks {
  let file: CompressedFile
  let onContent: (UnsafeRawBufferPointer) -> Void
  let onProgress: (FileProgress) -> Void

  private static let blockSize = 1 << 18

  /// Gives every block, valid during the call only.
  ///
  /// - Parameter ahead: decompresses the next blocks on another thread meanwhile.
  /// - Throws: where the file cannot be read to its end, and what `body` throws.
  func forEach(
    ahead: Bool,
    _ body: (UnsafeRawBufferPointer) throws(InputError) -> Void
  ) throws(InputError) {
    guard ahead else { return try forEachHere(body) }
    let queue = BlockQueue(blockSize: Self.blockSize)
    let source = BlockSource(blocks: self)
    Thread.detachNewThread { queue.fill { (block) throws(InputError) in try source.blocks.next(block) } }
    try queue.drain(body)
  }

  private func forEachHere(_ body: (UnsafeRawBufferPointer) throws(InputError) -> Void) throws(InputError) {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockSize, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = try next(block)
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
  }

  private func next(_ block: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    let count = try file.read(into: block)
    if count > 0 {
      onContent(UnsafeRawBufferPointer(rebasing: block[..<count]))
      onProgress(FileProgress(size: file.size, position: file.position))
    }
    return count
  }
}

/// Carries the blocks to the thread that fills the queue. Only one thread reads the file at a time, and whoever started the
/// other waits for it.
private struct BlockSource: @unchecked Sendable {
  let blocks: FileBlocks
}

/// A ring of blocks that one thread fills and another empties.
private final class BlockQueue: @unchecked Sendable {
  private static let capacity = 8

  private let blocks: [UnsafeMutableRawBufferPointer]
  /// Bytes of each block. No array: one thread writes an element while the other reads another one.
  private let counts = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
  private var failure: InputError?
  // Both begin at 0: a semaphore may not be let go below the value it began with.
  private let empty = DispatchSemaphore(value: 0)
  private let full = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  private let lock = NSLock()
  private var isAbandoned = false

  init(blockSize: Int) {
    blocks = (0..<Self.capacity).map { _ in
      UnsafeMutableRawBufferPointer.allocate(byteCount: blockSize, alignment: 16)
    }
    counts.initialize(repeating: 0, count: Self.capacity)
    for _ in blocks { empty.signal() }
  }

  deinit {
    for block in blocks { block.deallocate() }
    counts.deallocate()
  }

  /// Fills blocks until `next` gives none, fails, or the reader has left.
  func fill(_ next: (UnsafeMutableRawBufferPointer) throws(InputError) -> Int) {
    var place = 0
    while true {
      empty.wait()
      if lock.withLock({ isAbandoned }) { break }
      do throws(InputError) {
        counts[place] = try next(blocks[place])
      } catch {
        counts[place] = 0
        failure = error
      }
      let isLast = counts[place] == 0
      full.signal()
      if isLast { break }
      place = (place + 1) % Self.capacity
    }
    finished.signal()
  }

  /// Gives the blocks in order, and waits for the thread that fills them before it returns or throws.
  func drain(_ body: (UnsafeRawBufferPointer) throws(InputError) -> Void) throws(InputError) {
    var place = 0
    while true {
      full.wait()
      if counts[place] == 0 { break }
      do throws(InputError) {
        try body(UnsafeRawBufferPointer(rebasing: blocks[place][..<counts[place]]))
      } catch {
        lock.withLock { isAbandoned = true }
        empty.signal()
        finished.wait()
        throw error
      }
      empty.signal()
      place = (place + 1) % Self.capacity
    }
    finished.wait()
    if let failure { throw failure }
  }
}
