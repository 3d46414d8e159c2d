/// A mapping that passed its key table: typed values with their places. Values that had a problem are left
/// out.
package struct CheckedMapping: Sendable {
  /// Where the mapping begins.
  package var position: YAMLPosition
  package var entries: [String: CheckedEntry]

  package init(position: YAMLPosition, entries: [String: CheckedEntry] = [:]) {
    self.position = position
    self.entries = entries
  }

  /// Where that key stands, or where the mapping begins if the key is absent.
  package func position(of key: String) -> YAMLPosition { entries[key]?.key ?? position }

  package func text(_ key: String) -> String? { entries[key]?.value.text }

  package func integer(_ key: String) -> Int? {
    if case .integer(let value)? = entries[key]?.value.content { value } else { nil }
  }

  package func number(_ key: String) -> Double? {
    if case .number(let value)? = entries[key]?.value.content { value } else { nil }
  }

  package func boolean(_ key: String) -> Bool? {
    if case .boolean(let value)? = entries[key]?.value.content { value } else { nil }
  }

  package func mapping(_ key: String) -> CheckedMapping? { entries[key]?.value.mapping }

  /// The elements of a list; empty where the key is absent.
  package func list(_ key: String) -> [CheckedValue] {
    if case .list(let values)? = entries[key]?.value.content { values } else { [] }
  }
}

/// A key with its value.
package struct CheckedEntry: Sendable {
  /// Where the key stands.
  package var key: YAMLPosition
  package var value: CheckedValue
}

/// A value of the type that the key table asks for.
package struct CheckedValue: Sendable {
  package var position: YAMLPosition
  package var content: Content

  /// The text, or the name of the choice.
  package var text: String? { if case .text(let text) = content { text } else { nil } }

  package var mapping: CheckedMapping? { if case .mapping(let mapping) = content { mapping } else { nil } }

  package var number: Double? { if case .number(let number) = content { number } else { nil } }

  package indirect enum Content: Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case list([CheckedValue])
    case mapping(CheckedMapping)
  }
}
