import FileReading
import StrictYAML
import StudyModel

/// A table of correlations between traits: a header of ids after one empty (or any) cell, then a row a trait, its id
/// first. Cells are separated by tabs or commas.
struct TraitCorrelationTable {
  /// As the file system is asked for it.
  let path: String
  /// As study.yaml writes it.
  let name: String
  let panel: Set<TraitID>

  /// Bytes of the largest table that is read: a thousand traits take less.
  private static let largestFile = 32 << 20
  private static let rounding = 1e-6

  /// - Throws: every problem of the table at once, each with its line.
  func read() throws(InputError) -> TraitCorrelations {
    let lines = try lines()
    guard let header = lines.first, header.cells.count > 1 else {
      throw InputError(problem(1, "has no header of trait ids", "begin with a line of the ids"))
    }
    let traits = header.cells.dropFirst().map(TraitID.init(rawValue:))
    var problems: [InputProblem] = []
    for (cell, trait) in zip(header.cells.dropFirst(), traits) where trait.map(panel.contains) != true {
      let remedy = "use the ids of panel.traits, or leave the trait out"
      problems.append(problem(header.number, "'\(cell)' is no trait of the panel", remedy))
    }
    let ids = traits.compactMap { $0 }
    if Set(ids).count < ids.count {
      problems.append(problem(header.number, "a trait stands twice in the header", "delete one of them"))
    }
    let rows = lines.dropFirst().map { row($0, header.cells, &problems) }
    if problems.isEmpty { problems += shape(rows, lines, ids) }
    guard problems.isEmpty else { throw InputError(problems) }
    return TraitCorrelations(file: name, traits: ids, rows: rows)
  }

  private struct Line {
    var number: Int
    var cells: [String]
  }

  private func lines() throws(InputError) -> [Line] {
    let bytes: [UInt8]
    do throws(WholeFile.Refusal) {
      bytes = try WholeFile(path: path, limit: Self.largestFile).bytes()
    } catch {
      throw InputError(InputProblem(file: name, summary: error.summary, remedy: error.remedy))
    }
    // Foundation-free: a byte order mark and carriage returns are what editors leave.
    let text = String(decoding: bytes, as: UTF8.self)
    let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    return unmarked.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { number, line in
        let separator: Character = line.contains("\t") ? "\t" : ","
        let cells = line.split(separator: separator, omittingEmptySubsequences: false).map(Self.trimmed)
        return Line(number: number + 1, cells: cells)
      }
      .filter { $0.cells != [""] }
  }

  private static func trimmed(_ cell: Substring) -> String {
    let isEdge = { (character: Character) in character.isWhitespace || character == "\"" }
    let start = cell.drop(while: isEdge)
    guard let last = start.lastIndex(where: { !isEdge($0) }) else { return "" }
    return String(start[...last])
  }

  /// The numbers of one row, whose id must be the header's at the same place.
  private func row(_ line: Line, _ header: [String], _ problems: inout [InputProblem]) -> [Double] {
    guard line.cells.count == header.count else {
      let summary = "has \(line.cells.count) cells, and the header \(header.count)"
      problems.append(problem(line.number, summary, "give one number for every trait"))
      return []
    }
    return line.cells.dropFirst().map { cell in
      guard let value = Double(cell), (-1 - Self.rounding...1 + Self.rounding).contains(value) else {
        problems.append(problem(line.number, "'\(cell)' is no correlation", "write a number from -1 to 1"))
        return .nan
      }
      return max(-1, min(1, value))
    }
  }

  /// Rows in the header's order, 1 on the diagonal, symmetric.
  private func shape(_ rows: [[Double]], _ lines: [Line], _ traits: [TraitID]) -> [InputProblem] {
    guard rows.count == traits.count else {
      let summary = "has \(rows.count) rows, and the header \(traits.count) traits"
      return [problem(nil, summary, "give one row for every trait of the header")]
    }
    for (place, trait) in traits.enumerated() {
      let line = lines[place + 1]
      guard line.cells[0] == trait.rawValue else {
        let summary = "the row begins with '\(line.cells[0])' where the header has '\(trait)'"
        return [problem(line.number, summary, "put the rows in the header's order")]
      }
      guard abs(rows[place][place] - 1) <= Self.rounding else {
        let summary = "the correlation of '\(trait)' with itself is \(rows[place][place])"
        return [problem(line.number, summary, "write 1")]
      }
      for other in 0..<place where abs(rows[place][other] - rows[other][place]) > Self.rounding {
        let summary =
          "'\(trait)' and '\(traits[other])' have the correlation \(rows[place][other]) here and "
          + "\(rows[other][place]) in line \(lines[other + 1].number)"
        return [problem(line.number, summary, "make the table symmetric")]
      }
    }
    return []
  }

  private func problem(_ line: Int?, _ summary: String, _ remedy: String) -> InputProblem {
    InputProblem(file: name, line: line, summary: summary, remedy: remedy)
  }
}
