import Foundation
import StudyModel

/// A decimal number as a file prints it, kept exactly enough that p-values below the range of doubles
/// survive.
struct DecimalNumber {
  /// The nearest double; infinite where the number is too large.
  let value: Double
  /// log₁₀ of the absolute value; −∞ for 0.
  var log10: Double {
    significand == 0 ? -.infinity : Foundation.log10(significand) + Double(exponent)
  }

  /// Half a unit of the last printed digit: how far a rounded number may lie from the one it was. A whole number
  /// counts as rounded to a tenth, for R prints 0.30 as 0.3 and 2.00 as 2.
  var halfUnit: Double { 0.5 * pow(10, Double(min(exponent, -1))) }

  /// The digits read as a whole number (the first 18; more do not move a double's logarithm).
  private let significand: Double
  private let exponent: Int

  /// Takes `[+-]digits[.digits][e[+-]digits]`, independent of any locale; nil for anything else.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = Scanner(bytes)
    guard let parts = scanner.scan() else { return nil }
    significand = Double(parts.digits)
    exponent = parts.exponent
    value = Self.exactly(parts) ?? Double(String(decoding: bytes, as: UTF8.self)) ?? .nan
  }

  /// Those that are exact doubles.
  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19,
    1e20, 1e21, 1e22,
  ]

  /// Both factors are exact doubles, so that the one rounding gives the nearest double (Clinger 1990, PLDI,
  /// doi:10.1145/93548.93557); nil where they are not.
  private static func exactly(_ parts: Scanner.Parts) -> Double? {
    guard parts.isComplete, parts.digits < 1 << 53, abs(parts.exponent) < powersOfTen.count else {
      return nil
    }
    let power = powersOfTen[abs(parts.exponent)]
    let size = parts.exponent < 0 ? Double(parts.digits) / power : Double(parts.digits) * power
    return parts.isNegative ? -size : size
  }

  private struct Scanner {
    struct Parts {
      var isNegative = false
      var digits: UInt64 = 0
      var exponent = 0
      /// No digit was left out of `digits`.
      var isComplete = true
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var parts = Parts()
    private var hasDigits = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func scan() -> Parts? {
      parts.isNegative = sign()
      whileDigit { scanner, digit in scanner.take(digit, isFraction: false) }
      if next == UInt8(ascii: ".") {
        index += 1
        whileDigit { scanner, digit in scanner.take(digit, isFraction: true) }
      }
      guard hasDigits, exponentFollows() else { return nil }
      return parts
    }

    private mutating func sign() -> Bool {
      guard let first = next, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else {
        return false
      }
      index += 1
      return first == UInt8(ascii: "-")
    }

    private mutating func take(_ digit: UInt64, isFraction: Bool) {
      hasDigits = true
      if parts.digits < 100_000_000_000_000_000 {
        parts.digits = parts.digits * 10 + digit
        if isFraction { parts.exponent -= 1 }
      } else {
        parts.isComplete = false
        if !isFraction { parts.exponent += 1 }
      }
    }

    /// True where the rest is nothing or an exponent; a huge one is held within a billion.
    private mutating func exponentFollows() -> Bool {
      guard let letter = next else { return true }
      guard letter | 0x20 == UInt8(ascii: "e") else { return false }
      index += 1
      let isNegative = sign()
      guard next != nil else { return false }
      var size = 0
      whileDigit { _, digit in size = min(size * 10 + Int(digit), 1_000_000_000) }
      parts.exponent += isNegative ? -size : size
      return next == nil
    }

    private mutating func whileDigit(_ body: (inout Scanner, UInt64) -> Void) {
      while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        index += 1
        body(&self, UInt64(byte - UInt8(ascii: "0")))
      }
    }
  }
}

extension PValue {
  /// Below this a double has fewer digits than it may have been printed with.
  private static let smallestExact = 1e-300

  /// A p as printed: `1e-400` keeps its size though its double is 0.
  init(_ number: DecimalNumber) {
    if number.value < Self.smallestExact, number.log10 > -.infinity {
      self.init(negativeLog10: -number.log10, value: number.value)
    } else {
      self.init(number.value)
    }
  }
}
