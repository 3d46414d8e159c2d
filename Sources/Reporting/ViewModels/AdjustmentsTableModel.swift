import StudyModel

/// How many tests of each family pass under each adjustment.
struct AdjustmentsTableModel {
  let context: StudyContext

  private var families: [TestFamily] { context.conclusions.families }

  /// Absent for releases made before schema version 3.
  func value() throws -> TemplateValue {
    guard families.contains(where: { $0.passingHolm != nil }) else { return .absent }
    let counts: [(code: AppraisalSettings.Adjustment, count: (TestFamily) -> Int?)] = [
      (.bonferroni, { $0.passingBonferroni }),
      (.holm, { $0.passingHolm }),
      (.benjaminiHochberg, { $0.passingBenjaminiHochberg }),
      (.benjaminiYekutieli, { $0.passingBenjaminiYekutieli }),
      (.storey, { $0.passingStorey }),
      (.effective, { $0.effectiveTests?.passing }),
    ]
    let used = counts.filter { row in families.contains { row.count($0) != nil } }
    return .object([
      "heads": .list(
        families.map { .object(["text": .text("\($0.id), \(context.words.tests($0.tested))")]) }
      ),
      "rows": .list(
        try used.map { row in
          .object([
            "name": .text(try context.words.text("adjustment_name", row.code.rawValue)),
            "cells": .list(
              families.map { family in
                .object(["text": .text(row.count(family).map { NumberStyle.count($0) } ?? "–")])
              }
            ),
          ])
        }
      ),
    ])
  }
}
