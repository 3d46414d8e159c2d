import Foundation
import GWASFormats
import LinkageDisequilibrium
import Simulation
import StudyModel
import Testing

/// Whole studies that are drawn from a truth, read back from their files.
@Suite struct StudySimulationTests {
  let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mrreport-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  // MARK: The panel

  @Test func allelesAreAsRareAndAsLinkedAsInPeople() throws {
    let design = try Self.design(traits: 1, panel: PanelDesign(people: 600, windows: 20, isSplit: false))
    try write(design)
    let panel = try ReferencePanel(prefix: "\(folder)/panel", name: "panel")
    #expect(panel.people == 600 && panel.variantCount > 1000)
    var variants: [PanelVariant] = []
    try panel.forEachVariant { variants.append($0) }
    #expect(Set(variants.map(\.id)).count == variants.count)
    let minor = variants.map { variant -> Double in
      let f = panel.genotypes(of: variant).firstAlleleFrequency ?? 0
      return min(f, 1 - f)
    }
    #expect(minor.allSatisfy { $0 >= 0.01 })
    // Of the 489 Europeans of the 1000 Genomes Project's panel 45 % lie below 10 %, and 10 % above 40 %.
    let rare = Double(minor.count { $0 < 0.1 }) / Double(minor.count)
    let common = Double(minor.count { $0 > 0.4 }) / Double(minor.count)
    #expect((0.35...0.6).contains(rare) && (0.05...0.2).contains(common))
    // And among variants above 5 % r² is 0.24 on average at 5–10 kb, 0.06 at 50–100 kb.
    #expect((0.15...0.35).contains(meanRSquared(variants, minor, panel, 5000..<10_000)))
    #expect((0.03...0.1).contains(meanRSquared(variants, minor, panel, 50_000..<100_000)))
    let far = meanRSquared(variants, minor, panel, 300_000..<500_000)
    #expect(far < 0.03)
  }

  @Test func windowsLieFarApart() throws {
    let design = try Self.design(
      traits: 1,
      panel: PanelDesign(people: 20, windows: StudySimulation.mostWindows)
    )
    try write(design)
    var ends: [String: Int] = [:]
    var starts = 0
    try ReferencePanel(prefix: "\(folder)/panel", name: "panel").forEachVariant { variant in
      if let last = ends[variant.chromosome], variant.position - last > 1_000_000 {
        #expect(variant.position - last > 10_000_000)
        starts += 1
      }
      ends[variant.chromosome] = variant.position
    }
    #expect(starts > 150 && ends.count == 22)
  }

  // MARK: The statistics

  /// z ~ N(0, R): over many traits without a locus every variant has a variance of 1, and two go together as their
  /// genotypes do.
  @Test func noiseHasTheLinkageDisequilibriumOfThePeople() throws {
    let count = 400
    let design = try Self.design(
      traits: count,
      panel: PanelDesign(people: 400, windows: 1, variantsPerWindow: 12, isSplit: false)
    )
    try write(design)
    let panel = try ReferencePanel(prefix: "\(folder)/panel", name: "panel")
    var variants: [PanelVariant] = []
    try panel.forEachVariant { variants.append($0) }
    let scores = try (0..<count).map { try zScores("t\($0).gz") }
    for (index, one) in variants.enumerated() {
      let own = scores.map { $0[one.id] ?? .nan }
      let variance = own.map { $0 * $0 }.reduce(0, +) / Double(count)
      // Five standard errors of a variance: 5 × √(2/400).
      #expect(abs(variance - 1) < 0.354)
      for other in variants[(index + 1)...] {
        let product =
          scores.map { ($0[one.id] ?? .nan) * ($0[other.id] ?? .nan) }.reduce(0, +) / Double(count)
        let r = Self.genotypeCorrelation(one, other, panel)
        #expect(abs(product - r) < 5 * ((1 + r * r) / Double(count)).squareRoot())
      }
    }
  }

