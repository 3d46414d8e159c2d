import Foundation
import ReleaseFormat
import StudyModel

/// `results.json`: what the pages say of every pair, for programs. Numbers are the release's, on the scale of analysis
/// (log odds); texts are codes, never sentences.
struct ResultsDocument: Encodable {
  static let fileName = "results.json"

  /// Raise when a key is renamed, removed or given another meaning.
  static let version = 1

  let version = Self.version
  let study: String
  let title: String
  let question: String
  let date: String
  let tool: String
  let toolVersion: String
  let simulated: Bool
  let significanceLevel: Double
  let primaryMethod: MethodID

  struct Pair: Encodable {
    let pair: PairID
    let trait: TraitID
    let name: String
    let group: String?
    let direction: Direction
    let exposure: TraitID
    let outcome: TraitID
    let status: PairStatus
    let variants: Int
    let scale: EffectScale
    /// Nil where there is none; the reason stands in the release's file.
    let primary: Primary?
    let adjusted: AdjustedTest?
    let family: String?
    let familyTests: Int?
    let evidence: String
    let verdict: Verdict?
    /// In the order of the checks.
    let checks: [Check]?
    /// From the folder of this file.
    let page: String?
    let file: String
  }

  struct Primary: Encodable {
    let method: MethodID
    let beta: Double
    let standardError: Double
    let lower: Double
    let upper: Double
    let p: PValue
  }

  struct Check: Encodable {
    let check: CheckID
    let status: CheckStatus
  }

  init(context: StudyContext) {
    let (design, header) = (context.design, context.header)
    (study, title, question, date) = (design.id.rawValue, design.title, design.question, design.date)
    (tool, toolVersion, simulated) = (header.tool, header.toolVersion, header.truth != nil)
    significanceLevel = design.settings.significanceLevel
    primaryMethod = design.settings.primaryMethod
  }

  /// Hands on the document in parts: one line a pair, and the rest behind them.
  static func write(_ context: StudyContext, _ part: ([UInt8]) throws -> Void) throws {
    var text = "{\n  \"pairs\": ["
    var separator = "\n"
    for report in context.directions.flatMap(context.pairs) {
      let line = JSONLayout.line(try ModelCoding.encode(Pair(report), file: fileName))
      text += separator + "    " + String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
      separator = ",\n"
      guard text.utf8.count >= partSize else { continue }
      try part(Array(text.utf8))
      text = ""
    }
    text += separator == "\n" ? "],\n" : "\n  ],\n"
    let token = try ModelCoding.encode(ResultsDocument(context: context), file: fileName)
    // The members behind the first brace and its line end.
    try part(Array(text.utf8) + JSONLayout.document(token).dropFirst(2))
  }

  /// Bytes of text that are gathered before they leave.
  private static let partSize = 1 << 18
}

extension ResultsDocument.Pair {
  init(_ report: PairReport) {
    let (outline, context) = (report.outline, report.context)
    let appraisal = context.appraisal(outline.id)
    self.init(
      pair: outline.id,
      trait: report.trait.id,
      name: report.trait.name,
      group: report.trait.group,
      direction: outline.direction,
      exposure: outline.exposure,
      outcome: outline.outcome,
      status: outline.status,
      variants: report.variantCount,
      scale: outline.scale,
      primary: report.primary.map(ResultsDocument.Primary.init),
      adjusted: report.adjustment?.test,
      family: report.adjustment?.family.id,
      familyTests: report.adjustment?.family.tested,
      evidence: report.evidence.rawValue,
      verdict: appraisal?.verdict,
      checks: appraisal?.checks.map { .init(check: $0.id, status: $0.status) },
      page: context.isShown(report.trait.id) ? report.pagePath : nil,
      file: "release/pairs/\(outline.id).json"
    )
  }
}

extension ResultsDocument.Primary {
  init(_ estimate: CausalEstimate) {
    self.init(
      method: estimate.method,
      beta: estimate.estimate.value,
      standardError: estimate.estimate.standardError,
      lower: estimate.estimate.interval.lower,
      upper: estimate.estimate.interval.upper,
      p: estimate.estimate.pValue
    )
  }
}
