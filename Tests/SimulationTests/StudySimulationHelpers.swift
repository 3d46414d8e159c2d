import Foundation
import GWASFormats
import LinkageDisequilibrium
import Simulation
import StudyModel
import Testing

/// What is drawn, and how it is read back.
extension StudySimulationTests {
  static func design(
    traits: Int,
    panel: PanelDesign = PanelDesign(),
    loci: LocusDesign = LocusDesign(real: 0, chance: 0)
  ) throws -> SimulationDesign {
    SimulationDesign(
      name: "test",
      seed: 7,
      panel: panel,
      traits: try (0..<traits).map { index in
        TraitDesign(
          id: try #require(TraitID(rawValue: "T\(index)")),
          people: 8000,
          file: "t\(index).gz",
          loci: loci
        )
      },
      disease: DiseaseDesign(
        id: try #require(TraitID(rawValue: "D")),
        cases: 119,
        controls: 213_145,
        file: "d.gz",
        loci: LocusDesign(real: 0, chance: 0)
      )
    )
  }

  @discardableResult
  func write(_ design: SimulationDesign) throws -> StudySimulation {
    let simulation = try StudySimulation(design)
    try simulation.write(to: folder)
    return simulation
  }

  func scan(_ file: String, pThreshold: Double) throws -> GWASScan {
    try GWASFile(path: "\(folder)/\(file)", displayName: file).scan(GWASQuery(pThreshold: pThreshold))
  }

  /// z of the panel's first allele, by variant.
  func zScores(_ file: String) throws -> [String: Double] {
    var firsts: [String: String] = [:]
    try ReferencePanel(prefix: "\(folder)/panel", name: "panel").forEachVariant {
      firsts[$0.id] = $0.firstAllele
    }
    let rows = try scan(file, pThreshold: 1.1).candidates
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let z = (row.effect?.beta ?? .nan) / (row.effect?.standardError ?? .nan)
        return (row.variant.id, row.effectAllele?.rawValue == firsts[row.variant.id] ? z : -z)
      }
    )
  }

  func contents() throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".tbi") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        var bytes: [UInt8] = []
        guard name.hasSuffix(".gz") else {
          return (name, [UInt8](FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()))
        }
        try CompressedLineReader(
          path: "\(folder)/\(name)",
          displayName: name,
          onContent: { bytes += $0 }
        ).forEachLine { (_, _) in }
        return (name, bytes)
      }
    )
  }

  /// Of the dosages, which is what z-scores go by; not that of haplotypes.
  static func genotypeCorrelation(_ one: PanelVariant, _ other: PanelVariant, _ panel: ReferencePanel)
    -> Double
  {
    let values = [one, other].map { panel.genotypes(of: $0).copies.map(Double.init) }
    let count = Double(values[0].count)
    let means = values.map { $0.reduce(0, +) / count }
    func covariance(_ left: Int, _ right: Int) -> Double {
      zip(values[left], values[right]).map { ($0 - means[left]) * ($1 - means[right]) }.reduce(0, +)
    }
    return covariance(0, 1) / (covariance(0, 0) * covariance(1, 1)).squareRoot()
  }

  func meanRSquared(
    _ variants: [PanelVariant],
    _ minor: [Double],
    _ panel: ReferencePanel,
    _ distance: Range<Int>
  ) -> Double {
    var sum = 0.0
    var count = 0
    for one in variants.indices where minor[one] > 0.05 {
      for other in variants.indices[(one + 1)...] {
        guard variants[other].chromosome == variants[one].chromosome else { break }
        guard variants[other].position - variants[one].position < distance.upperBound else { break }
        guard minor[other] > 0.05, distance.contains(variants[other].position - variants[one].position) else {
          continue
        }
        sum += panel.correlation(variants[one], variants[other])?.rSquared ?? 0
        count += 1
      }
    }
    return count == 0 ? .nan : sum / Double(count)
  }
}
