import Foundation
import GWASFormats
import LinkageDisequilibrium
import MendelianRandomization
import ParallelWork
import ReleaseFormat
import StudyFile
import StudyModel

/// What the genome-wide files of a study gave.
struct GenomeWideInputs: Sendable {
  /// By exposure.
  var selected: [TraitID: SelectedInstruments] = [:]
  /// By outcome, then by exposure.
  var lookups: [TraitID: [TraitID: [VariantAssociation]]] = [:]
  /// In the order of the design, the disease first.
  var selections: [TraitSelection] = []
  var panel: PanelDescription?
  /// For the release, in no order.
  var files: [InputFile] = []
}

/// Selects instruments from genome-wide files and looks them up in others: each file is read twice at most, all of them
/// side by side.
struct GenomeWideReader {
  let studyFile: LoadedStudy
  let settings: SelectionSettings
  let cache: ScanCache
  let progress: @Sendable (PipelineProgress) -> Void

  /// - Parameter tables: instruments that came selected, by their trait.
  /// - Throws: every problem of the files, of the panel and of the table of confounders.
  func read(tables: [TraitID: [VariantAssociation]]) throws(InputError) -> GenomeWideInputs {
    let files = filesToScan()
    var inputs = GenomeWideInputs()
    // What may be wrong with these is told before a long run.
    let panel = try openPanel(&inputs)
    let confounders = try readConfounders(&inputs)
    let reading = ReadingProgress(stage: "selecting", files: files.map(\.location), progress)
    let scans = try SideBySide.map(files) { [self] (index, file) throws(InputError) in
      let scan = try cache.scan(file, settings, progress: reading.file(index))
      reading.file(index).finish()
      return scan
    }
    let byTrait = Dictionary(uniqueKeysWithValues: zip(files.map(\.trait.id), scans))
    inputs.files += zip(files, scans).map(describe)
    let matches = try match(files, byTrait, panel)
    try BuildCheck.check(files, byTrait, matches, panel: studyFile.panel)
    inputs.panel = panel.map { describe($0, matches) }
    try checkRegions(files, byTrait)
    for file in files where file.pThreshold != nil {
      let scan = byTrait[file.trait.id]
      let selector = InstrumentSelector(
        settings: settings,
        trait: file.trait,
        isPanelTrait: file.trait.id != studyFile.design.disease.id,
        build: scan?.build,
        panel: panel,
        panelBuild: studyFile.panel?.build,
        confounders: confounders
      )
      let selected = selector.select(scan?.candidates ?? [], matches: matches.variants[file.trait.id] ?? [])
      inputs.selected[file.trait.id] = selected
      inputs.selections.append(selected.selection)
    }
    inputs.lookups = try lookUp(files, byTrait, &inputs, tables, panel)
    return inputs
  }

  /// Every trait with a genome-wide file that a pair reads, the disease first.
  private func filesToScan() -> [FileToScan] {
    var files: [TraitID: (file: GenomeWideFile, selects: Bool)] = [:]
    for pair in studyFile.design.pairs {
      guard case .tables(let instruments, let lookup)? = studyFile.files[pair.id] else { continue }
      if case .genomeWide(let file)? = instruments { files[pair.exposure] = (file, true) }
      if case .genomeWide(let file)? = lookup, files[pair.outcome] == nil {
        files[pair.outcome] = (file, false)
      }
    }
    let design = studyFile.design
    return ([design.disease] + design.panel.traits).compactMap { trait in
      files[trait.id].map { entry in
        FileToScan(
          trait: trait,
          file: entry.file,
          location: studyFile.location(of: entry.file.file),
          pThreshold: entry.selects ? settings.thresholds(of: trait).max() : nil
        )
      }
    }
  }

  private func describe(_ file: FileToScan, _ scan: GenomeWideScan) -> InputFile {
    InputFile(
      id: file.file.file.path,
      role: .genomeWide,
      trait: file.trait.id,
      sha256: scan.sha256,
      rows: scan.rows,
      layout: scan.format.rawValue,
      reading: scan.reading
    )
  }

  // MARK: The panel

  private func openPanel(_ inputs: inout GenomeWideInputs) throws(InputError) -> ReferencePanel? {
    guard let reference = studyFile.panel else { return nil }
    let location = studyFile.location(of: FileReference(path: reference.prefix))
    let panel = try ReferencePanel(prefix: location, name: reference.prefix)
    for (path, rows) in zip(reference.files, [panel.variantCount, panel.variantCount, panel.people]) {
      inputs.files.append(
        InputFile(
          id: path,
          role: .panel,
          trait: nil,
          sha256: try FileDigest.sha256(studyFile.location(of: FileReference(path: path)), name: path),
          rows: rows,
          layout: "plink1_\(path.suffix(3))"
        )
      )
    }
    return panel
  }

  private func match(
    _ files: [FileToScan],
    _ scans: [TraitID: GenomeWideScan],
    _ panel: ReferencePanel?
  ) throws(InputError) -> PanelMatch {
    let candidates = scans.mapValues(\.candidates)
    guard let panel else { return PanelMatch(unmatched: candidates) }
    return try PanelMatch(
      candidates,
      builds: scans.compactMapValues(\.build),
      in: panel,
      build: studyFile.panel?.build
    )
  }

