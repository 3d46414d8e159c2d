import GWASFormats
import LinkageDisequilibrium
import StudyFile
import StudyModel

/// Files match by name whatever their builds, and by place where the builds are equal; whatever else would have to be
/// guessed is refused here.
enum BuildCheck {
  /// Variants of one name in two files of one build that lie apart: more than this share of them, and so many at least,
  /// and one of the builds is not what it is said to be.
  private static let mostApart = 0.5
  private static let fewestCompared = 5

  /// What study.yaml says of a file's build, held against the file itself.
  static func check(_ file: FileToScan, _ scan: GWASScan) throws(InputError) {
    guard let declared = file.file.build else { return }
    let told = scan.facts.genomeBuild ?? scan.witnesses.genomeBuild
    guard let told, told != declared else { return }
    let source =
      scan.facts.genomeBuild == nil
      ? "the positions of well-known variants are" : "\(scan.facts.buildSource ?? "it") says"
    throw InputError(
      InputProblem(
        file: file.file.file.path,
        summary: "study.yaml says that its positions are of \(declared), and \(source) \(told)",
        remedy: "correct 'gwas: build' or 'genome_build' of the trait"
      )
    )
  }

  /// The panel's build held against the files', and variants that only a place tells against a panel of another build.
  static func check(
    _ files: [FileToScan],
    _ scans: [TraitID: GenomeWideScan],
    _ matches: PanelMatch,
    panel: PanelReference?
  ) throws(InputError) {
    guard let panel else { return }
    var problems: [InputProblem] = []
    for file in files {
      guard let scan = scans[file.trait.id] else { continue }
      let own = matches.variants[file.trait.id] ?? []
      if let problem = apart(scan, own, panel) { problems.append(problem) }
      let nameless = zip(scan.candidates, own).first { row, match in
        match == nil && VariantNames.place(row.variant.id) != nil
      }?.0
      if let nameless, panel.build == nil || scan.build == nil || panel.build != scan.build {
        let builds = "\(scan.build ?? "an unknown build") and \(panel.build ?? "an unknown build")"
        problems.append(
          InputProblem(
            file: file.file.file.path,
            line: nameless.line,
            summary: "the variant has a place and no name, and file and panel are of \(builds)",
            remedy:
              "take files of one build, say which it is ('gwas: build', 'ld_panel: build'), or give the variants names"
          )
        )
      }
    }
    guard problems.isEmpty else { throw InputError(problems) }
  }

  private static func apart(
    _ scan: GenomeWideScan,
    _ matches: [PanelVariant?],
    _ panel: PanelReference
  ) -> InputProblem? {
    guard let build = panel.build, build == scan.build else { return nil }
    let compared = zip(scan.candidates, matches).compactMap { row, match -> Bool? in
      guard let match, match.id == row.variant.id, let position = row.variant.position else { return nil }
      return match.position != position
    }
    let count = compared.count { $0 }
    guard compared.count >= fewestCompared, Double(count) > mostApart * Double(compared.count) else {
      return nil
    }
    return InputProblem(
      file: panel.prefix + ".bim",
      summary:
        "the panel is said to be of \(build) as a file is, and \(count) of \(compared.count) variants of one name lie "
        + "elsewhere in it",
      remedy: "correct the build of the panel, or take the panel of that build"
    )
  }

  /// Instruments that only a place tells, none of which was found in a file that is not known to be of their build.
  static func check(
    _ plan: OutcomeLookup,
    _ found: [FoundRow],
    _ file: FileToScan,
    _ scans: [TraitID: GenomeWideScan]
  ) throws(InputError) {
    let lost = plan.targets.enumerated().filter { _, target in
      target.place == nil && VariantNames.place(target.instrument.variant.id) != nil
    }
    let numbers = Set(lost.map(\.offset))
    guard let first = lost.first?.element, !found.contains(where: { numbers.contains($0.number) }) else {
      return
    }
    let builds =
      "\(scans[first.exposure]?.build ?? "an unknown build") and \(scans[plan.outcome]?.build ?? "an unknown build")"
    throw InputError(
      InputProblem(
        file: file.file.file.path,
        summary:
          "\(lost.count) instruments such as \(first.instrument.variant.id) have a place and no name, none was found "
          + "here, and the two files are of \(builds)",
        remedy: "take files of one build, say which it is ('gwas: build'), or give the variants names"
      )
    )
  }
}
