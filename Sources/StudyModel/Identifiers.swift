/// The permanent name of a study, as study.yaml gives it: files, URLs and comparisons use it, never the title.
package struct StudyID: PermanentIdentifier {
  package let rawValue: String

  package init?(rawValue: String) {
    guard Self.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }
}

/// The permanent name of a trait, as study.yaml gives it.
package struct TraitID: PermanentIdentifier {
  package let rawValue: String

  package init?(rawValue: String) {
    guard Self.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }
}

/// The permanent name of a pair: the panel trait's id, a dot, the direction (`CRP.forward`).
///
/// A trait id holds no dot, so two different pairs cannot share a name.
package struct PairID: RawRepresentable, Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
  package let rawValue: String

  package init?(rawValue: String) {
    let parts = rawValue.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, TraitID(rawValue: String(parts[0])) != nil,
      Direction(rawValue: String(parts[1])) != nil
    else { return nil }
    self.rawValue = rawValue
  }

  package init(trait: TraitID, direction: Direction) {
    rawValue = "\(trait.rawValue).\(direction.rawValue)"
  }

  package var description: String { rawValue }

  package static func < (left: PairID, right: PairID) -> Bool { left.rawValue < right.rawValue }
}

/// A name that may become a file name, a URL and the key of a random stream: ASCII letters, digits, `-` and `_`,
/// starting with a letter or digit, at most 64 characters.
package protocol PermanentIdentifier: RawRepresentable, Hashable, Codable, Sendable, Comparable,
  CustomStringConvertible
where RawValue == String {}

extension PermanentIdentifier {
  package var description: String { rawValue }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Whether the text may serve as an identifier.
  package static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 64, isLetterOrDigit(first) else { return false }
    return text.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
