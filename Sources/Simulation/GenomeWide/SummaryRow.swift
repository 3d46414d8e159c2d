import Foundation
import Statistics
import StudyModel

/// One variant's association, as a file of summary statistics prints it.
struct SummaryRow {
  var variant: SimulatedVariant
  var chromosome: String
  /// Of the first allele in the study's own people.
  var frequency: Double
  /// Per first allele.
  var beta: Double
  var standardError: Double
  var pValue: PValue

  /// - Parameters:
  ///   - people: the n with which the standard error is 1/√(2f(1−f)·n).
  ///   - alleles: haplotypes that the frequency was counted in.
  init(
    _ variant: SimulatedVariant,
    chromosome: String,
    z: Double,
    people: Double,
    alleles: Double,
    _ stream: inout RandomStream
  ) {
    let f = variant.frequency
    let spread = (f * (1 - f) / alleles).squareRoot()
    frequency = min(max(f + spread * Ziggurat.shared.normal(&stream), 0.5 / alleles), 1 - 0.5 / alleles)
    standardError = 1 / (2 * frequency * (1 - frequency) * people).squareRoot()
    beta = z * standardError
    let tail = NormalDistribution.twoSided(z)
    pValue = PValue(negativeLog10: tail.negativeLog10, value: tail.value)
    self.variant = variant
    self.chromosome = chromosome
  }

  /// The same association told of the other allele.
  var exchanged: SummaryRow {
    var other = self
    (other.variant.first, other.variant.second) = (variant.second, variant.first)
    (other.frequency, other.beta) = (1 - frequency, -beta)
    return other
  }
}

/// A layout of summary statistics that can be written.
enum SummaryLayout {
  /// METAL's output, as the deposit of 41 cytokines has it: no positions, lower-case alleles.
  case metal(people: Int)
  /// FinnGen's R5, sorted by place.
  case finnGen(cases: Int, controls: Int)

  var header: String {
    switch self {
    case .metal:
      "MarkerName\tAllele1\tAllele2\tFreq1\tFreqSE\tMinFreq\tMaxFreq\tEffect\tStdErr\tP-value\tDirection\tHetISq\tHetChiSq\t"
        + "HetDf\tHetPVal\tTotal_N\n"
    case .finnGen:
      "#chrom\tpos\tref\talt\trsids\tnearest_genes\tpval\tbeta\tsebeta\taf_alt\taf_alt_cases\taf_alt_controls\n"
    }
  }

  /// The effect allele is the first one.
  func line(_ row: SummaryRow) -> String {
    let variant = row.variant
    return switch self {
    case .metal(let people):
      "\(variant.id)\t\(variant.first.lowercased())\t\(variant.second.lowercased())\t" + association(row)
        + "\t\(people)\n"
    case .finnGen:
      "\(row.chromosome)\t\(variant.position)\t\(variant.second)\t\(variant.first)\t\(variant.id)\t\t"
        + association(row) + "\n"
    }
  }

  /// What does not name the variant.
  func association(_ row: SummaryRow) -> String {
    switch self {
    case .metal:
      // One study stands for the meta-analysed cohorts, so nothing is heterogeneous.
      String(
        format: "%.4f\t0.0000\t%.4f\t%.4f\t%.5f\t%.5f\t%@\t%@\t0.0\t0.000\t0\t1",
        row.frequency,
        row.frequency,
        row.frequency,
        row.beta,
        row.standardError,
        Self.text(row.pValue),
        row.beta < 0 ? "-" : "+"
      )
    case .finnGen:
      String(
        format: "%@\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f",
        Self.text(row.pValue),
        row.beta,
        row.standardError,
        row.frequency,
        row.frequency,
        row.frequency
      )
    }
  }

  private static func text(_ p: PValue) -> String {
    if p.value > 1e-300 { return String(format: "%.4g", p.value) }
    let exponent = p.negativeLog10.rounded(.up)
    return String(format: "%.3fe-%d", pow(10, exponent - p.negativeLog10), Int(exponent))
  }
}
