import Foundation

/// How the names of the model's properties become keys of JSON and back: `pValue` ↔ `p_value`.
enum JSONKeys {
  /// Keys that the model spells itself, in the form that stands in the file.
  private static let verbatim: Set<String> = ["neg_log10"]

  /// Properties whose capitals are one word, and their keys.
  private static let irregular = ["observedRSS": "observed_rss"]
  private static let irregularNames = Dictionary(uniqueKeysWithValues: irregular.map { ($1, $0) })

  static func encodingStrategy() -> JSONEncoder.KeyEncodingStrategy {
    let known = KnownKeys(snakeCase)
    return .custom { path in Key(known.name(path.last?.stringValue ?? "")) }
  }

  static func decodingStrategy() -> JSONDecoder.KeyDecodingStrategy {
    let known = KnownKeys(camelCase)
    return .custom { path in Key(known.name(path.last?.stringValue ?? "")) }
  }

  /// The few names that one document repeats thousands of times, each turned once. Used by one coder on one thread.
  private final class KnownKeys: @unchecked Sendable {
    private let turn: (String) -> String
    private var names: [String: String] = [:]

    init(_ turn: @escaping (String) -> String) { self.turn = turn }

    func name(_ name: String) -> String {
      if let known = names[name] { return known }
      let turned = turn(name)
      names[name] = turned
      return turned
    }
  }

  /// An underscore before every capital of ASCII, which becomes small; a letter alone counts as a word (`iSquared`,
  /// `pairF`).
  static func snakeCase(_ name: String) -> String {
    if let key = irregular[name] { return key }
    var key: [UInt8] = []
    for byte in name.utf8 {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      key += isCapital ? [UInt8(ascii: "_"), byte | 0x20] : [byte]
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// The inverse of `snakeCase`. Verbatim keys stay.
  static func camelCase(_ key: String) -> String {
    guard !verbatim.contains(key) else { return key }
    if let name = irregularNames[key] { return name }
    let words = key.split(separator: "_", omittingEmptySubsequences: false)
    guard let first = words.first else { return key }
    return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(_ stringValue: String) { self.stringValue = stringValue }

    init?(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}
