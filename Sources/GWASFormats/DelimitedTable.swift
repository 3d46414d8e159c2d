import StudyModel

/// Reads a table with a header: finds its delimiter, splits its records, and refuses what is not a table of
/// text.
struct DelimitedTable {
  let lines: CompressedLineReader
  let displayName: String

  /// Takes one row's values; notes what is wrong through the reader.
  typealias RowHandler = (inout RowReader) -> Void

  /// Gives the header to `open`, and each row to the handler that it returns; returns the number of rows.
  ///
  /// Throws everything that was found wrong, at once where the header is of no use.
  ///
  /// - Parameter row: what one row tells of, for messages.
  func read(
    row: String = "variant",
    open: (TableHeader, inout ProblemList) -> RowHandler
  ) throws(InputError) -> Int {
    var state = State(displayName: displayName)
    do {
      try lines.forEachLine { (line, number) throws(InputError) in
        try state.take(line, number, open)
      }
    } catch {
      // What the rows held is told along with what stopped the reading.
      for problem in error.problems where !state.hasThrown { state.rows.problems.add(problem) }
      if state.hasThrown { throw error }
    }
    return try state.finish(row)
  }

  private struct State {
    var rows: RowReader
    var hasThrown = false
    private var header: TableHeader?
    private var handler: RowHandler?
    private var count = 0
    private var shape: RowShape?
    /// Bytes so far of a record of a comma-separated table whose quoted field goes on over the line's end.
    private var pending = 0
    /// Whether all lines of the record so far are text.
    private var isText = true

    /// Bytes after which an open quote is taken for a mistake rather than for a long field.
    private static let longestContinuedRecord = 100_000

    init(displayName: String) {
      rows = RowReader(
        splitter: RecordSplitter(delimiter: .none),
        problems: ProblemList(file: displayName)
      )
    }

    mutating func take(
      _ line: UnsafeBufferPointer<UInt8>,
      _ number: Int,
      _ open: (TableHeader, inout ProblemList) -> RowHandler
    ) throws(InputError) {
      if handler == nil {
        try takeHeader(line, open)
      } else if pending > 0 {
        takeRecord(line, rows.splitter.resume(line))
      } else if !line.isEmpty {
        rows.line = number
        takeRecord(line, rows.splitter.split(line))
      }
    }

    private mutating func takeHeader(
      _ line: UnsafeBufferPointer<UInt8>,
      _ open: (TableHeader, inout ProblemList) -> RowHandler
    ) throws(InputError) {
      let delimiter = Delimiter(header: line)
      rows.splitter = RecordSplitter(delimiter: delimiter)
      if checkText(line), splitHeader(line) {
        let names = rows.splitter.fields.map { String(decoding: rows.splitter.text[$0], as: UTF8.self) }
        let header = TableHeader(names: names, delimiter: delimiter)
        for name in header.repeatedNames {
          rows.problems.add(
            line: 1,
            "the header names the column “\(TableHeader.shown(name))” more than once",
            remedy: "rename or delete all but one"
          )
        }
        self.header = header
        handler = open(header, &rows.problems)
      }
      hasThrown = !rows.problems.isEmpty
      try rows.problems.check()
    }

    private mutating func splitHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
      if line.contains(UInt8(ascii: "\r")) {
        rows.problems.add(.loneCarriageReturns(rows.problems.file))
      } else if line.starts(with: Array("##".utf8)) {
        rows.note(
          "the first line begins with ## as in a VCF, which is not read",
          remedy: "give a table whose first line names its columns"
        )
      } else if rows.splitter.delimiter == .none, let mark = Delimiter.unreadable(in: line) {
        rows.note("the columns are separated by '\(mark)'", remedy: "save the table with tabs or commas")
      } else if rows.splitter.split(line) == .openQuote {
        rows.note("the header opens a quote and does not close it", remedy: "close it")
      } else if rows.splitter.isBlank {
        rows.note(
          "the first line is empty where the header belongs",
          remedy: "begin the file with its header"
        )
      } else {
        return true
      }
      return false
    }

    /// Takes a line of the current record, which the splitter has cut; rows that hold nothing at all, as spreadsheets
    /// leave them behind, are none.
    private mutating func takeRecord(
      _ line: UnsafeBufferPointer<UInt8>,
      _ outcome: RecordSplitter.Outcome
    ) {
      guard let header, let handler else { return }
      if isText { isText = checkText(line) }
      pending += line.count + 1
      if outcome == .openQuote, header.delimiter == .comma, pending < Self.longestContinuedRecord { return }
      defer { (pending, isText) = (0, true) }
      if isText, outcome == .complete, rows.splitter.isBlank { return }
      count += 1
      guard isText else { return }
      guard outcome == .complete else {
        return rows.note("a quote is opened and not closed", remedy: "close it or take it away")
      }
      let shape = shape ?? RowShape(header: header, firstRow: rows.splitter)
      self.shape = shape
      if let misfit = shape.fit(&rows.splitter) {
        rows.note(misfit.summary, remedy: misfit.remedy)
      } else {
        handler(&rows)
      }
    }

    private mutating func checkText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      if bytes.allSatisfy({ $0 != 0 && $0 < 0x80 }) { return true }
      if bytes.contains(0) {
        rows.note("the line holds a NUL byte: this is no text file", remedy: "save the table as UTF-8 text")
      } else if String(validating: bytes, as: UTF8.self) == nil {
        rows.note("the line is not UTF-8 text", remedy: "save the table as UTF-8 text")
      } else {
        return true
      }
      return false
    }

    mutating func finish(_ row: String) throws(InputError) -> Int {
      if pending > 0 {
        rows.note("a quote is opened and not closed", remedy: "close it or take it away")
      } else if rows.problems.isEmpty, header == nil {
        rows.problems.add("the file is empty", remedy: "give a table with a header and one row a \(row)")
      } else if rows.problems.isEmpty, count == 0 {
        rows.problems.add("the file has a header and no rows", remedy: "give one row a \(row)")
      }
      try rows.problems.check()
      return count
    }
  }
}
