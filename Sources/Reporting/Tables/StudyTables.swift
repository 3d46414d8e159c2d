import StudyModel

/// The tables of a whole study, written while each pair is read once, and what the pages of text say of them.
struct StudyTables {
  /// Rows of each.
  let rowCounts: [SupplementaryTable: Int]
  let instruments: InstrumentPages

  /// Tables that a site has a file of; `estimates.tsv` at its top holds more than S3.
  static let onSite = SupplementaryTable.allCases.filter { $0 != .estimates }

  /// Hands on `estimates.tsv`, of every pair, and the tables of those that are shown: forward before reverse.
  ///
  /// - Parameter folder: of the study in the site.
  /// - Throws: where a pair's file has changed since the release was opened, and what the sink throws.
  init(context: StudyContext, folder: String, to sink: SiteFileSink) throws {
    var estimates = TableStream(path: "\(folder)/estimates.tsv", header: EstimatesTable.columns)
    var streams = Self.onSite.map { table in
      let path = "\(folder)/tables/\(table.fileName)"
      return (table: table, stream: TableStream(path: path, header: table.columns.map(\.name)))
    }
    var instruments = InstrumentPages(context: context)
    for report in context.directions.flatMap(context.pairs) {
      let pair = try context.details(report)
      try estimates.add(EstimatesTable.rows(of: pair), to: sink)
      guard context.isShown(report.trait.id) else { continue }
      instruments.add(pair)
      for index in streams.indices {
        try streams[index].stream.add(streams[index].table.rows(of: pair), to: sink)
      }
    }
    try estimates.finish(to: sink)
    for index in streams.indices {
      if !streams[index].table.isByPair {
        try streams[index].stream.add(streams[index].table.rows(of: context), to: sink)
      }
      try streams[index].stream.finish(to: sink)
    }
    rowCounts = Dictionary(streams.map { ($0.table, $0.stream.rowCount) }) { first, _ in first }
    self.instruments = instruments
  }
}
