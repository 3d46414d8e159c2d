import CXLSXWriter
import Foundation
import Reporting

/// Supplementary tables as a workbook of Excel, by libxlsxwriter: a sheet of contents, then a sheet a table with its title,
/// notes on its columns, frozen heads, number formats and a filter. Numbers are numbers; text is never a formula. The same
/// tables give the same bytes.
package struct Workbook {
  /// The words of the sheet of contents and of the heads, as the templates have them.
  package struct Words: Sendable {
    package var contents: String
    package var table: String
    package var holds: String
    package var rows: String
    /// Beneath the title of the contents.
    package var release: String
    /// In the place of rows where there are none.
    package var empty: String
    /// Over a table, by its number and title.
    package var heading: @Sendable (SupplementarySheet) throws -> String

    package init(
      contents: String,
      table: String,
      holds: String,
      rows: String,
      release: String,
      empty: String,
      heading: @escaping @Sendable (SupplementarySheet) throws -> String
    ) {
      (self.contents, self.table, self.holds, self.rows) = (contents, table, holds, rows)
      (self.release, self.empty, self.heading) = (release, empty, heading)
    }
  }

  private let title: String
  private let author: String
  private let created: time_t
  private let words: Words

  /// - Parameter date: `2026-11-24`, the study's own; the clock is not asked.
  package init(title: String, author: String, date: String, words: Words) {
    (self.title, self.author, self.words) = (title, author, words)
    created = Self.seconds(date)
  }

  /// Rows of a sheet of Excel, less the three above the data.
  package static let rowLimit = 1_048_576 - 3

  /// Above this many cells the library keeps rows in a file instead of in memory.
  private static let cellsInMemory = 2_000_000

  /// Writes the workbook.
  ///
  /// - Throws: `AttachmentError` where the file cannot be written.
  package func write(_ sheets: [SupplementarySheet], to path: String) throws {
    let cells = sheets.map { $0.rows.count * $0.columns.count }.reduce(0, +)
    var options = lxw_workbook_options()
    options.constant_memory = cells > Self.cellsInMemory ? 1 : 0
    guard let book = workbook_new_opt(path, &options) else {
      throw AttachmentError("\(path): the workbook cannot be begun")
    }
    setProperties(of: book)
    let formats = CellFormats(book)
    let parts = sheets.flatMap(Self.parts)
    try writeContents(parts, book, formats)
    for part in parts { try write(part, book, formats) }
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR else {
      throw AttachmentError("\(path): \(String(cString: lxw_strerror(error)))")
    }
  }

  private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
    title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = created
        _ = workbook_set_properties(book, &properties)
      }
    }
  }

  /// Midnight of the day, in UTC; 0 for what is no date.
  private static func seconds(_ date: String) -> time_t {
    let parts = date.split(separator: "-").compactMap { Int32($0) }
    guard parts.count == 3 else { return 0 }
    var time = tm()
    (time.tm_year, time.tm_mon, time.tm_mday) = (parts[0] - 1900, parts[1] - 1, parts[2])
    return timegm(&time)
  }
}

// MARK: Sheets

extension Workbook {
  /// A table, or what of it fits on one sheet.
  private struct Part {
    let sheet: SupplementarySheet
    let rows: ArraySlice<[SupplementarySheet.Cell]>
    /// `S1`, or `S1 (2)`.
    let name: String
    let total: Int
  }

  private static func parts(_ sheet: SupplementarySheet) -> [Part] {
    let count = max((sheet.rows.count + rowLimit - 1) / rowLimit, 1)
    return (0..<count).map { index in
      let start = index * rowLimit
      return Part(
        sheet: sheet,
        rows: sheet.rows[start..<min(start + rowLimit, sheet.rows.count)],
        name: index == 0 ? sheet.number : "\(sheet.number) (\(index + 1))",
        total: sheet.rows.count
      )
    }
  }

  private func writeContents(
    _ parts: [Part],
    _ book: UnsafeMutablePointer<lxw_workbook>,
    _ formats: CellFormats
  ) throws {
    let sheet = try add(words.contents, book)
    worksheet_set_column(sheet, 0, 0, 10, nil)
    worksheet_set_column(sheet, 1, 1, 60, nil)
    worksheet_set_column(sheet, 2, 2, 12, nil)
    try text(title, sheet, 0, 0, formats.title)
    try text(words.release, sheet, 1, 0, nil)
    for (column, head) in [words.table, words.holds, words.rows].enumerated() {
      try text(head, sheet, 3, UInt16(column), formats.head)
    }
    for (index, part) in parts.enumerated() {
      let row = UInt32(4 + index)
      _ = worksheet_write_url_opt(sheet, row, 0, "internal:'\(part.name)'!A1", formats.link, part.name, nil)
      try text(part.sheet.title, sheet, row, 1, nil)
      worksheet_write_number(sheet, row, 2, Double(part.rows.count), formats.count)
    }
    worksheet_freeze_panes(sheet, 4, 0)
  }

