import StudyModel

/// A stretch of a chromosome with the genotypes of the people whose linkage disequilibrium it carries.
struct GenotypeWindow: Sendable {
  var chromosome: String
  var variants: [SimulatedVariant]
  /// Variant after variant, one value a person: copies of the first allele, centred and scaled to a variance of 1; 0
  /// where the genotype is missing.
  var standardised: [[Float]]

  /// Of the genotypes of two variants.
  func correlation(_ one: Int, _ other: Int) -> Double {
    var sum: Double = 0
    let (left, right) = (standardised[one], standardised[other])
    for person in left.indices { sum += Double(left[person]) * Double(right[person]) }
    return sum / Double(left.count)
  }

  /// Of one variant with every variant of the window.
  func correlations(with variant: Int) -> [Double] { variants.indices.map { correlation(variant, $0) } }
}

/// A variant of a simulated or given panel.
struct SimulatedVariant: Hashable, Sendable {
  var id: String
  /// One-based.
  var position: Int
  /// The one that genotypes count.
  var first: String
  var second: String
  /// Of the first allele.
  var frequency: Double

  var minorAlleleFrequency: Double { min(frequency, 1 - frequency) }
}

extension [UInt8] {
  /// Copies of an allele, 3 where the genotype is missing, centred and scaled to a variance of 1.
  func standardised() -> (values: [Float], frequency: Double)? {
    let known = filter { $0 < 3 }
    guard !known.isEmpty else { return nil }
    let mean = known.reduce(0.0) { $0 + Double($1) } / Double(known.count)
    let variance = known.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(count)
    guard variance > 0 else { return nil }
    let scale = 1 / variance.squareRoot()
    return (map { $0 < 3 ? Float((Double($0) - mean) * scale) : 0 }, mean / 2)
  }
}
