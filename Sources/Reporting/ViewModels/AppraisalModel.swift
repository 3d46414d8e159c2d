import Foundation
import StudyModel

/// The verdict of one pair and its gravest reasons, as the release has them, in words.
struct AppraisalModel {
  let pair: PairDetails
  let appraisal: Appraisal

  /// Nil for releases made before schema version 3.
  init?(pair: PairDetails) {
    guard let appraisal = pair.context.appraisal(pair.result.id) else { return nil }
    self.pair = pair
    self.appraisal = appraisal
  }

  private var context: StudyContext { pair.context }
  private var words: Wordbook { context.words }

  /// Steps of the meter, then the class and what speaks against a better one.
  func verdict() throws -> TemplateValue {
    let reasons = try appraisal.gravest.compactMap { id in
      try appraisal.checks.first { $0.id == id }.map(reason)
    }
    let none = try words.text("verdict_alone", appraisal.rule == "no_estimate" ? "no_estimate" : code)
    return .object([
      "meter": .text(Self.meter(appraisal.verdict.certainty)),
      "name": .text(try words.text("verdict", code)),
      "reasons": .text(reasons.isEmpty ? none : reasons.joined(separator: "; ")),
    ])
  }

  private var code: String { appraisal.verdict.rawValue }

  /// `■■□`, which the page turns into boxes.
  static func meter(_ steps: Int) -> String {
    String(repeating: "▰", count: steps) + String(repeating: "▱", count: 3 - steps)
  }

  /// One cell of the table of checks.
  func cell(_ id: CheckID) throws -> TemplateValue {
    guard let check = appraisal.checks.first(where: { $0.id == id }) else { return .absent }
    return .object([
      "status": .text(try words.text("check_status", check.status.rawValue)),
      "finding": .text(try finding(check)),
      "assessed": .flag(check.status != .cannotBeAssessed),
    ])
  }

  /// What the check found, with its numbers.
  private func finding(_ check: AppraisalCheck) throws -> String {
    let isAlone = check.finding == .independent && check.number == nil
    let code = check.finding.rawValue + (isAlone ? "_alone" : "")
    return try words.text("check_finding", code, try values(check))
  }

  /// The finding as a clause of the verdict's sentence; one that is not there names its check.
  private func reason(_ check: AppraisalCheck) throws -> String {
    guard check.finding == .notAvailable else { return try finding(check) }
    return try words.text("check_missing", check.id.rawValue, try values(check))
  }

  /// Why the release lacks what a check reads.
  private func missing(_ check: CheckID) throws -> String {
    let result = pair.result
    let reason =
      switch check {
      case .heterogeneity: result.heterogeneity.cochranNotEstimated
      case .pleiotropy: result.eggerIntercept.notEstimated
      case .outliers: result.presso.notEstimated
      case .leaveOneOut: result.leaveOneOutNotEstimated
      case .direction: result.steiger.notEstimated
      case .power: result.further?.power?.notEstimated
      case .instruments, .strength, .independence, .agreement, .multiplicity, .comparability:
        nil as NotEstimated?
      }
    let isSupplied = pair.hasOnlyResults && reason == nil
    return try (reason ?? NotEstimated(reason: isSupplied ? .onlyResultsSupplied : .notRun)).words(
      in: context
    )
  }

  private func values(_ check: AppraisalCheck) throws -> [String: String] {
    var values: [String: String] = [:]
    if check.finding == .notAvailable { values["reason"] = try missing(check.id) }
    if let subjects = check.subjects {
      let names =
        try check.id == .comparability ? subjects.map { try words.text("subject_of_check", $0) } : subjects
      values["names"] = context.words.list(names, atMost: 3)
    }
    values["who"] = phrase(.study)
    values["effect"] = phrase(pair.result.scale.outcomeType == .binary ? .ratio : .difference)
    values["per"] = phrase(pair.result.scale.exposureType == .binary ? .perOdds : .perSD)
    if let number = check.number { values["number"] = text(number, check) }
    if let threshold = check.threshold { values["threshold"] = text(threshold, check) }
    if let primary = pair.primary { values["p"] = context.pValues.cell(primary.estimate.pValue) }
    if let count = check.count {
      let isBinary = pair.result.scale.outcomeType == .binary
      let text = NumberStyle.count(count)
      values["count"] = text
      values["who"] = phrase(isBinary ? .cases : .people, ["count": text])
      values["tests"] = count == 1 ? phrase(.onlyTest) : words.tests(count)
      values["outliers"] = phrase(count == 1 ? .oneOutlier : .outliers, ["count": text])
      values["alarms"] = phrase(count == 1 ? .oneAlarm : .alarms, ["count": text])
    }
    return values
  }

