import Foundation
import StudyModel

/// A number field of a genome-wide file.
enum FieldValue: Equatable {
  case number(Double)
  case missing
  case invalid

  /// Reads what nearly every field is, a short decimal number, without a detour; whatever else goes the long way.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let value = Self.short(bytes) {
      self = .number(value)
    } else if MissingField.isMissing(bytes) {
      self = .missing
    } else if let number = DecimalNumber(bytes), number.value.isFinite {
      self = .number(number.value)
    } else {
      self = .invalid
    }
  }

  /// nil for a missing number.
  func optional(_ onInvalid: () -> Void) -> Double? {
    switch self {
    case .number(let value): return value
    case .missing: return nil
    case .invalid:
      onInvalid()
      return nil
    }
  }

  /// Digits below 2⁵³ times or over a power of ten that is an exact double, so that one rounding gives the nearest double
  /// (as `DecimalNumber` has it); nil for whatever needs more care.
  @inline(__always)
  private static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    let count = bytes.count
    guard count > 0, count <= 24 else { return nil }
    var place = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { place = 1 }
    var digits: UInt64 = 0
    var digitCount = 0
    var exponent = 0
    var isFraction = false
    while place < count {
      let byte = bytes[place]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
        digitCount += 1
        if isFraction { exponent -= 1 }
      } else if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte | 0x20 == UInt8(ascii: "e"), digitCount > 0, place + 1 < count {
        var power = place + 1
        let isSmall = bytes[power] == UInt8(ascii: "-")
        if isSmall || bytes[power] == UInt8(ascii: "+") { power += 1 }
        guard power < count, count - power <= 3 else { return nil }
        var size = 0
        while power < count {
          let digit = bytes[power] &- UInt8(ascii: "0")
          guard digit < 10 else { return nil }
          size = size * 10 + Int(digit)
          power += 1
        }
        exponent += isSmall ? -size : size
        break
      } else {
        return nil
      }
      place += 1
    }
    guard digitCount > 0, digitCount <= 18, digits < 1 << 53, exponent > -23, exponent < 23 else {
      return nil
    }
    let size =
      exponent < 0
      ? Double(digits) / DecimalNumber.powersOfTen[-exponent]
      : Double(digits) * DecimalNumber.powersOfTen[exponent]
    return isNegative ? -size : size
  }
}

/// What files write where they know nothing.
enum MissingField {
  private static let words: Set<String> = ["na", "nan", "-nan", "n/a", "null", "none", ".", "-", "#na", "nr"]

  static func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    // Nearly every field is something else, which its first letter tells.
    guard bytes.count <= 4 else { return false }
    switch bytes[0] {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "n"), UInt8(ascii: "N"): break
    default: return false
    }
    return words.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }
}
