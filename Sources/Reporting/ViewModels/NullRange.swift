import Foundation
import StudyModel

/// What intervals leave open where nothing was found, so that a reader can tell “nothing there” from “too few people to
/// see it”: how many still reach a halving or a doubling of the odds, or a fifth of a standard deviation.
struct NullRange {
  /// Displayed odds ratios at and beyond which an interval counts as wide.
  static let oddsRatios = (low: 0.5, high: 2.0)
  /// In standard deviations: a small effect by the usual measure (Cohen 1988).
  static let standardDeviations = 0.2

  /// Pairs with a primary estimate.
  let pairs: [PairReport]
  let isSeveral: Bool

  /// Of one pair whose p is not below the level; nothing of any other.
  init(pair: PairReport) {
    let level = pair.context.design.settings.significanceLevel
    let isNull = pair.primary.map { $0.estimate.pValue.value >= level } ?? false
    pairs = isNull ? [pair] : []
    isSeveral = false
  }

  /// Of all tests of one direction, none of which passes.
  init(direction pairs: [PairReport]) {
    self.pairs = pairs.filter { $0.primary != nil }
    isSeveral = true
  }

  /// Absent where there is nothing to say, or the pairs share no scale.
  var value: TemplateValue {
    guard let first = pairs.first else { return .absent }
    let scales = pairs.map(\.outline.scale)
    guard scales.allSatisfy({ $0.outcomeType == first.outline.scale.outcomeType }) else { return .absent }
    let content = first.display.isRatio ? ratio : difference(scales)
    guard let content else { return .absent }
    let per = Set(pairs.map(\.scale.per))
    let common: [String: TemplateValue] = [
      "several": .flag(isSeveral), "total": .number(pairs.count),
      "panel": .text(first.context.design.panel.name),
      "per": .optional(per.count == 1 ? per.first : nil),
    ]
    let kinds = ["ratio_wide", "ratio_narrow", "difference_wide", "difference_narrow"]
    return .object(
      Dictionary(
        kinds.map { kind -> (String, TemplateValue) in
          guard kind == content.kind else { return (kind, .absent) }
          return (kind, .object(common.merging(content.numbers) { _, own in own }))
        }
      ) { first, _ in first }
    )
  }

  private var intervals: [(low: Double, high: Double)] {
    pairs.compactMap { pair in
      pair.primary.map {
        (pair.display.value($0.estimate.interval.lower), pair.display.value($0.estimate.interval.upper))
      }
    }
  }

  /// One of the kinds of sentence, with its own numbers.
  private typealias Content = (kind: String, numbers: [String: TemplateValue])

  private var ratio: Content? {
    let limits = Self.oddsRatios
    let wide = intervals.filter { $0.low <= limits.low || $0.high >= limits.high }
    let texts: [String: TemplateValue] = [
      "low": .text(NumberStyle.significant(limits.low, digits: 1)),
      "high": .text(NumberStyle.significant(limits.high, digits: 1)),
    ]
    if wide.isEmpty {
      let low = intervals.map(\.low).min() ?? 1
      let high = intervals.map(\.high).max() ?? 1
      let bounds: [String: TemplateValue] = [
        "lower": .text(NumberStyle.fixed((low * 100).rounded(.down) / 100, decimals: 2)),
        "upper": .text(NumberStyle.fixed((high * 100).rounded(.up) / 100, decimals: 2)),
      ]
      return ("ratio_narrow", texts.merging(bounds) { own, _ in own })
    }
    let counts: [String: TemplateValue] = [
      "count": .number(wide.count), "most": .flag(2 * wide.count >= pairs.count),
      "reaches_low": .flag(wide.contains { $0.low <= limits.low }),
      "reaches_high": .flag(wide.contains { $0.high >= limits.high }),
    ]
    return ("ratio_wide", texts.merging(counts) { own, _ in own })
  }

  /// Only standard deviations have a limit; of other units the largest bound is said, of unknown ones nothing.
  private func difference(_ scales: [EffectScale]) -> Content? {
    guard let units = scales[0].outcomeUnits, scales.allSatisfy({ $0.outcomeUnits == units }) else {
      return nil
    }
    let bounds = intervals.map { max(abs($0.low), abs($0.high)) }
    guard let largest = bounds.max(), largest > 0, largest.isFinite else { return nil }
    let wide = units == "SD" ? bounds.filter { $0 >= Self.standardDeviations }.count : 0
    let limit = NumberStyle.significant(Self.standardDeviations, digits: 1)
    if wide > 0 {
      return (
        "difference_wide",
        [
          "count": .number(wide), "most": .flag(2 * wide >= pairs.count), "limit": .text("\(limit) \(units)"),
        ]
      )
    }
    return (
      "difference_narrow",
      [
        "bound": .text("\(Self.roundedUp(largest)) \(units)"),
        "limit": .optional(units == "SD" ? "\(limit) \(units)" : nil),
      ]
    )
  }

  /// To two significant digits and never below the value.
  static func roundedUp(_ value: Double) -> String {
    let unit = pow(10, log10(value).rounded(.down) - 1)
    return NumberStyle.significant((value / unit).rounded(.up) * unit, digits: 2)
  }
}