  private func phrase(_ phrase: CheckPhrase, _ values: [String: String] = [:]) -> String {
    words(phrase, values)
  }

  /// A number of a check, or what it was held against, as its kind is printed.
  private func text(_ value: Double, _ check: AppraisalCheck) -> String {
    switch check.id {
    case .instruments: context.words.variants(Int(value))
    case .strength:
      check.finding == .selectedLeniently ? Self.short(value) : KeyFigures.f(value)
    case .independence: Self.short(value)
    case .heterogeneity: NumberStyle.percent(value)
    case .pleiotropy:
      [.dilutedEgger, .eggerTooDiluted].contains(check.finding)
        ? NumberStyle.percent(value) : context.pValues.cell(PValue(value))
    case .outliers, .direction, .multiplicity: context.pValues.cell(PValue(value))
    case .leaveOneOut: NumberStyle.fixed(value, decimals: 1)
    case .power: CheckThresholds.effect(value, isRatio: pair.result.scale.outcomeType == .binary)
    case .comparability: NumberStyle.percent(value)
    case .agreement: NumberStyle.significant(value, digits: 3)
    }
  }
}

extension NotEstimated {
  fileprivate func words(in context: StudyContext) throws -> String {
    // Why a part is absent of a pair that has variants stands beside the part; here it is enough that it is.
    reason == .notRun ? try context.words.text("check_missing", "unknown") : try context.text(self)
  }
}

extension AppraisalModel {
  /// One significant digit where it says all there is, otherwise two: `5 × 10⁻⁸`, `0.001`, `0.0013`.
  static func short(_ value: Double) -> String {
    let exponent = log10(abs(value)).rounded(.down)
    let first = value / pow(10, exponent)
    return NumberStyle.significant(value, digits: abs(first - first.rounded()) < 1e-9 ? 1 : 2)
  }
}

/// The thresholds of the checks, in words.
struct CheckThresholds {
  let context: StudyContext

  private var settings: AppraisalSettings { context.design.settings.appraisal ?? AppraisalSettings() }

  func text(_ id: CheckID) throws -> String {
    try context.words.text(
      "check_rule",
      id.rawValue,
      [
        "instruments": NumberStyle.count(settings.instruments),
        "few": NumberStyle.count(settings.fewInstruments),
        "strong_f": KeyFigures.f(settings.strongF),
        "selection_p": AppraisalModel.short(settings.selectionP),
        "correlated": AppraisalModel.short(settings.correlatedRSquared),
        "moderate": NumberStyle.percent(settings.moderateISquared),
        "high": NumberStyle.percent(settings.highISquared),
        "gx": NumberStyle.percent(settings.iSquaredGx),
        "low_gx": NumberStyle.percent(settings.lowISquaredGx),
        "level": context.level,
        "adjustment": try context.words.text("adjustment", settings.adjustment.rawValue),
        "ratio": Self.effect(log(settings.detectableOddsRatio), isRatio: true),
        "effect": AppraisalModel.short(settings.detectableEffect),
        "bias": NumberStyle.percent(settings.harmlessOverlapBias),
      ]
    )
  }

  /// The two effects of that size: `0.29–3.5` as odds ratios, `±0.2 SD` as a difference.
  static func effect(_ beta: Double, isRatio: Bool) -> String {
    guard isRatio else { return "±\(NumberStyle.significant(beta, digits: 2)) SD" }
    return
      "\(NumberStyle.significant(exp(-beta), digits: 2))–\(NumberStyle.significant(exp(beta), digits: 2))"
  }
}

/// The table of checks on a trait's page: one line a check, one column a direction.
struct ChecksTableModel {
  let context: StudyContext
  let reports: [PairDetails]

  /// Absent where no direction has an appraisal with an estimate behind it.
  func value() throws -> TemplateValue {
    let appraisals = reports.filter { $0.primary != nil }.compactMap(AppraisalModel.init)
    guard !appraisals.isEmpty else { return .absent }
    let thresholds = CheckThresholds(context: context)
    return .object([
      "heads": .list(
        try appraisals.map { model in
          let direction = try context.words.text("direction", model.pair.result.direction.rawValue)
          let count = context.words.variants(model.pair.variantCount)
          return .object(["text": .text("\(direction), \(count)")])
        }
      ),
      "rows": .list(
        try CheckID.allCases.map { id in
          .object([
            "name": .text(try context.words.text("check_name", id.rawValue)),
            "rule": .text(try thresholds.text(id)),
            "cells": .list(try appraisals.map { try $0.cell(id) }),
          ])
        }
      ),
    ])
  }
}
