import MendelianRandomization
import StudyModel
import Testing

/// How one outcome row is brought to the exposure's allele, and why it is not.
@Suite struct AlignmentRuleTests {
  struct Case: CustomTestStringConvertible {
    var exposure: (String?, String?)
    var outcome: (String?, String?)
    var frequencies: (Double?, Double?) = (0.3, 0.3)
    var policy = HarmonisationPolicy.infer
    var alignment: AlleleAlignment?
    var reason: ExclusionReason?
    var flags: [VariantFlag] = []
    var testDescription: String { "\(exposure) \(outcome) \(frequencies) \(policy)" }
  }

  static let cases: [Case] = [
    Case(exposure: ("A", "G"), outcome: ("A", "G"), alignment: .same),
    Case(exposure: ("A", "G"), outcome: ("G", "A"), frequencies: (0.3, 0.7), alignment: .swapped),
    Case(exposure: ("A", "G"), outcome: ("T", "C"), alignment: .strandFlipped),
    Case(
      exposure: ("A", "G"),
      outcome: ("C", "T"),
      frequencies: (0.3, 0.7),
      alignment: .strandFlippedAndSwapped
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (0.3, 0.31),
      alignment: .same,
      flags: [.strandInferred]
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (0.3, 0.7),
      alignment: .strandFlippedAndSwapped,
      flags: [.strandInferred]
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("T", "A"),
      frequencies: (0.3, 0.3),
      alignment: .strandFlipped,
      flags: [.strandInferred]
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("T", "A"),
      frequencies: (0.3, 0.7),
      policy: .assumeForward,
      alignment: .swapped
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (0.42, 0.42),
      alignment: .same,
      flags: [.strandInferred]
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("T", "A"),
      frequencies: (0.42, 0.58),
      alignment: .swapped,
      flags: [.strandInferred]
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (0.4201, 0.3),
      reason: .palindromicAmbiguous
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (0.3, 0.5799),
      reason: .palindromicAmbiguous
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (nil, 0.3),
      reason: .palindromicWithoutFrequency
    ),
    Case(
      exposure: ("A", "T"),
      outcome: ("A", "T"),
      frequencies: (0.3, nil),
      reason: .palindromicWithoutFrequency
    ),
    Case(exposure: ("C", "G"), outcome: ("C", "G"), policy: .exclude, reason: .palindromicExcluded),
    // Two bases can be palindromic as one can: AC/GT is GT/AC on the other strand.
    Case(
      exposure: ("AC", "GT"),
      outcome: ("AC", "GT"),
      frequencies: (nil, nil),
      reason: .palindromicWithoutFrequency
    ),
    Case(exposure: ("ATC", "A"), outcome: ("GAT", "T"), alignment: .strandFlipped),
    Case(exposure: ("ATC", "A"), outcome: ("TAG", "T"), reason: .allelesDoNotMatch),
    Case(exposure: ("A", "G"), outcome: ("A", "C"), reason: .allelesDoNotMatch),
    Case(exposure: ("A", "T"), outcome: ("A", "G"), reason: .allelesDoNotMatch),
    Case(exposure: ("A", "A"), outcome: ("A", "G"), reason: .identicalAlleles),
    Case(exposure: ("A", "G"), outcome: ("G", "G"), reason: .identicalAlleles),
    Case(exposure: (nil, "G"), outcome: ("A", "G"), reason: .effectAlleleMissing),
    Case(exposure: ("A", "G"), outcome: (nil, nil), reason: .effectAlleleMissing),
    Case(exposure: ("A", "G"), outcome: ("A", nil), alignment: .same, flags: [.otherAlleleMissing]),
    Case(exposure: ("A", "G"), outcome: ("T", nil), reason: .otherAlleleMissing),
    Case(
      exposure: ("A", "G"),
      outcome: ("T", nil),
      policy: .assumeForward,
      alignment: .strandFlipped,
      flags: [.otherAlleleMissing]
    ),
    Case(
      exposure: ("A", "G"),
      outcome: ("A", nil),
      frequencies: (0.3, 0.7),
      reason: .otherAlleleMissing
    ),
    Case(exposure: ("A", "T"), outcome: ("A", nil), policy: .assumeForward, reason: .otherAlleleMissing),
    Case(exposure: ("A", "T"), outcome: ("A", nil), policy: .exclude, reason: .palindromicExcluded),
    Case(exposure: ("A", nil), outcome: ("G", nil), policy: .assumeForward, reason: .otherAlleleMissing),
    Case(
      exposure: ("A", "G"),
      outcome: ("A", "G"),
      frequencies: (0.1, 0.9),
      alignment: .same,
      flags: [.frequencyClash]
    ),
    Case(exposure: ("A", "G"), outcome: ("A", "G"), frequencies: (0.7, 0.9), alignment: .same),
    Case(exposure: ("I", "D"), outcome: ("ATC", "A"), alignment: .same),
    Case(exposure: ("AT", "CG"), outcome: ("I", "D"), reason: .allelesDoNotMatch),
    Case(exposure: ("I", nil), outcome: ("I", "D"), reason: .otherAlleleMissing),
  ]

  @Test(arguments: cases)
  func alignsOrNamesTheReason(_ example: Case) {
    let exposure = alleleRow("rs1", example.exposure.0, example.exposure.1, frequency: example.frequencies.0)
    let outcome = alleleRow(
      "rs1",
      example.outcome.0,
      example.outcome.1,
      beta: 0.05,
      frequency: example.frequencies.1
    )
    let result = harmoniseRows([exposure], [outcome], example.policy)
    #expect(result.variants.first?.alignment == example.alignment)
    #expect(result.exclusions.first?.reason == example.reason)
    #expect(result.variants.count + result.exclusions.count == 1)
    guard let variant = result.variants.first else { return }
    #expect(variant.flags == example.flags)
    #expect(variant.exposure == exposure.effect)
    let isExchanged = [.swapped, .strandFlippedAndSwapped].contains(variant.alignment)
    #expect(variant.outcome.beta == (isExchanged ? -0.05 : 0.05))
  }

  @Test func anEmptyWindowStillRefusesOneHalf() {
    let settings = HarmonisationSettings(ambiguityWindow: 0)
    let half = Harmoniser(settings: settings).harmonise(
      exposure: [alleleRow("rs1", "A", "T", frequency: 0.5)],
      outcome: [alleleRow("rs1", "A", "T", frequency: 0.49)],
      pThreshold: nil
    )
    #expect(half.exclusions.map(\.reason) == [.palindromicAmbiguous])
  }

  @Test func codesAreSpeltOutInTheResult() {
    let result = harmoniseRows([alleleRow("rs1", "D", "I")], [alleleRow("rs1", "ATC", "A", frequency: 0.7)])
    #expect(result.variants.first?.effectAllele?.rawValue == "A")
    #expect(result.variants.first?.otherAllele?.rawValue == "ATC")
    #expect(result.variants.first?.alignment == .swapped)
  }
}
