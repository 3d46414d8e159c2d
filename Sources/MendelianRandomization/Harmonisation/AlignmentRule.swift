import StudyModel

/// Brings one outcome row to the exposure's effect allele, as the study's policy allows.
///
/// The decisions are those of Hemani et al. 2018 (eLife 7:e34408), actions 2, 3 and 1, save that identical
/// alleles are refused and that indels are reversed when they are complemented.
struct AlignmentRule: Sendable {
  let settings: HarmonisationSettings

  /// Both effects on the exposure's effect allele; throws the reason where that cannot be had.
  func align(
    exposure: VariantAssociation,
    exposureEffect: AlleleEffect,
    outcome: VariantAssociation,
    outcomeEffect: AlleleEffect
  ) throws(NotAligned) -> HarmonisedVariant {
    let match = try AlleleMatch(exposure: AllelePair(exposure), outcome: AllelePair(outcome))
    let lettersAligned = outcomeEffect.read(as: match.alignment)
    let evidence = FrequencyEvidence(
      exposure: exposureEffect.effectAlleleFrequency,
      outcome: lettersAligned.effectAlleleFrequency
    )
    let alignment = try settle(match, evidence)
    var variant = HarmonisedVariant(
      variant: exposure.variant,
      effectAllele: match.alleles.effect,
      otherAllele: match.alleles.other,
      exposure: exposureEffect,
      outcome: outcomeEffect.read(as: alignment),
      alignment: alignment,
      isPalindromic: match.alleles.isPalindromic
    )
    variant.flags = flags(of: variant, match) + exposure.flags
    if let proxy = outcome.proxy {
      variant.proxy = alignment.exchangesAlleles ? proxy.forOtherAllele : proxy
      variant.flags.append(.proxy)
    }
    return variant
  }

  /// The alignment that letters, frequencies and policy agree on.
  private func settle(
    _ match: AlleleMatch,
    _ evidence: FrequencyEvidence
  ) throws(NotAligned) -> AlleleAlignment {
    if match.isOtherAlleleMissing {
      try checkIncomplete(match, evidence)
      return match.alignment
    }
    guard match.alleles.isPalindromic else { return match.alignment }
    switch settings.policy {
    case .assumeForward: return match.alignment
    case .exclude: throw NotAligned(reason: .palindromicExcluded)
    case .infer:
      guard !evidence.isMissing else { throw NotAligned(reason: .palindromicWithoutFrequency) }
      guard !evidence.isAmbiguous(window: settings.ambiguityWindow) else {
        throw NotAligned(reason: .palindromicAmbiguous)
      }
      return evidence.areOnOneSide ? match.alignment : match.alignment.onOtherStrand
    }
  }

  /// Without one of the alleles a strand change cannot be told from another variant: the frequencies must
  /// confirm the match, unless both files are taken to be on the forward strand.
  private func checkIncomplete(
    _ match: AlleleMatch,
    _ evidence: FrequencyEvidence
  ) throws(NotAligned) {
    if match.alleles.isPalindromic {
      throw NotAligned(reason: settings.policy == .exclude ? .palindromicExcluded : .otherAlleleMissing)
    }
    guard settings.policy != .assumeForward else { return }
    let isConfirmed = evidence.areOnOneSide && !evidence.isAmbiguous(window: settings.ambiguityWindow)
    guard !match.alignment.changesStrand, isConfirmed else { throw NotAligned(reason: .otherAlleleMissing) }
  }

  private func flags(of variant: HarmonisedVariant, _ match: AlleleMatch) -> [VariantFlag] {
    var flags: [VariantFlag] = []
    if variant.isPalindromic, settings.policy == .infer { flags.append(.strandInferred) }
    if variant.frequenciesClash(limit: settings.frequencyClash) { flags.append(.frequencyClash) }
    if match.isOtherAlleleMissing { flags.append(.otherAlleleMissing) }
    return flags
  }
}

extension AlleleEffect {
  /// The effect told of the exposure's effect allele.
  func read(as alignment: AlleleAlignment) -> AlleleEffect {
    alignment.exchangesAlleles ? forOtherAllele : self
  }
}

extension HarmonisedVariant {
  /// Not palindromic, and the two frequencies of the effect allele differ by more than `limit`.
  func frequenciesClash(limit: Double) -> Bool {
    let evidence = FrequencyEvidence(
      exposure: exposure.effectAlleleFrequency,
      outcome: outcome.effectAlleleFrequency
    )
    return !isPalindromic && evidence.clashes(limit: limit)
  }
}
