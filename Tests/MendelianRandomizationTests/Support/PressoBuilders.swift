import MendelianRandomization
import Statistics
import StudyModel

/// MR-PRESSO of these variants.
func presso(
  _ variants: [HarmonisedVariant],
  simulations: Int = 10_000,
  rDistortionP: Bool = false,
  level: Double = 0.05,
  seed: UInt64 = 1
) -> MRPresso {
  MRPressoAnalysis(
    settings: MRPressoSettings(simulations: simulations, rDistortionP: rDistortionP),
    significanceLevel: level,
    pair: studyPair("BMI").id,
    seed: seed
  ).analyse(variants)
}

/// Variants whose ratios scatter by `spread` standard errors about 0.4, the same each time.
func scattered(_ count: Int, spread: Double = 1) -> [HarmonisedVariant] {
  var stream = RandomStream(StreamKey(seed: 5, names: ["scattered"]), simulation: 0)
  return (0..<count).map { index in
    let x = 0.05 + 0.1 * stream.nextUniform()
    let noise = spread * 0.02 * Ziggurat.shared.normal(&stream)
    return variant("rs\(index)", x: x, y: 0.4 * x + noise, yError: 0.02)
  }
}
