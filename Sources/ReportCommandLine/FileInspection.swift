import Foundation
import GWASFormats
import StudyModel

/// What `inspect` says of a file.
struct FileInspection {
  let file: String
  let scan: GWASScan

  var text: String {
    ([headline] + [columns, computed, build, people, significance, index].compactMap { $0 } + unusable)
      .joined(separator: "\n")
  }

  private var headline: String {
    let others = scan.otherTestRows > 0 ? ", \(count(scan.otherTestRows)) of them of other tests" : ""
    return "\(file): \(scan.format.title) (\(scan.format.rawValue)), \(count(scan.rowCount)) rows\(others)"
  }

  private var columns: String {
    let used = ColumnRole.allCases.compactMap { role in
      scan.columns.names[role].flatMap { names in
        names.isEmpty ? nil : "\(role.rawValue) = \(names.joined(separator: " or "))"
      }
    }
    return line("columns", used.joined(separator: ", "))
  }

  private var computed: String? {
    let derived = scan.columns.derivations.map(\.words)
    return derived.isEmpty ? nil : line("computed", derived.joined(separator: "; "))
  }

  private var build: String {
    guard let build = scan.genomeBuild else {
      let reason =
        scan.columns.has(.position) || scan.format == .gwasVCF
        ? "unknown; say it in study.yaml" : "no positions; variants are matched by name"
      return line("build", reason)
    }
    if let source = scan.facts.buildSource { return line("build", "\(build), says \(source)") }
    let count = scan.witnesses.grch37 + scan.witnesses.grch38
    return line(
      "build",
      "\(build), by the positions of \(count) well-known variants; confirm it in study.yaml"
    )
  }

  private var people: String {
    var parts: [String] = []
    if let sizes = scan.sampleSizes {
      let (low, high) = (count(Int(sizes.lowerBound)), count(Int(sizes.upperBound)))
      parts.append(low == high ? "\(low) in every row" : "\(low) to \(high) by row")
    }
    if let people = scan.facts.people { parts.append("\(count(people)) as the file says") }
    if let cases = scan.facts.cases { parts.append("\(count(cases)) cases") }
    if let controls = scan.facts.controls { parts.append("\(count(controls)) controls") }
    return line("people", parts.isEmpty ? "not told; say it in study.yaml" : parts.joined(separator: ", "))
  }

  private var significance: String {
    line("p", "\(count(scan.genomeWideSignificant)) rows below 5e-8, \(count(scan.suggestive)) below 5e-6")
  }

  private var index: String? {
    let found = [".tbi", ".csi"].map { file + $0 }.first { FileManager.default.fileExists(atPath: $0) }
    return found.map { line("index", $0) }
  }

  private var unusable: [String] {
    guard scan.unusableCount > 0 else { return [line("unusable", "no row")] }
    let share = 100 * Double(scan.unusableCount) / Double(max(1, scan.rowCount - scan.otherTestRows))
    let head = line("unusable", "\(count(scan.unusableCount)) rows (\(String(format: "%.2g", share)) %)")
    let examples = scan.unusable.flatMap { reason in
      reason.examples.map {
        "    line \($0.line) \(reason.reason.words) (\(count(reason.count))): \($0.text)"
      }
    }
    return [head] + examples
  }

  private func line(_ title: String, _ text: String) -> String {
    "  " + title.padding(toLength: 10, withPad: " ", startingAt: 0) + text
  }

  private func count(_ number: Int) -> String {
    number.formatted(.number.locale(Locale(identifier: "en_GB")))
  }
}

extension DerivedValue {
  /// As a sentence tells where a number comes from.
  var words: String {
    switch self {
    case .betaFromRatio: "β from the logarithm of the ratio"
    case .standardErrorFromInterval: "standard error from the 95 % interval"
    case .standardErrorFromP: "standard error from β and p"
    case .effectFromZ: "β and standard error from z, n and the allele frequency"
    case .pFromLogarithm: "p from −log10 p"
    case .pFromEffect: "p from β and its standard error"
    case .sampleSizeFromCounts: "sample size from cases and controls"
    }
  }
}
