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
      "readings": .list(try context.header.inputs.compactMap(reading)),
      "any_readings": .flag(context.header.inputs.contains { $0.reading != nil }),
      "panel": panel,
      "selections": try selections(),
      "settings": rows(try settings()),
      "samples": .list(try samples()),
      "sources": .rows(
        sources.groups.filter { !$0.citation.isEmpty }.enumerated().map { index, group in
          .object(["number": .number(index + 1), "citation": .text(group.citation)])
        }
      ),
      "overlaps": .rows(overlaps),
      "citation": citation,
    ])
  }

  private typealias Fact = (FactPhrase, String)

  private var facts: [Fact] {
    [
      (.study, design.id.rawValue), (.title, design.title), (.authors, context.words.list(design.authors)),
      (.date, design.date), (.tool, "\(context.header.tool) \(context.header.toolVersion)"),
      (.schemaVersion, String(context.header.schemaVersion)), (.seed, String(design.seed)),
      (.command, "mrreport analyse study.yaml --release DIR"),
    ]
  }

  private func settings() throws -> [Fact] {
    let settings = design.settings
    let always: [Fact] = [
      (.primaryMethod, context.methodName(settings.primaryMethod)),
      (.significanceLevel, context.level),
    ]
    guard context.hasVariants else { return always }
    let harmonisation = settings.harmonisation
    let ownMethods = settings.methods.map(context.methodName).joined(separator: "; ")
    return [
      (
        .pThreshold,
        try (settings.selection?.pThreshold ?? settings.pThreshold).map {
          NumberStyle.significant($0, digits: 3)
        }
          ?? context.words.text("setting", "as_supplied")
      ),
      (.harmonising, try context.words.text("policy_name", harmonisation.policy.rawValue)),
      (.ambiguityWindow, "0.5 ± \(harmonisation.ambiguityWindow)"),
      (.frequencyClash, "\(harmonisation.frequencyClash)"), (.methods, ownMethods),
    ] + simulations + always
  }

  /// Only those of methods and tests that were run: a release of an older version knows settings that it never used.
  private var simulations: [Fact] {
    let settings = design.settings
    let hasModes = MethodID.modes.contains { settings.methods.contains($0) }
    let hasMedians = MethodID.medians.contains { settings.methods.contains($0) }
    return [
      hasModes || hasMedians ? (.bootstrapDraws, NumberStyle.count(settings.bootstrapDraws)) : nil,
      hasModes ? (.modeBandwidth, "\(settings.modeBandwidth)") : nil,
      context.ranPresso ? (.pressoSimulations, NumberStyle.count(settings.mrPresso.simulations)) : nil,
    ].compactMap { $0 }
  }

  private func rows(_ rows: [Fact]) -> TemplateValue {
    .list(rows.map { .object(["label": .text(context.words($0)), "value": .text($1)]) })
  }

  private func input(_ file: InputFile) throws -> TemplateValue {
    .object([
      "file": .text(file.id),
      "role": .text(try context.words.text("role", file.role.rawValue)),
      "layout": .text(
        context.words.has("layout", file.layout)
          ? try context.words.text("layout", file.layout) : file.layout
      ),
      "trait": .text(file.trait.flatMap { context.trait($0)?.name } ?? "–"),
      "rows": .number(file.rows),
      "unused": .optional(file.unusedRows.map { NumberStyle.count($0) }),
      "sha": .text("`\(file.sha256.filter(\.isHexDigit))`"),
    ])
  }

  /// How a genome-wide file was read; nil for other files.
  private func reading(_ file: InputFile) throws -> TemplateValue? {
    guard let reading = file.reading else { return nil }
    let columns = reading.columns.map { column in
      "\(column.role.rawValue.replacing("_", with: " ")): \(column.names.joined(separator: " / "))"
    }
    let derived = try reading.derived.map { try context.words.text("derived", $0.rawValue) }
    let unusable = reading.unusable.map(\.count).reduce(0, +)
    return .object([
      "file": .text(file.id),
      "columns": .text(columns.joined(separator: "; ")),
      "derived": .optional(derived.isEmpty ? nil : derived.joined(separator: "; ")),
      "build": .text(reading.build ?? "–"),
      "others": .optional(reading.otherTestRows > 0 ? NumberStyle.count(reading.otherTestRows) : nil),
      "unusable": .text(NumberStyle.count(unusable)),
      "reasons": .list(
        try reading.unusable.map { rows in
          .object([
            "reason": .text(try context.words.text("unusable", rows.reason.rawValue)),
            "count": .number(rows.count),
            "lines": .text(rows.examples.map { NumberStyle.count($0.line) }.joined(separator: ", ")),
          ])
        }
      ),
    ])
  }

  private var panel: TemplateValue {
    guard let panel = context.header.panel else { return .absent }
    return .object([
      "name": .text(panel.name), "build": .text(panel.build ?? "–"), "people": .number(panel.people),
      "founders": .number(panel.founders), "variants": .number(panel.variants),
    ])
  }

  private func selections() throws -> TemplateValue {
    guard let selections = context.header.selections else { return .absent }
    return .object([
      "rows": .list(
        try selections.map { selection in
          let reasons = try selection.excluded.map {
            "\(NumberStyle.count($0.count)) \(try context.words.text("exclusion", $0.reason.rawValue))"
          }
          let tried = selection.relaxedFrom ?? []
          return .object([
            "trait": .text(context.trait(selection.trait)?.name ?? selection.trait.rawValue),
            "threshold": .text(NumberStyle.shortest(selection.pThreshold)),
            "relaxed": .optional(
              tried.isEmpty
                ? nil : tried.map(NumberStyle.shortest).joined(separator: ", ")
            ),
            "candidates": .number(selection.candidates),
            "excluded": .text(reasons.isEmpty ? "–" : reasons.joined(separator: "; ")),
            "instruments": .number(selection.instruments),
          ])
        }
      )
    ])
  }

  private var sources: TraitSources { TraitSources(design.panel.traits + [design.disease], context.words) }

  /// In the order of the panel, each with the number of its citation.
  private func samples() throws -> [TemplateValue] {
    var numbers: [TraitID: Int] = [:]
    for (index, group) in sources.groups.filter({ !$0.citation.isEmpty }).enumerated() {
      for trait in group.traits { numbers[trait.id] = index + 1 }
    }
    return try (design.panel.traits + [design.disease]).map { try sample($0, citation: numbers[$0.id]) }
  }

  private func sample(_ trait: Trait, citation: Int?) throws -> TemplateValue {
    let unknown = try context.text(NotEstimated(reason: .notInResults))
    let cases = trait.sampleSize.cases.map { cases in
      NumberStyle.count(cases) + ", " + (trait.sampleSize.controls.map { NumberStyle.count($0) } ?? "–")
    }
    return .object([
      "name": .text(trait.name),
      "type": .text(
        try context.words.text("trait_type", trait.type.rawValue) + (trait.units.map { ", \($0)" } ?? "")
      ),
      "people": .text(trait.sampleSize.people.map { NumberStyle.count($0) } ?? unknown),
      "cases": .text(cases ?? "–"),
      "ancestry": .text(trait.ancestry ?? unknown),
      "build": .text(trait.genomeBuild ?? unknown),
      "accession": .optional(trait.source.accession),
      "citation": .optional(citation.map(NumberStyle.count)),
    ])
  }

  /// That of all pairs, then those of single traits.
  private var overlaps: [TemplateValue] {
    func value(_ overlap: SampleOverlap, _ trait: Trait?) -> TemplateValue {
      .object([
        "trait": .optional(trait?.name), "disease": .text(design.disease.nameInText),
        "share": .optional(overlap.fraction.map { NumberStyle.percent($0) }), "note": .optional(overlap.note),
      ])
    }
    let general = design.settings.sampleOverlap.map { [value($0, nil)] } ?? []
    return general
      + design.panel.traits.compactMap { trait in trait.sampleOverlap.map { value($0, trait) } }
  }

  private var citation: TemplateValue {
    let text = SourceText.text(design.source, context.words)
    return text.isEmpty ? .absent : .object(["citation": .text(text)])
  }
}