  private func write(_ part: Part, _ book: UnsafeMutablePointer<lxw_workbook>, _ formats: CellFormats) throws
  {
    let (columns, sheet) = (part.sheet.columns, try add(part.name, book))
    for (index, column) in columns.enumerated() {
      worksheet_set_column(sheet, UInt16(index), UInt16(index), Self.width(column, part, index), nil)
    }
    try text(try words.heading(part.sheet), sheet, 0, 0, formats.title)
    worksheet_set_row(sheet, 1, 48, nil)
    for (index, column) in columns.enumerated() {
      try text(column.note, sheet, 1, UInt16(index), formats.note)
      try text(column.header, sheet, 2, UInt16(index), formats.head)
    }
    for (row, cells) in part.rows.enumerated() {
      for (index, cell) in cells.enumerated() {
        try write(cell, sheet, UInt32(row + 3), UInt16(index), formats.format(columns[index].format))
      }
    }
    if part.rows.isEmpty { try text(words.empty, sheet, 3, 0, nil) }
    worksheet_freeze_panes(sheet, 3, 1)
    if !part.rows.isEmpty, let last = UInt16(exactly: columns.count - 1) {
      worksheet_autofilter(sheet, 2, 0, UInt32(part.rows.count + 2), last)
    }
  }

  private func add(_ name: String, _ book: UnsafeMutablePointer<lxw_workbook>) throws
    -> UnsafeMutablePointer<lxw_worksheet>
  {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw AttachmentError("the sheet “\(name)” cannot be added: Excel allows 31 letters, none of []:*?/\\")
    }
    return sheet
  }

  /// From the head and the first rows; wide texts go on in the cell.
  private static func width(_ column: SupplementarySheet.Column, _ part: Part, _ index: Int) -> Double {
    let cells = part.rows.prefix(200).map { cell -> Int in
      if case .text(let text) = cell[index] { return text.count }
      return column.format == .text ? 4 : 9
    }
    return Double(min(max((cells.max() ?? 0) + 2, min(column.header.count + 4, 22), 9), 40))
  }
}

// MARK: Cells

extension Workbook {
  private func write(
    _ cell: SupplementarySheet.Cell,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ row: UInt32,
    _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) throws {
    switch cell {
    case .missing: break
    case .number(let value): worksheet_write_number(sheet, row, column, value, format)
    case .text(let words): try text(words, sheet, row, column, nil)
    }
  }

  /// As text, whatever it begins with; what XML has no character for becomes a space.
  private func text(
    _ words: String,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ row: UInt32,
    _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) throws {
    guard !words.isEmpty else { return }
    let clean = String(
      String.UnicodeScalarView(
        words.unicodeScalars.map { $0.value < 0x20 || (0xFFFE...0xFFFF).contains($0.value) ? " " : $0 }
      )
    )
    let error = worksheet_write_string(sheet, row, column, clean, format)
    guard error == LXW_NO_ERROR else {
      let beginning = clean.prefix(40)
      throw AttachmentError(
        "“\(beginning)…” cannot stand in a sheet: \(String(cString: lxw_strerror(error)))"
      )
    }
  }
}

/// The formats of a workbook's cells.
private struct CellFormats {
  let title: UnsafeMutablePointer<lxw_format>?
  let note: UnsafeMutablePointer<lxw_format>?
  let head: UnsafeMutablePointer<lxw_format>?
  let link: UnsafeMutablePointer<lxw_format>?
  let count: UnsafeMutablePointer<lxw_format>?
  private let number: UnsafeMutablePointer<lxw_format>?
  private let share: UnsafeMutablePointer<lxw_format>?
  private let pValue: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ pattern: String) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(book)
      format_set_num_format(format, pattern)
      return format
    }
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    note = workbook_add_format(book)
    format_set_italic(note)
    format_set_text_wrap(note)
    format_set_font_size(note, 9)
    format_set_align(note, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    head = workbook_add_format(book)
    format_set_bold(head)
    format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
    link = workbook_add_format(book)
    format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    count = format("0")
    number = format("0.0000")
    share = format("0.000")
    pValue = format("[<0.001]0.0E+00;0.000")
  }

  func format(_ format: TableFileColumn.Format) -> UnsafeMutablePointer<lxw_format>? {
    switch format {
    case .text: nil
    case .count: count
    case .number: number
    case .share: share
    case .pValue: pValue
    }
  }
}
