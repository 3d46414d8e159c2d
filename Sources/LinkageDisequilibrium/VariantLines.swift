import Foundation
import StudyModel

/// The lines of a .bim, read in blocks.
struct VariantLines {
  let path: String
  /// As the person wrote it.
  let name: String

  private static let blockSize = 1 << 18
  private static let newline = UInt8(ascii: "\n")

  /// Lines of the file.
  func count() throws(InputError) -> Int {
    var count = 0
    try forEachLine { (_, _) throws(InputError) in count += 1 }
    return count
  }

  /// Gives every variant; throws at the first line that is none.
  func forEach(_ body: (PanelVariant) -> Void) throws(InputError) {
    try forEachLine { (line, index) throws(InputError) in body(try variant(line, index)) }
  }

  private func forEachLine(
    _ body: (UnsafeBufferPointer<UInt8>, Int) throws(InputError) -> Void
  ) throws(InputError) {
    guard let file = fopen(path, "r") else {
      let isThere = errno != ENOENT && errno != ENOTDIR
      throw InputError(
        InputProblem(
          file: name,
          summary: isThere ? "cannot be read" : "there is no such file",
          remedy: isThere
            ? "check the permissions of the file"
            : "name the panel by the path that its .bed, .bim and .fam share"
        )
      )
    }
    defer { fclose(file) }
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.blockSize)
    defer { block.deallocate() }
    var held = 0
    var index = 0
    while true {
      let read = fread(block + held, 1, Self.blockSize - held, file)
      if read == 0 {
        guard ferror(file) == 0 else { throw problem(index, "cannot be read to its end", "copy it again") }
        if held > 0 { try body(UnsafeBufferPointer(start: block, count: held), index) }
        return
      }
      held += read
      var start = 0
      while start < held, let end = memchr(block + start, Int32(Self.newline), held - start) {
        let stop = end.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(block)
        if stop > start {
          try body(UnsafeBufferPointer(start: block + start, count: stop - start), index)
          index += 1
        }
        start = stop + 1
      }
      guard start > 0 || held < Self.blockSize else {
        throw problem(index, "the line is longer than \(Self.blockSize) bytes", "take a PLINK 1 fileset")
      }
      memmove(block, block + start, held - start)
      held -= start
    }
  }

  private func variant(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) throws(InputError) -> PanelVariant {
    var fields: (Range<Int>, Range<Int>, Range<Int>, Range<Int>, Range<Int>, Range<Int>) = (
      0..<0, 0..<0, 0..<0, 0..<0, 0..<0, 0..<0
    )
    var found = 0
    var place = 0
    while place < line.count {
      while place < line.count, line[place] <= UInt8(ascii: " ") { place += 1 }
      let start = place
      while place < line.count, line[place] > UInt8(ascii: " ") { place += 1 }
      guard place > start else { break }
      switch found {
      case 0: fields.0 = start..<place
      case 1: fields.1 = start..<place
      case 2: fields.2 = start..<place
      case 3: fields.3 = start..<place
      case 4: fields.4 = start..<place
      case 5: fields.5 = start..<place
      default: break
      }
      found += 1
    }
    guard found == 6 else {
      let remedy = "a .bim has chromosome, name, centimorgans, position and two alleles"
      throw problem(index, "the line has \(found) fields, not 6", remedy)
    }
    let position = text(line, fields.3)
    guard let number = Int(position) else {
      throw problem(index, "the position “\(position.prefix(40))” is not a whole number", "correct the line")
    }
    return PanelVariant(
      index: index,
      id: text(line, fields.1),
      chromosome: Self.chromosome(text(line, fields.0)),
      // PLINK leaves variants with a negative position out of every analysis; none matches a candidate here.
      position: number,
      firstAllele: text(line, fields.4).uppercased(),
      secondAllele: text(line, fields.5).uppercased()
    )
  }

  private func text(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: line[range]), as: UTF8.self)
  }

  /// PLINK writes the sex chromosomes as numbers.
  private static func chromosome(_ text: String) -> String {
    ChromosomeName.normalised(text)
  }

  private func problem(_ index: Int, _ summary: String, _ remedy: String) -> InputError {
    InputError(InputProblem(file: name, line: index + 1, summary: summary, remedy: remedy))
  }
}
