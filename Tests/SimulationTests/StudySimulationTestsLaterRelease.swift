import Foundation
import Simulation
import StudyModel
import Testing

/// A later release of the disease holds the people of the earlier one.
extension StudySimulationTests {
  private static func laterDesign(loci: LocusDesign) throws -> SimulationDesign {
    var design = try design(traits: 1, panel: PanelDesign(people: 400, windows: 200, variantsPerWindow: 40))
    design.disease.loci = loci
    design.disease.later = LaterRelease(cases: 412, controls: 499_900, file: "later.gz")
    return design
  }

  /// √(n/m), n and m being cases × controls over all.
  private static let share = {
    let earlier = 119.0 * 213_145 / 213_264
    let later = 412.0 * 499_900 / 500_312
    return (earlier / later).squareRoot()
  }()

  @Test func theNoiseOfALaterReleaseOverlaps() throws {
    try write(try Self.laterDesign(loci: LocusDesign(real: 0, chance: 0)))
    let (first, later) = (try zScores("d.gz"), try zScores("later.gz"))
    #expect(first.count == later.count && first.count > 7000)
    let pairs = first.compactMap { name, z in later[name].map { (z, $0) } }
    func mean(_ value: ((Double, Double)) -> Double) -> Double {
      pairs.map(value).reduce(0, +) / Double(pairs.count)
    }
    // A window's variants go together; with ten independent ones each the standard error is 0.022.
    let correlation = mean { $0.0 * $0.1 } / (mean { $0.0 * $0.0 } * mean { $0.1 * $0.1 }).squareRoot()
    #expect(abs(correlation - Self.share) < 0.09, "\(correlation)")
    #expect(abs(mean { $0.1 * $0.1 } - 1) < 0.13)
  }

  /// The same effect in more people: z grows by √(m/n).
  @Test func theSignalOfALaterReleaseGrows() throws {
    let loci = LocusDesign(real: 12, chance: 0, lambda: 30...30)
    let simulation = try write(try Self.laterDesign(loci: loci))
    let (first, later) = (try zScores("d.gz"), try zScores("later.gz"))
    let ratios = try simulation.truth.loci.map { locus in
      try #require(later[locus.variant]) / (try #require(first[locus.variant]))
    }
    #expect(ratios.count == 12)
    // Of one ratio the error is at most 0.09 (noise of 1 beside 30 and 56).
    for ratio in ratios { #expect(abs(ratio - 1 / Self.share) < 0.35, "\(ratio)") }
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    #expect(abs(mean - 1 / Self.share) < 0.1, "\(mean)")
  }

  @Test func theOtherFilesAreWhatTheyAreWithoutIt() throws {
    var design = try Self.laterDesign(loci: LocusDesign(real: 1, chance: 1))
    try write(design)
    let with = try contents()
    try FileManager.default.removeItem(atPath: "\(folder)/later.gz")
    design.disease.later = nil
    try write(design)
    let without = try contents()
    #expect(Set(with.keys) == Set(without.keys).union(["later.gz"]))
    for (name, bytes) in without { #expect(with[name] == bytes, "\(name)") }
  }
}