  @Test func theNoiseOfTraitsIsCorrelatedAsTheDesignSays() throws {
    var design = try Self.design(
      traits: 2,
      panel: PanelDesign(people: 100, windows: 150, variantsPerWindow: 20)
    )
    design.noiseCorrelation = 0.5
    design.overlapCorrelation = 0.6
    try write(design)
    let (one, other, disease) = (try zScores("t0.gz"), try zScores("t1.gz"), try zScores("d.gz"))
    func correlation(_ left: [String: Double], _ right: [String: Double]) -> Double {
      let names = left.keys.sorted()
      let products = names.map { (left[$0] ?? .nan) * (right[$0] ?? .nan) }.reduce(0, +)
      let squares = [left, right].map { scores in names.map { pow(scores[$0] ?? .nan, 2) }.reduce(0, +) }
      return products / (squares[0] * squares[1]).squareRoot()
    }
    // About as many independent variants as windows: five standard errors are 0.4 at most, so this tells 0.5 from 0.
    #expect(abs(correlation(one, other) - 0.5) < 0.2)
    #expect(abs(correlation(one, disease) - 0.6) < 0.2)
  }

  @Test func realLociAreWhatTheTruthSaysAndCarryTheirEffects() throws {
    let reals = 60
    var design = try Self.design(
      traits: 1,
      panel: PanelDesign(people: 500, windows: 150, variantsPerWindow: 20),
      loci: LocusDesign(real: reals, chance: 0, lambda: 8...8)
    )
    let trait = design.traits[0].id
    design.effects = [SimulationTruth.Effect(trait: trait, direction: .forward, effect: 2)]
    let simulation = try write(design)
    let (exposure, outcome) = (try zScores("t0.gz"), try zScores("d.gz"))
    let loci = simulation.truth.loci.filter { $0.trait == trait }
    #expect(loci.count == reals && loci.allSatisfy { $0.kind == .real && abs($0.z) == 8 })
    let own = loci.map { ($0.z > 0 ? 1 : -1) * (exposure[$0.variant] ?? .nan) }.reduce(0, +) / Double(reals)
    #expect(abs(own - 8) < 5 / Double(reals).squareRoot())
    // θ·λ·√(n_eff/n), 2 × 8 × √(118.9/8000).
    let carried = 16 * (design.disease.effectivePeople / 8000).squareRoot()
    let mean = loci.map { ($0.z > 0 ? 1 : -1) * (outcome[$0.variant] ?? .nan) }.reduce(0, +) / Double(reals)
    #expect(abs(mean - carried) < 5 / Double(reals).squareRoot())
    #expect(carried > 5 / Double(reals).squareRoot())
  }

  @Test func chanceHitsPassTheThresholdAndTakeTheirNeighboursAlong() throws {
    let design = try Self.design(
      traits: 1,
      panel: PanelDesign(people: 500, windows: 100, variantsPerWindow: 20, isSplit: false),
      loci: LocusDesign(real: 0, chance: 80)
    )
    let simulation = try write(design)
    let scores = try zScores("t0.gz")
    let panel = try ReferencePanel(prefix: "\(folder)/panel", name: "panel")
    var variants: [String: PanelVariant] = [:]
    try panel.forEachVariant { variants[$0.id] = $0 }
    let loci = simulation.truth.loci.filter { $0.trait == design.traits[0].id }
    var residuals: [Double] = []
    for locus in loci {
      let z = try #require(scores[locus.variant])
      #expect(abs(z - locus.z) < 0.01 && abs(z) > 4.56)
      let own = try #require(variants[locus.variant])
      let near = variants.values.filter {
        $0.chromosome == own.chromosome && abs($0.position - own.position) < 50_000 && $0.id != own.id
      }
      for other in near {
        let r = Self.genotypeCorrelation(own, other, panel)
        if abs(r) > 0.3, abs(r) < 0.95 {
          residuals.append(((scores[other.id] ?? .nan) - r * z) / (1 - r * r).squareRoot())
        }
      }
    }
    #expect(residuals.count > 40)
    let variance = residuals.map { $0 * $0 }.reduce(0, +) / Double(residuals.count)
    // Neighbours share their noise: far fewer independent residuals than there are.
    #expect((0.4...1.8).contains(variance))
  }

