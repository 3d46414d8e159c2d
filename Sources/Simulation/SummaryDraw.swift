import Statistics
import StudyModel

/// Summary statistics of one replicate of a scenario: a function of the seed, the scenario's id and the replicate's
/// index alone.
package struct SummaryDraw: Sendable {
  package let scenario: SummaryScenario
  private let key: StreamKey

  /// σx of every variant; the scale is of no consequence.
  private static let exposureError = 0.01

  package init(_ scenario: SummaryScenario, seed: UInt64) {
    self.scenario = scenario
    key = StreamKey(seed: seed, names: ["summary scenario", scenario.id])
  }

  /// The harmonised variants of that replicate, in an order that says nothing of which are valid.
  package func variants(replicate: Int) -> [HarmonisedVariant] {
    var stream = RandomStream(key, simulation: UInt64(replicate))
    let strengths = (0..<scenario.variants).map { _ in
      let z = scenario.smallestZ + scenario.spreadOfZ * abs(Ziggurat.shared.normal(&stream))
      return Self.exposureError * z
    }
    let mean = strengths.compensatedSum() / Double(strengths.count)
    let invalid = Int((scenario.invalidShare * Double(scenario.variants)).rounded())
    return strengths.enumerated().map { index, strength in
      let direct = index < invalid ? pleiotropy(strength / mean, &stream) : 0
      return variant(index, strength: strength, direct: direct, &stream)
    }
  }

  private var outcomeError: Double { Self.exposureError * scenario.errorRatio }

  /// α of an invalid variant whose strength is so many times the mean.
  private func pleiotropy(_ relativeStrength: Double, _ stream: inout RandomStream) -> Double {
    let size = scenario.pleiotropySize * outcomeError
    let normal = Ziggurat.shared.normal(&stream)
    switch scenario.pleiotropy {
    case .balanced: return size * normal
    case .directional: return size * abs(normal)
    case .correlated: return size * relativeStrength
    }
  }

  private func variant(
    _ index: Int,
    strength: Double,
    direct: Double,
    _ stream: inout RandomStream
  ) -> HarmonisedVariant {
    let correlation = scenario.errorCorrelation
    let first = Ziggurat.shared.normal(&stream)
    let second = Ziggurat.shared.normal(&stream)
    let mixed = correlation * first + (1 - correlation * correlation).squareRoot() * second
    return HarmonisedVariant(
      variant: GeneticVariant(id: "rs\(index + 1)"),
      effectAllele: Allele(rawValue: "A"),
      otherAllele: Allele(rawValue: "G"),
      exposure: AlleleEffect(
        beta: strength + Self.exposureError * first,
        standardError: Self.exposureError
      ),
      outcome: AlleleEffect(
        beta: scenario.effect * strength + direct + outcomeError * mixed,
        standardError: outcomeError
      ),
      alignment: .same,
      isPalindromic: false
    )
  }
}
