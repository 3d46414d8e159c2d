import StudyModel

/// One row of a table of published estimates, the trait as the table names it.
package struct PublishedRow: Hashable, Sendable {
  package var direction: Direction
  package var trait: String
  package var method: String
  package var scale: PublishedEstimate.Scale
  package var estimate: Double
  package var lower: Double
  package var upper: Double
  package var pValue: PValue
  package var source: String
  /// Half a unit of the last digit that the estimate, the bounds and p are printed with.
  package var roundings: [Double]
  package var line: Int
}

extension TableReader {
  /// The rows of a table with the columns direction, trait, method, scale, estimate, ci_lower, ci_upper, p_value and
  /// source; throws as `readAssociations` does.
  package func readPublished() throws(InputError) -> [PublishedRow] {
    var rows: [PublishedRow] = []
    _ = try table.read(row: "published estimate") { header, problems in
      let layout = PublishedLayout(header: header, &problems)
      return { reader in
        if let row = layout.row(&reader) { rows.append(row) }
      }
    }
    return rows
  }
}

/// Where a table of published estimates holds what.
private struct PublishedLayout {
  private var indices: [String: Int] = [:]

  private static let names = [
    "direction", "trait", "method", "scale", "estimate", "ci_lower", "ci_upper", "p_value", "source",
  ]

  init(header: TableHeader, _ problems: inout ProblemList) {
    for name in Self.names {
      indices[name] = header.index(anyOf: [name])
      if indices[name] == nil {
        problems.add(line: 1, "there is no column “\(name)”", remedy: "name it so; \(header.description)")
      }
    }
  }

  /// Nil where something is wrong with the row, which is noted.
  func row(_ reader: inout RowReader) -> PublishedRow? {
    let direction = choice("direction", Direction.self, &reader)
    let scale = choice("scale", PublishedEstimate.Scale.self, &reader)
    let texts = ["trait", "method", "source"].map { reader.text(indices[$0]) }
    guard let trait = texts[0], let method = texts[1], let source = texts[2] else {
      reader.note("the row lacks the trait, the method or the source", remedy: "fill it in")
      return nil
    }
    let names = ["estimate", "ci_lower", "ci_upper", "p_value"]
    let printed = names.map { reader.printed(indices[$0], $0) }
    let numbers = printed.map { $0?.value }
    let p = reader.pValue(indices["p_value"])
    guard let direction, let scale else { return nil }
    guard let estimate = numbers[0], let lower = numbers[1], let upper = numbers[2], let p else {
      reader.note("the row lacks a number", remedy: "give the estimate, both bounds and p as published")
      return nil
    }
    guard lower <= upper, !scale.isExponential || lower > 0 else {
      reader.note("the interval from \(lower) to \(upper) is none", remedy: "correct its bounds or the scale")
      return nil
    }
    return PublishedRow(
      direction: direction,
      trait: trait,
      method: method,
      scale: scale,
      estimate: estimate,
      lower: lower,
      upper: upper,
      pValue: p,
      source: source,
      roundings: printed.map { $0?.rounding ?? 0 },
      line: reader.line
    )
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    _ type: Choice.Type,
    _ reader: inout RowReader
  ) -> Choice? {
    // “odds ratio” and “exp(beta)” are the codes as people write them.
    let words = reader.text(indices[name])?.lowercased().split { !$0.isLetter }
    let code = words?.joined(separator: "_")
    if let value = code.flatMap(Choice.init) { return value }
    let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    reader.note("\(name) \(reader.shown(indices[name])) is none", remedy: "write one of \(choices)")
    return nil
  }
}
