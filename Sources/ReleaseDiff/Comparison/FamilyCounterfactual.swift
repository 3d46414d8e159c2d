import Foundation
import StudyModel

/// What a family would make of another p-value of one of its tests, all its others being as they are.
struct FamilyCounterfactual {
  private let family: TestFamily
  /// −log₁₀ p of all tests, the smallest p first.
  private let sorted: [Double]

  init(_ family: TestFamily) {
    self.family = family
    sorted = family.tests.map(\.pValue.negativeLog10).sorted(by: >)
  }

  /// −log₁₀ of the adjusted p that the test would have.
  ///
  /// - Parameter old: −log₁₀ of the p that it has in this family; nil where it is not among its tests.
  func adjusted(
    _ new: Double,
    inPlaceOf old: Double?,
    by adjustment: AppraisalSettings.Adjustment
  ) -> Double {
    var values = sorted
    if let old, let index = values.firstIndex(of: old) { values.remove(at: index) }
    let rank = values.firstIndex { $0 < new } ?? values.count
    values.insert(new, at: rank)
    let count = Double(values.count)
    switch adjustment {
    case .bonferroni: return Self.scaled(new, by: count)
    case .holm:
      return values[...rank].enumerated().map { Self.scaled($1, by: count - Double($0)) }.min() ?? 0
    case .benjaminiHochberg: return Self.stepUp(values, rank, factor: 1)
    case .benjaminiYekutieli:
      return Self.stepUp(values, rank, factor: (1...values.count).reduce(0) { $0 + 1 / Double($1) })
    case .storey: return Self.stepUp(values, rank, factor: family.storeyPi0 ?? 1)
    case .effective:
      // 1 − (1 − p)^M, which is M·p where p is tiny.
      let tests = family.effectiveTests?.count ?? count
      let p = pow(10, -new)
      return p < 1e-290 ? Self.scaled(new, by: tests) : -log10(min(1, -expm1(tests * log1p(-p))))
    }
  }

  /// Benjamini & Hochberg (J R Stat Soc B 1995;57:289–300): the least of factor·m·p₍ⱼ₎ / j over j ≥ i.
  private static func stepUp(_ values: [Double], _ rank: Int, factor: Double) -> Double {
    let count = Double(values.count)
    return values.indices[rank...].map { scaled(values[$0], by: factor * count / Double($0 + 1)) }.max() ?? 0
  }

  private static func scaled(_ negativeLog10: Double, by factor: Double) -> Double {
    max(0, negativeLog10 - log10(factor))
  }
}
