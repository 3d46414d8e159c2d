import Foundation

/// The columns that TwoSampleMR's `generate_odds_ratios()` adds, which say again what b and se say: a table in
/// which they say something else was put together wrongly.
struct IntervalColumns {
  let columns: ResultColumns

  static let names = ["lo_ci", "up_ci", "or", "or_lci95", "or_uci95"]

  /// What the column holds of b and se: b + `step` · se, exponentiated or not.
  private struct Meaning {
    var name: String
    var step: Double
    var isExponentiated: Bool
    var words: String
  }

  private static let meanings = [
    Meaning(name: "lo_ci", step: -1.96, isExponentiated: false, words: "b − 1.96 se"),
    Meaning(name: "up_ci", step: 1.96, isExponentiated: false, words: "b + 1.96 se"),
    Meaning(name: "or", step: 0, isExponentiated: true, words: "exp(b)"),
    Meaning(name: "or_lci95", step: -1.96, isExponentiated: true, words: "exp(b − 1.96 se)"),
    Meaning(name: "or_uci95", step: 1.96, isExponentiated: true, words: "exp(b + 1.96 se)"),
  ]

  /// Notes the columns that do not agree with b and se, rounding allowed.
  func check(_ value: PrintedNumber?, _ error: PrintedNumber?, _ reader: inout RowReader) {
    for meaning in Self.meanings {
      guard let column = columns[meaning.name], let text = reader.text(column) else { continue }
      guard let value, let error else {
        // What is wrong with b or se is noted already.
        if reader.text(columns["b"]) == nil {
          reader.note(
            "\(meaning.name) \(reader.shown(column)) stands without b",
            remedy: "write NA for it as well"
          )
        }
        continue
      }
      guard let expected = Self.expected(meaning, value, error) else {
        reader.note(
          "b and se are too large to say what \(meaning.name) should be",
          remedy: "correct the row or delete the column"
        )
        return
      }
      if text.lowercased() == "inf", expected.upperBound == .infinity { continue }
      guard let printed = reader.printed(column, meaning.name) else { continue }
      let rounding = printed.rounding
      if printed.value + rounding < expected.lowerBound || printed.value - rounding > expected.upperBound {
        reader.note(
          "\(meaning.name) \(reader.shown(column)) is not \(meaning.words)",
          remedy: "correct the row or delete the column"
        )
      }
    }
  }

  /// Where the number may lie, for b and se are rounded too; 1.96 is itself a rounded quantile. Nil where b or se
  /// leaves the range of doubles.
  private static func expected(
    _ meaning: Meaning,
    _ value: PrintedNumber,
    _ error: PrintedNumber
  ) -> ClosedRange<Double>? {
    let centre = value.value + meaning.step * error.value
    let slack =
      value.rounding + abs(meaning.step) * (error.rounding + 1e-4 * error.value) + 1e-9 * abs(centre)
    guard (centre - slack).isFinite, (centre + slack).isFinite else { return nil }
    let bounds = (centre - slack)...(centre + slack)
    return meaning.isExponentiated ? exp(bounds.lowerBound)...exp(bounds.upperBound) : bounds
  }
}