  private func describe(_ panel: ReferencePanel, _ matches: PanelMatch) -> PanelDescription {
    let variants = Set(matches.variants.values.joined().compactMap { $0 })
    let noise = PanelNoise(Array(variants), rSquared: settings.clumpingRSquared, in: panel)
    return PanelDescription(
      name: panel.name,
      build: studyFile.panel?.build,
      people: panel.people,
      founders: panel.founders,
      variants: panel.variantCount,
      noise: noise.map { PanelDescription.Noise(pairs: $0.pairs, share: $0.share) }
    )
  }

  private func readConfounders(
    _ inputs: inout GenomeWideInputs
  ) throws(InputError) -> [String: ConfounderAssociation] {
    guard let table = settings.filters.confounders else { return [:] }
    let file = FileReference(path: table.file)
    let digest = SharedDigest()
    let read = try TableReader(
      path: studyFile.location(of: file),
      displayName: file.path,
      columns: file.columns,
      onContent: digest.update
    ).readConfounders()
    inputs.files.append(
      InputFile(
        id: file.path,
        role: .confounders,
        trait: nil,
        sha256: digest.finish(),
        rows: read.count,
        layout: "confounders"
      )
    )
    var strongest: [String: ConfounderAssociation] = [:]
    for row in read.rows where row.pValue < PValue(table.pThreshold) {
      if let known = strongest[row.variant], known.pValue <= row.pValue { continue }
      strongest[row.variant] = ConfounderAssociation(trait: row.trait, pValue: row.pValue)
    }
    return strongest
  }

  /// Regions in a build that neither the file nor the panel is of would leave nothing out, and say nothing.
  private func checkRegions(
    _ files: [FileToScan],
    _ scans: [TraitID: GenomeWideScan]
  ) throws(InputError) {
    var problems: [InputProblem] = []
    for file in files where file.pThreshold != nil {
      let builds = Set([scans[file.trait.id]?.build, studyFile.panel?.build].compactMap { $0 })
      let isPanelTrait = file.trait.id != studyFile.design.disease.id
      let window = isPanelTrait && settings.filters.location != .all ? file.trait.gene?.window : nil
      let regions = settings.filters.regions + [window].compactMap { $0 }
      guard let foreign = regions.first(where: { !builds.contains($0.build ?? "") }) else { continue }
      let known = builds.isEmpty ? "of an unknown build" : "of \(builds.sorted().joined(separator: " and "))"
      problems.append(
        InputProblem(
          file: file.file.file.path,
          summary:
            "a region of study.yaml is of \(foreign.build ?? "no build"), and the positions of this file and of "
            + "the panel are \(known)",
          remedy: "give the region in that build, or the build of the file ('gwas: build') or panel"
        )
      )
    }
    guard problems.isEmpty else { throw InputError(problems) }
  }
}

// MARK: The second pass

extension GenomeWideReader {
  private func lookUp(
    _ files: [FileToScan],
    _ scans: [TraitID: GenomeWideScan],
    _ inputs: inout GenomeWideInputs,
    _ tables: [TraitID: [VariantAssociation]],
    _ panel: ReferencePanel?
  ) throws(InputError) -> [TraitID: [TraitID: [VariantAssociation]]] {
    let instruments = inputs.selected.mapValues(\.instruments).merging(tables) { selected, _ in selected }
    let panelPlaces = try PanelPlaces(instruments, scans, studyFile.panel?.build, panel, settings.proxies)
    let plans = files.map { file in
      var plan = OutcomeLookup(outcome: file.trait.id)
      for pair in studyFile.design.pairs where pair.outcome == file.trait.id {
        guard case .tables(.some, .genomeWide?)? = studyFile.files[pair.id] else { continue }
        for (index, row) in (instruments[pair.exposure] ?? []).enumerated() {
          plan.add(
            panelPlaces.target(
              pair.exposure,
              index,
              row,
              exposureBuild: scans[pair.exposure]?.build,
              build: scans[file.trait.id]?.build
            )
          )
        }
      }
      return plan
    }
    let asked = zip(files, plans).filter { !$1.targets.isEmpty }
    let reading = ReadingProgress(stage: "looking up", files: asked.map(\.0.location), progress)
    let found = try SideBySide.map(asked.map { LookupTask(file: $0, plan: $1) }) {
      [self] (index, task) throws(InputError) in
      let build = scans[task.file.trait.id]?.build
      let isPlaced = build != nil && build == studyFile.panel?.build
      let found = try cache.lookUp(
        task.plan,
        panelIsOfBuild: isPlaced,
        in: task.file,
        settings,
        sha256: scans[task.file.trait.id]?.sha256 ?? "",
        progress: reading.file(index)
      )
      reading.file(index).finish()
      try BuildCheck.check(task.plan, found.rows, task.file, scans)
      return (task.plan.rows(found.rows), found.index)
    }
    inputs.files += found.compactMap(\.1?.input)
    inputs.selected = inputs.selected.mapValues(panelPlaces.placed)
    return Dictionary(uniqueKeysWithValues: zip(asked.map(\.0.trait.id), found.map(\.0)))
  }

  private struct LookupTask: Sendable {
    var file: FileToScan
    var plan: OutcomeLookup
  }
}