  @Test func lociOfOneWindowAreUnlinked() throws {
    var design = try Self.design(
      traits: 12,
      panel: PanelDesign(people: 1000, windows: 40, variantsPerWindow: 40, isSplit: false),
      loci: LocusDesign(real: 2, chance: 4)
    )
    design.disease.loci = LocusDesign(real: 2, chance: 4, minorAlleleFrequency: 0.2)
    let simulation = try write(design)
    let panel = try ReferencePanel(prefix: "\(folder)/panel", name: "panel")
    var variants: [String: PanelVariant] = [:]
    try panel.forEachVariant { variants[$0.id] = $0 }
    let placed = simulation.truth.loci.compactMap { variants[$0.variant] }
    #expect(placed.count == 13 * 6 && Set(placed.map(\.id)).count == placed.count)
    for (index, one) in placed.enumerated() {
      for other in placed[(index + 1)...]
      where other.chromosome == one.chromosome && abs(other.position - one.position) < 1_000_000 {
        let r = Self.genotypeCorrelation(one, other, panel)
        #expect(r * r < 0.001)
      }
    }
    let disease = simulation.truth.loci.filter { $0.trait == design.disease.id }
    for locus in disease {
      let f = variants[locus.variant].flatMap { panel.genotypes(of: $0).firstAlleleFrequency } ?? 0
      #expect(min(f, 1 - f) >= 0.2)
    }
  }

  // MARK: The files

  @Test func filesHaveTheFormatsAndTheIndexOfRealOnes() throws {
    var design = try Self.design(
      traits: 1,
      panel: PanelDesign(people: 50, windows: 10, variantsPerWindow: 10)
    )
    design.rows = 5000
    try write(design)
    let trait = try scan("t0.gz", pThreshold: 1e-5)
    let disease = try scan("d.gz", pThreshold: 1e-5)
    #expect(trait.format == .metal && disease.format == .finnGen && disease.genomeBuild == "GRCh38")
    #expect(trait.rowCount == 5000 && disease.rowCount == 5000)
    #expect(trait.unusableCount == 0 && disease.unusableCount == 0)
    #expect(trait.candidates.isEmpty && disease.candidates.isEmpty)
    let path = "\(folder)/d.gz"
    let index = try #require(IndexedFile.index(besides: path))
    var found: [String] = []
    let last = try #require(try scan("d.gz", pThreshold: 1.1).candidates.last?.variant)
    try IndexedFile(path: path, index: index, displayName: "d.gz").forEachRow(
      chromosome: last.chromosome ?? "",
      position: last.position ?? 0
    ) { found.append(String(decoding: $0, as: UTF8.self)) }
    #expect(found.contains { $0.contains("\t\(last.id)\t") })
  }

  @Test func theSameDesignGivesTheSameContent() throws {
    let design = try Self.design(
      traits: 3,
      panel: PanelDesign(people: 60, windows: 20, variantsPerWindow: 10),
      loci: LocusDesign(real: 1, chance: 2)
    )
    try write(design)
    let first = try contents()
    try write(design)
    #expect(try contents() == first)
    var other = design
    other.seed += 1
    try write(other)
    let second = try contents()
    #expect(second["t0.gz"] != first["t0.gz"] && second["truth.json"] != first["truth.json"])
    // The people are the same: their seed is their own.
    #expect(second["panel.bed"] == first["panel.bed"])
  }

  @Test func aGivenPanelIsSplitAndDrawnWith() throws {
    let people = try Self.design(
      traits: 1,
      panel: PanelDesign(people: 200, windows: 6, variantsPerWindow: 30, isSplit: false)
    )
    try write(people)
    let given = try ReferencePanel(prefix: "\(folder)/panel", name: "given")
    let design = try Self.design(traits: 1, loci: LocusDesign(real: 2, chance: 2))
    let other = folder + "/second"
    let simulation = try StudySimulation(design, panel: given)
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try simulation.write(to: other)
    let half = try ReferencePanel(prefix: other + "/panel", name: "half")
    #expect(half.people == 100 && half.variantCount > 100)
    #expect(simulation.truth.loci.count == 4)
  }

  @Test func tooManyLociAreRefused() throws {
    let design = try Self.design(
      traits: 1,
      panel: PanelDesign(people: 50, windows: 3, variantsPerWindow: 5),
      loci: LocusDesign(real: 4, chance: 0)
    )
    let error = #expect(throws: InputError.self) { try StudySimulation(design) }
    #expect(
      error?.description.contains("'T0' has more loci than the panel's 3 windows have room for") == true
    )
  }
}
