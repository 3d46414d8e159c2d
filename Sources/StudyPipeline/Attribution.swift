import ReleaseFormat
import StudyFile
import StudyModel

/// The old data under the new settings and the new code: what stands between two releases when their difference is split
/// into what software and settings brought about and what the data did.
package struct Attribution {
  /// The study as it was when the older release was made.
  private let studyFile: LoadedStudy
  private let old: ReleaseHeader
  private let new: ReleaseHeader
  /// From the older release's trait ids to the newer one's, where they differ.
  private let traitNames: [TraitID: TraitID]

  /// - Throws: where the study is not that of the releases, or the newer release was made by another version than this
  ///   one, whose code is then not the new code.
  package init(
    studyFile: LoadedStudy,
    old: ReleaseHeader,
    new: ReleaseHeader,
    traitNames: [TraitID: TraitID]
  ) throws(InputError) {
    self.studyFile = studyFile
    self.old = old
    self.new = new
    self.traitNames = traitNames
    guard studyFile.design.id == old.design.id else {
      throw problem(
        "is of the study \(studyFile.design.id), and the older release of \(old.design.id)",
        "name the study.yaml that the older release was made from"
      )
    }
    guard new.toolVersion == ToolVersion.current else {
      throw problem(
        "the newer release was made by mrreport \(new.toolVersion), and this is \(ToolVersion.current)",
        "analyse the new data again with this version, or attribute with that one"
      )
    }
  }

  /// The old study with everything that the new one chooses: settings, seed, and the traits' own thresholds.
  package var study: LoadedStudy {
    var study = studyFile
    study.design.settings = new.design.settings
    study.design.seed = new.design.seed
    study.design.disease = withNewChoices(study.design.disease)
    study.design.panel.traits = study.design.panel.traits.map(withNewChoices)
    return study
  }

  private func withNewChoices(_ trait: Trait) -> Trait {
    guard let chosen = new.design.trait(traitNames[trait.id] ?? trait.id) else { return trait }
    var trait = trait
    trait.pThreshold = chosen.pThreshold
    trait.gene = chosen.gene
    trait.isImmune = chosen.isImmune
    return trait
  }

  /// - Parameter release: of `study`.
  /// - Throws: every table that is not the one the older release was made from, and every trait of which the study says
  ///   something else than that.
  package func check(_ release: Release) throws(InputError) {
    let problems = tableProblems(release) + traitProblems(release)
    guard problems.isEmpty else { throw InputError(problems) }
  }

  /// What study.yaml says of the traits is data as well: sample sizes, units, prevalences.
  private func traitProblems(_ release: Release) -> [InputProblem] {
    (old.design.panel.traits + [old.design.disease]).compactMap { trait in
      let found = release.header.design.trait(trait.id)
      guard found.map(Self.withoutSelection) != Self.withoutSelection(withNewChoices(trait)) else {
        return nil
      }
      return InputProblem(
        file: studyFile.path,
        summary: "says something else of the trait \(trait.id) than the older release",
        remedy: "name the study.yaml that the older release was made from"
      )
    }
  }

  /// How its instruments were chosen is told anew by every analysis.
  private static func withoutSelection(_ trait: Trait) -> Trait {
    var trait = trait
    trait.instrumentSource = nil
    return trait
  }

  private func tableProblems(_ release: Release) -> [InputProblem] {
    let found = Dictionary(release.header.inputs.map { ($0.id, $0.sha256) }) { first, _ in first }
    // The study file may have got new words since; what counts of it is in the release.
    return old.inputs.filter { ![.study, .index].contains($0.role) }.compactMap {
      file -> InputProblem? in
      guard let sha256 = found[file.id] else {
        return InputProblem(
          file: file.id,
          summary: "was read for the older release, and \(studyFile.path) does not name it",
          remedy: "name the study.yaml that the older release was made from"
        )
      }
      guard sha256 != file.sha256 else { return nil }
      return InputProblem(
        file: file.id,
        summary: "is not the file that the older release was made from: its checksum differs",
        remedy: "put the old file in its place"
      )
    }
  }

  private func problem(_ summary: String, _ remedy: String) -> InputError {
    InputError(InputProblem(file: studyFile.path, summary: summary, remedy: remedy))
  }
}
