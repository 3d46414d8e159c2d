import StudyModel

/// The table of estimates without one variant, and what it says as a whole.
struct LeaveOneOutModel {
  let pair: PairDetails

  private var context: StudyContext { pair.context }
  private var rows: [LeaveOneOutEstimate] { pair.result.leaveOneOut }

  /// Absent where there is no row.
  func value() throws -> TemplateValue {
    guard !rows.isEmpty else { return .absent }
    let influences = influence
    return .object([
      "measure": .text(pair.scale.measure),
      "level": .text(context.level),
      "rows": .list(try rows.sorted { abs($0.shift) > abs($1.shift) }.map { try row($0, influences) }),
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
      "influence": .flag(!influences.isEmpty),
      "further": .list(try further()),
    ])
  }

  private var influence: [String: VariantInfluence] {
    Dictionary((pair.result.further?.influence ?? []).map { ($0.variant, $0) }) { first, _ in first }
  }

  /// What leaving out does to the other methods that were asked for: a line each, all numbers being in the release.
  private func further() throws -> [TemplateValue] {
    try (pair.result.further?.leaveOneOut ?? []).compactMap { series in
      let name = context.methodName(series.method)
      guard let lowest = series.rows.min(by: { $0.estimate.value < $1.estimate.value }),
        let highest = series.rows.max(by: { $0.estimate.value < $1.estimate.value })
      else { return nil }
      let alarms = series.rows.filter { $0.moves.contains(.alarm) }.map(\.variant)
      return .object([
        "method": .text(name), "measure": .text(pair.scale.measure),
        "lowest": .text(pair.display.valueText(lowest.estimate)), "lowest_variant": .text(lowest.variant),
        "highest": .text(pair.display.valueText(highest.estimate)), "highest_variant": .text(highest.variant),
        "alarms": alarms.isEmpty
          ? .absent
          : .object([
            "one": .flag(alarms.count == 1), "names": .text(context.words.list(alarms, atMost: 12)),
          ]),
        "simulated": .optional(simulated(series)),
        "missing": .optional(try series.missing?.first.map { try context.text($0.notEstimated) }),
      ])
    }
  }

  /// The largest Monte-Carlo error of a simulated standard error, as a share of it.
  private func simulated(_ series: LeaveOneOutSeries) -> String? {
    series.rows.compactMap { row in row.monteCarloError.map { $0 / row.estimate.standardError } }.max()
      .map { NumberStyle.percent($0) }
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

  private func row(_ row: LeaveOneOutEstimate, _ influences: [String: VariantInfluence]) throws
    -> TemplateValue
  {
    let moves = try row.moves.filter { $0 != .alarm }.map { try context.words.text("move", $0.rawValue) }
    let own = influences[row.variant]
    return .object([
      "variant": .text(row.variant),
      "cook": own.map {
        .object([
          "distance": .text(NumberStyle.significant($0.cooksDistance, digits: 2)),
          "residual": .text($0.studentisedResidual.map { NumberStyle.fixed($0, decimals: 1) } ?? "–"),
          "large": .flag($0.isInfluential),
        ])
      } ?? .absent,
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
