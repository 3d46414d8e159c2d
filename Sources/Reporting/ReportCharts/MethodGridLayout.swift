import Charts

extension MethodGridFigure {
  /// Methods as rows, traits as columns.
  var byMethod: GridTable {
    var table = GridTable(
      groups: groups.map { group in
        .init(
          name: group.name,
          columns: group.traits.map { .init(text: $0.name, isBold: $0.isMarked, link: $0.link) }
        )
      },
      sections: blocks.indices.map { block in
        .init(
          heading: blocks[block],
          rows: methods.indices.map { method in
            .cells(label(method), traits.map { .init(cell($0, block, method)) })
          }
        )
      }
    )
    (table.columnLimit, table.labelLimit) = (130, 170)
    return table
  }

  /// Traits as rows, methods as columns.
  var byTrait: GridTable {
    var table = GridTable(
      groups: [.init(name: "", columns: methods.indices.map(label))],
      sections: blocks.indices.map { block in
        .init(heading: blocks[block], rows: groups.flatMap { rows($0, block) })
      }
    )
    (table.columnLimit, table.labelLimit, table.labelsAtStart) = (120, 120, true)
    return table
  }

  private func label(_ method: Int) -> GridTable.Label {
    .init(text: methods[method].name, isBold: methods[method].isPrimary, link: nil)
  }

  private func rows(_ group: Group, _ block: Int) -> [GridTable.Row] {
    let heading: [GridTable.Row] = group.name.isEmpty ? [] : [.heading(group.name)]
    return heading
      + group.traits.map { trait in
        .cells(
          .init(text: trait.name, isBold: trait.isMarked, link: trait.link),
          methods.indices.map { .init(cell(trait, block, $0)) }
        )
      }
  }
}

extension GridTable.Glyph {
  init(_ cell: MethodGridFigure.Cell) {
    guard case .estimated(let estimate) = cell, estimate.value.isFinite, estimate.standardError.isFinite,
      estimate.standardError > 0
    else {
      self = .dash
      return
    }
    let (value, error, isNominal) = (estimate.value, estimate.standardError, estimate.isNominal)
    self = value == 0 ? .none : .triangle(isUp: value > 0, ratio: abs(value) / error, isFilled: isNominal)
  }
}
