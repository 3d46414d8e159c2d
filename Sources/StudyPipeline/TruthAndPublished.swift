import Foundation
import GWASFormats
import MendelianRandomization
import ReleaseFormat
import StudyFile
import StudyModel

extension InputReader {
  /// Reads what simulated figures were drawn from, and what others published.
  func readTruthAndPublished(into inputs: inout StudyInputs) throws(InputError) {
    if let file = studyFile.truth { inputs.truth = try readTruth(file, &inputs) }
    if let file = studyFile.published { inputs.published = try readPublished(file, &inputs) }
  }

  private func readTruth(
    _ file: FileReference,
    _ inputs: inout StudyInputs
  ) throws(InputError) -> SimulationTruth {
    let location = studyFile.location(of: file)
    guard let data = FileManager.default.contents(atPath: location) else {
      throw InputError(
        InputProblem(file: file.path, summary: "cannot be read", remedy: "check its permissions")
      )
    }
    let bytes = [UInt8](data)
    let truth = try TruthFile.decode(bytes, file: file.path)
    let unknown = (truth.effects.map(\.trait) + truth.loci.map(\.trait)).first {
      studyFile.design.trait($0) == nil
    }
    if let unknown {
      let summary = "it speaks of the trait '\(unknown)', which the study does not have"
      throw InputError(
        InputProblem(file: file.path, summary: summary, remedy: "name the truth of this study's own figures")
      )
    }
    inputs.files.append(
      InputFile(
        id: file.path,
        role: .truth,
        trait: nil,
        sha256: ContentDigest.sha256(bytes),
        rows: truth.loci.count,
        layout: "simulation_truth"
      )
    )
    return truth
  }

  private func readPublished(
    _ file: FileReference,
    _ inputs: inout StudyInputs
  ) throws(InputError) -> [PublishedEstimate] {
    let digest = SharedDigest()
    let rows = try TableReader(
      path: studyFile.location(of: file),
      displayName: file.path,
      columns: file.columns,
      onContent: digest.update
    ).readPublished()
    inputs.files.append(
      InputFile(
        id: file.path,
        role: .published,
        trait: nil,
        sha256: digest.finish(),
        rows: rows.count,
        layout: "published_estimates"
      )
    )
    var problems: [InputProblem] = []
    var published: [PublishedEstimate] = []
    for row in rows {
      guard let trait = trait(named: row.trait) else {
        problems.append(
          InputProblem(
            file: file.path,
            line: row.line,
            summary: "the panel has no trait “\(row.trait)”",
            remedy: "write the id, the name or the alias of one"
          )
        )
        continue
      }
      published.append(PublishedEstimate(row, of: trait, tests: studyFile.design.panel.traits.count))
    }
    guard problems.isEmpty else { throw InputError(problems) }
    return published
  }

  /// By id, name or alias.
  private func trait(named name: String) -> TraitID? {
    let traits = studyFile.design.panel.traits
    return traits.first { $0.id.rawValue == name }?.id
      ?? traits.first { $0.name == name || $0.alias == name }?.id
  }
}

extension PublishedEstimate {
  /// - Parameter tests: of the direction.
  fileprivate init(_ row: PublishedRow, of trait: TraitID, tests: Int) {
    self.init(
      trait: trait,
      direction: row.direction,
      method: row.method,
      scale: row.scale,
      estimate: row.estimate,
      lower: row.lower,
      upper: row.upper,
      pValue: row.pValue,
      source: row.source
    )
    implied = PublishedImplications(estimate: self, roundings: row.roundings, tests: tests)?.implied
  }
}
