import StudyModel

/// One line's fields, as bytes of the line and as numbers, before anything is made of them.
struct RawRow {
  /// The first that is not missing; nil where all are.
  var name: UnsafeBufferPointer<UInt8>?
  var chromosome: UnsafeBufferPointer<UInt8>?
  /// One-based; nil where it is missing.
  var position: Int?
  var effectAllele: UnsafeBufferPointer<UInt8>?
  var otherAllele: UnsafeBufferPointer<UInt8>?
  /// As printed, and as a number.
  var pValue: UnsafeBufferPointer<UInt8>?
  var pNumber = FieldValue.missing
  var effect = RawEffect()
  /// The first thing that is wrong with the row.
  var fault: UnusableRowReason?
  /// A row of another genetic model than the additive one, which is none of ours.
  var isOtherTest = false

  /// p, or what stands for it; nil where it has to be computed from the effect.
  var p: Double? {
    if case .number(let value) = pNumber, value > 0 { return value }
    return effect.negativeLog10P.map { PValue(negativeLog10: $0).value }
  }
}

extension RawRow {
  /// Checks everything that a row may be refused for, without making anything of it.
  mutating func check() {
    guard fault == nil else { return }
    if name == nil, chromosome == nil || position == nil { return fault = .variantMissing }
    guard let effectAllele else { return fault = .effectAlleleMissing }
    guard Self.isAllele(effectAllele), otherAllele.map(Self.isAllele) ?? true else {
      return fault = .alleleInvalid
    }
    switch pNumber {
    case .number(let value) where value >= 0 && value <= 1: break
    case .missing: break
    default: return fault = .pInvalid
    }
    if let p = effect.negativeLog10P, p < 0 { return fault = .pInvalid }
    checkNumbers()
  }

  private mutating func checkNumbers() {
    if let f = effect.effectAlleleFrequency, !(0...1).contains(f) { return fault = .frequencyInvalid }
    if let n = effect.sampleSize, !Magnitude.sampleSizes.contains(n) { return fault = .sampleSizeInvalid }
    // Words, or a number of another kind: the row is of use without.
    if let info = effect.imputationQuality, !(0...1.5).contains(info) { effect.imputationQuality = nil }
    if let ratio = effect.ratio, effect.beta == nil, !(ratio > 0) { return fault = .effectInvalid }
    if let beta = effect.beta, beta != 0, !Magnitude.range.contains(abs(beta)) {
      return fault = .effectInvalid
    }
    if let error = effect.standardError, !Magnitude.range.contains(error) {
      return fault = .standardErrorInvalid
    }
    if effect.beta == nil, effect.ratio == nil, effect.z == nil { return fault = .effectMissing }
    // The short way out of most rows; what is computed is checked by computing it.
    guard effect.beta == nil || effect.standardError == nil else { return }
    var whole = effect
    whole.pValue = printedP
    do throws(RawEffect.Missing) {
      let made = try whole.effect()
      if !Magnitude.range.contains(made.effect.standardError) { fault = .standardErrorInvalid }
    } catch {
      fault = error == .effect ? .effectMissing : .standardErrorMissing
    }
  }

  /// p with the size it is printed with.
  var printedP: PValue? {
    guard let bytes = pValue, let number = DecimalNumber(bytes), (0...1).contains(number.value) else {
      return nil
    }
    return PValue(number)
  }

  private static func isAllele(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count == 1 {
      switch bytes[0] & 0xDF {
      case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"), UInt8(ascii: "I"),
        UInt8(ascii: "D"):
        return true
      default: return false
      }
    }
    return bytes.allSatisfy { byte in
      let upper = byte & 0xDF
      return upper == 0x41 || upper == 0x43 || upper == 0x47 || upper == 0x54
    }
  }

  /// The row as the analysis takes it; nil where it has a fault, which is then set.
  mutating func association(line: Int) -> VariantAssociation? {
    check()
    guard fault == nil else { return nil }
    var whole = effect
    whole.pValue = printedP
    guard name.map({ String(validating: $0, as: UTF8.self) != nil }) ?? true else {
      fault = .notText
      return nil
    }
    guard let made = try? whole.effect() else { return nil }
    let effectAllele = effectAllele.flatMap { Allele(rawValue: Self.text($0)) }
    let otherAllele = otherAllele.flatMap { Allele(rawValue: Self.text($0)) }
    let names = name.map { VariantNames.list(Self.text($0)) } ?? []
    var chromosome = chromosome.map { ChromosomeName.normalised(Self.text($0)) }
    var position = position
    if let name = names.first, chromosome == nil || position == nil, let place = VariantNames.place(name) {
      (chromosome, position) = place
    }
    let composed = chromosome.flatMap { chromosome in
      position.map { VariantNames.composed(chromosome, $0, otherAllele, effectAllele) }
    }
    guard let id = names.first ?? composed else {
      fault = .variantMissing
      return nil
    }
    var row = VariantAssociation(
      variant: GeneticVariant(id: id, chromosome: chromosome, position: position),
      effectAllele: effectAllele,
      otherAllele: otherAllele,
      effect: made.effect,
      line: line
    )
    row.effect?.derived = made.derived.isEmpty ? nil : made.derived
    row.effect?.imputationQuality = effect.imputationQuality
    row.aliases = Array(names.dropFirst())
    return row
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
