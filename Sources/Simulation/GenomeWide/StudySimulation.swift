import FolderReplacement
import Foundation
import LinkageDisequilibrium
import ParallelWork
import ReleaseFormat
import Statistics
import StudyModel

/// Draws a whole study: a panel, the summary statistics of every trait, and the truth that they were drawn from.
package struct StudySimulation {
  package let design: SimulationDesign
  package let truth: SimulationTruth
  private let windows: [GenotypeWindow]
  private let written: [[[UInt8]]]
  private let people: Int
  private let loci: [PlacedLocus]

  /// The files of the panel, beside the summary statistics.
  package static let panelName = "panel"
  package static let truthName = "truth.json"

  /// Draws the panel, unless one is given, and places the loci.
  ///
  /// - Throws: where the design does not fit into the panel, or the panel cannot be read.
  package init(_ design: SimulationDesign, panel: ReferencePanel? = nil) throws(InputError) {
    self.design = design
    if let panel {
      let given = try GivenPanel(panel, isSplit: design.panel.isSplit)
      (windows, written, people) = (given.windows, given.written, given.people)
    } else {
      let simulated = SimulatedPanel(design.panel)
      (windows, written, people) = (simulated.windows, simulated.written, simulated.people)
    }
    loci = try Self.place(design, windows)
    truth = Self.truth(design, loci, windows)
  }

  /// Draws another study with the people of one that was drawn before.
  ///
  /// - Throws: where the design does not fit into the panel.
  package init(_ design: SimulationDesign, peopleOf other: StudySimulation) throws(InputError) {
    self.design = design
    (windows, written, people) = (other.windows, other.written, other.people)
    loci = try Self.place(design, windows)
    truth = Self.truth(design, loci, windows)
  }

  private static func place(
    _ design: SimulationDesign,
    _ windows: [GenotypeWindow]
  ) throws(InputError) -> [PlacedLocus] {
    var placement = LocusPlacement(design, windows: windows)
    do throws(LocusPlacement.NoRoom) {
      return try placement.place()
    } catch {
      let summary =
        "the trait '\(error.trait)' has more loci than the panel's \(windows.count) windows have room for"
      throw InputError(
        InputProblem(file: design.name, summary: summary, remedy: "ask for fewer loci, or for a larger panel")
      )
    }
  }

  /// The most windows that a simulated panel can have.
  package static var mostWindows: Int { SimulatedPanel.mostWindows }

  /// Names of all files that `write` makes.
  package var fileNames: [String] {
    ["bed", "bim", "fam"].map { "\(Self.panelName).\($0)" } + [Self.truthName]
      + design.traits.map(\.file)
      + ([design.disease.file] + [design.disease.later?.file].compactMap { $0 }).flatMap {
        [$0, $0 + ".tbi"]
      }
  }

  /// Writes everything into the folder, files side by side on the cores.
  ///
  /// - Throws: where a file cannot be written.
  package func write(to folder: String, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in })
    throws(InputError)
  {
    try PanelFiles(prefix: "\(folder)/\(Self.panelName)").write(windows, written, people: people)
    let scores = ZScores(design, loci: loci)
    let all = windows.enumerated().map { scores.draw($1, index: $0) }
    let files = summaryFiles(in: folder)
    let done = Locked(0)
    _ = try SideBySide.map(files) { (index, file) throws(InputError) in
      try file.write(windows, all.map { $0[index] })
      let count = done.withLock { done in
        done += 1
        return done
      }
      progress(count, files.count)
    }
    let bytes = try TruthFile.encode(truth, file: Self.truthName)
    try PanelFiles.write(Data(bytes), "\(folder)/\(Self.truthName)")
  }

  /// The disease's behind the traits', its later release's last.
  private func summaryFiles(in folder: String) -> [SummaryFile] {
    func key(_ name: String) -> StreamKey {
      StreamKey(seed: design.seed, names: ["rows", design.name, name])
    }
    func disease(_ cases: Int, _ controls: Int, _ people: Double, _ file: String, _ name: String)
      -> SummaryFile
    {
      SummaryFile(
        layout: .finnGen(cases: cases, controls: controls),
        path: "\(folder)/\(file)",
        people: people,
        alleles: 2 * Double(cases + controls),
        rows: design.rows,
        key: key(name)
      )
    }
    let traits = design.traits.map { trait in
      SummaryFile(
        layout: .metal(people: trait.people),
        path: "\(folder)/\(trait.file)",
        people: Double(trait.people),
        alleles: 2 * Double(trait.people),
        rows: design.rows,
        key: key(trait.id.rawValue)
      )
    }
    let first = design.disease
    let later = first.later.map { later in
      disease(later.cases, later.controls, later.effectivePeople, later.file, "\(first.id.rawValue) later")
    }
    return traits
      + [disease(first.cases, first.controls, first.effectivePeople, first.file, first.id.rawValue)]
      + [later].compactMap { $0 }
  }

  private static func truth(
    _ design: SimulationDesign,
    _ loci: [PlacedLocus],
    _ windows: [GenotypeWindow]
  ) -> SimulationTruth {
    SimulationTruth(
      name: design.name,
      seed: design.seed,
      effects: design.effects,
      loci: loci.map { locus in
        let variant = windows[locus.window].variants[locus.variant]
        return SimulationTruth.Locus(
          trait: locus.trait.map { design.traits[$0].id } ?? design.disease.id,
          variant: variant.id,
          chromosome: windows[locus.window].chromosome,
          position: variant.position,
          kind: locus.kind,
          z: locus.z
        )
      }
    )
  }
}
