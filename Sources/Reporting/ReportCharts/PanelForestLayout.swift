import Charts

/// Lays a panel out as a forest table: all columns on a wide sheet, trait, plot and estimate on a narrow one.
struct PanelForestLayout {
  var input: PanelForestFigure
  var medium: Medium

  enum Medium {
    case wide, narrow, print
  }

  private var isNarrow: Bool { medium == .narrow }

  var table: ForestTable {
    var table = ForestTable(
      axis: input.axis,
      plotTitle: isNarrow ? input.axis.shortTitle : input.axis.title,
      domain: input.domain,
      nameHead: input.words(FigurePhrase.trait),
      after: [.init(head: head(input.estimateHead), limit: isNarrow ? 140 : .infinity)],
      items: input.groups.flatMap(items),
      words: input.words
    )
    if isNarrow {
      (table.nameLimit, table.minimumPlotWidth, table.columnGap) = (110, 110, 10)
    } else {
      table.before = [.init(head: head(input.words(FigurePhrase.variants)))]
      table.after += [
        .init(head: [TextSpan("p", TextStyle(.head, bold: true, italic: true), .ink2)]),
        .init(
          head: [TextSpan("p", TextStyle(.head, bold: true, italic: true), .ink2)]
            + head(" " + input.words(FigurePhrase.adjusted))
        ),
      ]
      table.checkHeads = input.checkHeads
    }
    guard medium == .print else { return table }
    (table.nameLimit, table.minimumPlotWidth, table.columnGap) = (220, 160, 14)
    (table.minimumRowHeight, table.headingSpace) = (16.5, (above: 5, below: 1))
    return table.withoutLongAliases(width: ReportFigure.printWidth)
  }

  private func head(_ text: String) -> [TextSpan] { [TextSpan(text, .head, .ink2)] }

  private func items(_ group: PanelForestFigure.Group) -> [ForestTable.Item] {
    let heading = ForestTable.Item.heading(
      group.isContinued
        ? input.words(TitlePhrase.continued, ["name": group.name]) : group.name,
      count: String(group.total ?? group.rows.count)
    )
    return (group.name.isEmpty ? [] : [heading]) + group.rows.map { .row(row($0)) }
  }

  private func row(_ row: PanelForestFigure.Row) -> ForestTable.Row {
    switch row.outcome {
    case .untested(let reason):
      return ForestTable.Row(
        name: name(row, ink: .ink3),
        link: row.link,
        before: isNarrow ? [] : [[TextSpan(variants(row), .body, .ink3)]],
        reason: reason
      )
    case .tested(let tested):
      let isBold = tested.evidence != .neither
      let style = TextStyle(.body, bold: isBold)
      let texts =
        isNarrow ? [TextSpan.keepingInterval(tested.estimateText)] : [tested.estimateText, tested.pText]
      let adjusted = TextStyle(.body, bold: tested.evidence == .adjusted)
      return ForestTable.Row(
        name: name(row, ink: .ink, bold: isBold),
        link: row.link,
        before: isNarrow ? [] : [[TextSpan(variants(row))]],
        plotted: tested.plotted,
        glyph: .evidence(filling(tested.evidence)),
        isBlue: isBold,
        after: texts.map { [TextSpan($0, style)] }
          + (isNarrow ? [] : [[TextSpan(tested.adjustedPText, adjusted)]]),
        checks: isNarrow ? [] : tested.checks
      )
    }
  }

  private func variants(_ row: PanelForestFigure.Row) -> String {
    row.variants.map { NumberStyle.count($0) } ?? ""
  }

  private func name(_ row: PanelForestFigure.Row, ink: Ink, bold: Bool = false) -> [TextSpan] {
    let name = [TextSpan(row.name, TextStyle(.body, bold: bold), ink)]
    return isNarrow || row.alias.isEmpty ? name : name + [TextSpan(" " + row.alias, .body, .ink3)]
  }

  private func filling(_ evidence: PanelForestFigure.Evidence) -> EvidenceMark.Filling {
    switch evidence {
    case .adjusted: .full
    case .nominal: .half
    case .neither: .open
    }
  }
}

extension ForestTable {
  /// Drops what follows the name where both do not fit on one line: on paper a row more costs a page.
  fileprivate func withoutLongAliases(width: Double) -> ForestTable {
    let room = ForestColumns(self, width: width).nameWidth
    var table = self
    table.items = items.map { item in
      guard case .row(var row) = item, row.name.count > 1, TextMetrics.width(row.name) > room else {
        return item
      }
      row.name.removeLast(row.name.count - 1)
      return .row(row)
    }
    return table
  }
}
