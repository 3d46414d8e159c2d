import Foundation
import StrictYAML
import StudyModel

/// What study.yaml says of genome-wide files, of the selection from them and of the panel goes together.
struct GenomeWideCheck {
  /// What relative paths start from.
  let directory: String

  func problems(
    _ root: CheckedMapping,
    disease: CheckedMapping?,
    traits: [CheckedMapping]
  ) -> [YAMLProblem] {
    let selection = root.mapping("selection")
    let all = (disease.map { [$0] } ?? []) + traits
    guard all.contains(where: { $0.entries["gwas"] != nil }) else {
      return SelectionKeys.keys.compactMap { key in selection?.entries[key.name]?.key }.map { position in
        YAMLProblem(
          position,
          "the key chooses instruments from genome-wide files, and no trait has 'gwas'",
          remedy: "name the files under 'gwas', or delete the key"
        )
      }
    }
    return all.flatMap(unread) + repeated(all) + panelProblems(root, selection)
      + thresholdProblems(selection, all)
      + (selection.map { locationProblems($0, traits) + regionProblems($0, all) } ?? [])
  }

  /// One file cannot hold two traits.
  private func repeated(_ traits: [CheckedMapping]) -> [YAMLProblem] {
    var owners: [String: String] = [:]
    return traits.compactMap { trait in
      guard let value = trait.mapping("gwas")?.entries["file"]?.value, let path = value.text else {
        return nil
      }
      let id = trait.text("id") ?? ""
      guard let other = owners[path] else {
        owners[path] = id
        return nil
      }
      return YAMLProblem(
        value.position,
        "'\(path)' is the genome-wide file of '\(other)' already",
        remedy: "name the file of each trait"
      )
    }
  }

  /// A genome-wide file that tables on both sides leave without a reader.
  private func unread(_ trait: CheckedMapping) -> [YAMLProblem] {
    guard ["gwas", "instruments", "lookup"].allSatisfy({ trait.entries[$0] != nil }) else { return [] }
    return [
      YAMLProblem(
        trait.position(of: "gwas"),
        "'gwas' would not be read, for 'instruments' and 'lookup' take its place",
        remedy: "delete one of the three"
      )
    ]
  }

  private func panelProblems(_ root: CheckedMapping, _ selection: CheckedMapping?) -> [YAMLProblem] {
    guard let panel = selection?.mapping("ld_panel") else {
      if selection?.text("without_panel") != nil { return proxyProblems(selection) }
      return [
        YAMLProblem(
          root.position(of: "selection"),
          "instruments are to be chosen from genome-wide files, and no panel tells which go together",
          remedy: "name a PLINK 1 panel under 'selection: ld_panel', or set 'without_panel: distance'"
        )
      ]
    }
    if let entry = selection?.entries["without_panel"] {
      let summary = "'without_panel' beside 'ld_panel'"
      return [YAMLProblem(entry.key, summary, remedy: "delete one of the two")]
    }
    guard let prefix = panel.entries["prefix"]?.value, let text = prefix.text else { return [] }
    return PanelReference(prefix: text).files.compactMap {
      TableCheck(directory: directory).missing($0, at: prefix.position)
    }
  }

  private func proxyProblems(_ selection: CheckedMapping?) -> [YAMLProblem] {
    guard let entry = selection?.entries["proxies"] else { return [] }
    return [
      YAMLProblem(
        entry.key,
        "proxies are found in a panel, and there is none",
        remedy: "name one under 'ld_panel', or delete 'proxies'"
      )
    ]
  }

  /// Relaxed thresholds ascend from the first one, which a trait may have of its own.
  private func thresholdProblems(_ selection: CheckedMapping?, _ traits: [CheckedMapping]) -> [YAMLProblem] {
    guard let values = selection?.mapping("relax")?.list("thresholds"), let first = values.first else {
      return []
    }
    let steps = values.compactMap(\.number)
    guard zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }) else {
      return [
        YAMLProblem(first.position, "the relaxed thresholds do not ascend", remedy: "put the smallest first")
      ]
    }
    let start = selection?.number("p_threshold") ?? SelectionSettings().pThreshold
    guard let smallest = steps.first, smallest <= start else { return [] }
    return [
      YAMLProblem(
        first.position,
        "the relaxed threshold \(smallest) is not above the first one, \(start)",
        remedy: "set larger ones, or a smaller 'p_threshold'"
      )
    ]
  }

  private func locationProblems(_ selection: CheckedMapping, _ traits: [CheckedMapping]) -> [YAMLProblem] {
    guard let entry = selection.entries["location"], let location = entry.value.text, location != "all" else {
      return []
    }
    return traits.filter { $0.entries["gwas"] != nil && $0.entries["gene"] == nil }.map { trait in
      YAMLProblem(
        trait.position,
        "the trait has no 'gene', and 'selection: location: \(location)' asks where instruments lie from it",
        remedy: "name its gene, or take instruments of all locations"
      )
    }
  }

  private func regionProblems(_ selection: CheckedMapping, _ traits: [CheckedMapping]) -> [YAMLProblem] {
    let regions =
      selection.list("exclude_regions").compactMap(\.mapping) + traits.compactMap { $0.mapping("gene") }
    return regions.compactMap { region in
      guard let start = region.integer("start"), let end = region.integer("end"), start > end else {
        return nil
      }
      return YAMLProblem(
        region.position(of: "end"),
        "the region ends at \(end), before it starts at \(start)",
        remedy: "correct one of them"
      )
    }
  }
}

extension GenomeWideFile {
  /// Whether any trait has one.
  static func isNamed(in root: CheckedMapping) -> Bool {
    let traits = root.mapping("panel")?.list("traits").compactMap(\.mapping) ?? []
    return ([root.mapping("disease")].compactMap { $0 } + traits).contains { $0.entries["gwas"] != nil }
  }
}
