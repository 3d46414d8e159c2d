import StudyModel

/// One pair with all that the release holds of it, as the page of its trait and the tables of variants need it.
///
/// Lasts as long as that page is made: thousands of pairs would not fit into memory together.
@dynamicMemberLookup
final class PairDetails: Sendable {
  let report: PairReport
  let result: PairResult

  init(report: PairReport, result: PairResult) { (self.report, self.result) = (report, result) }

  subscript<Value>(dynamicMember member: KeyPath<PairReport, Value>) -> Value { report[keyPath: member] }

  /// Why there is no primary estimate, in words; nil where there is one.
  var missingText: String? {
    get throws { try report.missingText }
  }

  /// A phrase of the verdict sentences, by the type of the side it speaks of.
  func phrase(_ kind: String) throws -> String { try report.phrase(kind) }
}
