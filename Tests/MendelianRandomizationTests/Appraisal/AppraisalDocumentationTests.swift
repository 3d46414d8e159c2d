import Foundation
import MendelianRandomization
import StudyModel
import Testing

/// docs/appraisal.md is what readers are sent to: it must give the rule table as it runs.
@Suite struct AppraisalDocumentationTests {
  @Test func everyRuleStandsInTheDocumentationInItsOrder() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/appraisal.md"), encoding: .utf8)
    let tail = try #require(text.components(separatedBy: "## The rules").last)
    let rows = tail.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
      row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(rows.map { $0[0] } == VerdictRules.table.map(\.id))
    #expect(rows.map { $0[1] } == VerdictRules.table.map(\.evidence.rawValue))
    #expect(rows.map { $0[4] } == VerdictRules.table.map(\.reason))
    let verdicts = VerdictRules.table.map { rule in
      switch rule.verdict {
      case .noEvidenceInformative: "no evidence (informative)"
      default: rule.verdict.rawValue.replacing("_", with: " ")
      }
    }
    #expect(rows.map { $0[3] } == verdicts)
  }

  @Test func everyCheckStandsInTheDocumentation() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/appraisal.md"), encoding: .utf8)
    for check in CheckID.allCases {
      #expect(text.contains("| \(check.rawValue.replacing("_", with: "-")) |"), "\(check)")
    }
  }
}
