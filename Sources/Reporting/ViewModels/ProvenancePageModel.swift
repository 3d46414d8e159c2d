import StudyModel

/// The provenance page: inputs with checksums, settings, versions, samples.
struct ProvenancePageModel {
  let context: StudyContext
  /// The release's own files, relative to the release.
  let files: [String]

  private var design: StudyDesign { context.design }

  func value() throws -> TemplateValue {
    .object([
      "facts": rows(facts),
      "files": .list(
        files.map { .object(["path": .text($0), "href": .text("release/" + $0)]) }
      ),
      "inputs": .list(try context.header.inputs.map(input)),
      "settings": rows(settings),
      "samples": .list((design.panel.traits + [design.disease]).map(sample)),
      "overlaps": .list(overlaps.map { .object(["text": .text($0)]) }),
      "citation": citation,
    ])
  }

  private var facts: [(String, String)] {
    [
      ("Study", design.id.rawValue), ("Title", design.title), ("Authors", DisplayName.list(design.authors)),
      ("Date of the release", design.date),
      ("Tool", "\(context.header.tool) \(context.header.toolVersion)"),
      ("Schema version", String(context.header.schemaVersion)), ("Seed", String(design.seed)),
      ("Command", "mrreport analyse study.yaml --release DIR"),
    ]
  }

  private var settings: [(String, String)] {
    let settings = design.settings
    return [
      ("p threshold", settings.pThreshold.map { NumberStyle.significant($0, digits: 3) } ?? "as supplied"),
      ("Harmonising", (try? context.words.text("policy_name", settings.harmonisation.policy.rawValue)) ?? ""),
      ("Ambiguity window", "0.5 ± \(settings.harmonisation.ambiguityWindow)"),
      ("Frequency clash", "\(settings.harmonisation.frequencyClash)"),
      ("Methods", settings.methods.map(context.methodName).joined(separator: "; ")),
      ("Primary method", context.methodName(settings.primaryMethod)),
      ("Bootstrap draws", NumberStyle.count(settings.bootstrapDraws)),
      ("Significance level", context.level),
    ]
  }

  private func rows(_ rows: [(String, String)]) -> TemplateValue {
    .list(rows.map { .object(["label": .text($0), "value": .text($1)]) })
  }

  private func input(_ file: InputFile) throws -> TemplateValue {
    .object([
      "file": .text(file.id),
      "role": .text(try context.words.text("role", file.role.rawValue)),
      "layout": .text(
        context.words.has("layout", file.layout)
          ? try context.words.text("layout", file.layout) : file.layout
      ),
      "trait": .text(file.trait.flatMap { design.trait($0)?.name } ?? "–"),
      "rows": .number(file.rows),
      "sha": .text("`\(file.sha256.filter(\.isHexDigit))`"),
    ])
  }

  private func sample(_ trait: Trait) -> TemplateValue {
    let cases = trait.sampleSize.cases.map { cases in
      NumberStyle.count(cases) + ", " + (trait.sampleSize.controls.map { NumberStyle.count($0) } ?? "–")
    }
    return .object([
      "name": .text(trait.name),
      "type": .text(trait.type.rawValue + (trait.units.map { ", \($0)" } ?? "")),
      "people": .text(trait.sampleSize.people.map { NumberStyle.count($0) } ?? "not supplied"),
      "cases": .text(cases ?? "–"),
      "ancestry": .text(trait.ancestry ?? "not supplied"),
      "build": .text(trait.genomeBuild ?? "not supplied"),
      "source": .text(SourceText.text(trait.source)),
    ])
  }

  private var overlaps: [String] {
    let general = design.settings.sampleOverlap.map { ["All pairs: \(text($0))"] } ?? []
    let own = design.panel.traits.compactMap { trait in
      trait.sampleOverlap.map { "\(trait.name) and \(design.disease.nameInText): \(text($0))" }
    }
    let all = general + own
    return all.isEmpty ? ["The extent of overlap was not supplied."] : all
  }

  private func text(_ overlap: SampleOverlap) -> String {
    let size =
      overlap.fraction.map { "\(NumberStyle.percent($0)) of the smaller sample" } ?? "extent not supplied"
    return size + (overlap.note.map { "; \($0)" } ?? "") + "."
  }

  private var citation: TemplateValue {
    let text = SourceText.text(design.source)
    return text.isEmpty ? .absent : .object(["citation": .text(text)])
  }
}
