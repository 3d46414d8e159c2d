import StudyModel

/// The table of estimates without one variant, and what it says as a whole.
struct LeaveOneOutModel {
  let pair: PairReport

  private var context: StudyContext { pair.context }
  private var rows: [LeaveOneOutEstimate] { pair.result.leaveOneOut }

  /// Absent where there is no row.
  func value() throws -> TemplateValue {
    guard !rows.isEmpty else { return .absent }
    return .object([
      "measure": .text(pair.scale.measure),
      "level": .text(context.level),
      "rows": .list(try rows.sorted { abs($0.shift) > abs($1.shift) }.map(row)),
      "count": .number(rows.count),
      "one_row": .flag(rows.count == 1),
      "alarms": count { $0.moves.contains(.alarm) },
      "gained": count { $0.moves.contains(.significanceGained) },
      "lost": count { $0.moves.contains(.significanceLost) },
      "missing": .list(
        try (pair.result.leaveOneOutMissing ?? []).map { missing in
          .object([
            "variant": .text(missing.variant), "reason": .text(try context.text(missing.notEstimated)),
          ])
        }
      ),
      "near_null": .flag(crossesIdly),
    ])
  }

  /// Absent where no row is meant.
  private func count(_ isMeant: (LeaveOneOutEstimate) -> Bool) -> TemplateValue {
    let count = rows.count(where: isMeant)
    return count == 0
      ? .absent : .object(["count": .number(count), "one": .flag(count == 1), "level": .text(context.level)])
  }

  /// Whether the null is crossed only from within one standard error of it and by shifts below one: that says little.
  private var crossesIdly: Bool {
    let crossing = rows.filter { $0.moves.contains(.signChanged) }
    guard let full = pair.primary?.estimate, !crossing.isEmpty else { return false }
    return abs(full.value) < full.standardError && crossing.allSatisfy { abs($0.shift) < 1 }
  }

  private func row(_ row: LeaveOneOutEstimate) throws -> TemplateValue {
    let moves = try row.moves.filter { $0 != .alarm }.map { try context.words.text("move", $0.rawValue) }
    return .object([
      "variant": .text(row.variant),
      "estimate": .text(pair.display.text(row.estimate)),
      "p": .text(context.pValues.cell(row.estimate.pValue)),
      "shift": .text((row.shift > 0 ? "+" : "") + NumberStyle.fixed(row.shift, decimals: 2)),
      "q_p": .text(row.heterogeneity.map { context.pValues.cell($0.pValue) } ?? "–"),
      "alarm": .flag(row.moves.contains(.alarm)),
      "moves": .optional(moves.isEmpty ? nil : moves.joined(separator: "; ")),
      "outlier": .flag(pair.result.presso.outliers.contains(row.variant)),
    ])
  }
}
