import StudyModel

/// Why two rows cannot be brought to one allele.
package struct NotAligned: Error, Hashable, Sendable {
  package var reason: ExclusionReason

  package init(reason: ExclusionReason) { self.reason = reason }
}

/// How the letters of the outcome's alleles meet the exposure's; frequencies play no part here.
package struct AlleleMatch: Hashable, Sendable {
  /// In the exposure's order and on its strand, codes spelt out and a missing allele filled from the outcome.
  package let alleles: AllelePair
  /// How the outcome's letters were read.
  package let alignment: AlleleAlignment
  /// One file or both name only the effect allele.
  package let isOtherAlleleMissing: Bool

  /// Tries the alleles as they stand, exchanged, and then both again from the other strand.
  package init(exposure: AllelePair, outcome: AllelePair) throws(NotAligned) {
    guard exposure.effect != nil, outcome.effect != nil else {
      throw NotAligned(reason: .effectAlleleMissing)
    }
    guard !exposure.isIdentical, !outcome.isIdentical else { throw NotAligned(reason: .identicalAlleles) }
    guard let exposurePair = exposure.spellingOutCodes(by: outcome),
      let outcomePair = outcome.spellingOutCodes(by: exposure)
    else { throw NotAligned(reason: .allelesDoNotMatch) }
    isOtherAlleleMissing = !exposure.isComplete || !outcome.isComplete
    if isOtherAlleleMissing, exposurePair.hasIndelCode || outcomePair.hasIndelCode {
      throw NotAligned(reason: .otherAlleleMissing)
    }
    let neitherComplete = !exposure.isComplete && !outcome.isComplete
    let readings = Self.readings(of: outcomePair).prefix(neitherComplete ? 1 : 4)
    guard let reading = readings.first(where: { exposurePair.agrees(with: $0.pair) }) else {
      throw NotAligned(reason: neitherComplete ? .otherAlleleMissing : .allelesDoNotMatch)
    }
    alleles = exposurePair.filled(from: reading.pair)
    alignment = reading.alignment
  }

  private static func readings(of pair: AllelePair) -> [(pair: AllelePair, alignment: AlleleAlignment)] {
    let turned = pair.onOtherStrand
    return [
      (pair, .same), (pair.exchanged, .swapped), (turned, .strandFlipped),
      (turned.exchanged, .strandFlippedAndSwapped),
    ]
  }
}

extension AlleleAlignment {
  /// Whether the outcome's effect changes its sign.
  package var exchangesAlleles: Bool { self == .swapped || self == .strandFlippedAndSwapped }

  /// Whether the outcome was read from the other strand.
  package var changesStrand: Bool { self == .strandFlipped || self == .strandFlippedAndSwapped }

  /// The reading of a palindromic variant's letters that takes the outcome to be on the other strand.
  package var onOtherStrand: AlleleAlignment {
    switch self {
    case .same: .strandFlippedAndSwapped
    case .swapped: .strandFlipped
    case .strandFlipped: .swapped
    case .strandFlippedAndSwapped: .same
    case .supplied: .supplied
    }
  }
}
