/// The keys that one kind of mapping may hold: the single description from which validation, the key
/// reference and the commented template are made.
package struct KeyTable: Sendable {
  /// Names the kind of mapping in the key reference ("trait"). Tables of one name are one section there.
  package var name: String
  /// Heads the section: where such a mapping stands.
  package var doc: String
  package var keys: [Key]

  package init(name: String, doc: String, keys: [Key]) {
    self.name = name
    self.doc = doc
    self.keys = keys
  }

  /// The description of that key; nil where the table has none of that name.
  package func key(_ name: String) -> Key? { keys.first { $0.name == name } }
}

/// One key of a mapping.
package struct Key: Sendable {
  package var name: String
  package var type: KeyType
  package var presence: Presence
  /// One line for the key reference and the template, without a full stop.
  package var doc: String
  /// A value as it would stand in the file; nil for mappings, which are shown by their own keys.
  package var example: String?
  /// Whether the template sets the key although it is not required.
  package var isInTemplate: Bool

  package init(
    _ name: String,
    _ type: KeyType,
    _ presence: Presence = .optional,
    _ doc: String,
    example: String? = nil,
    isInTemplate: Bool = false
  ) {
    self.name = name
    self.type = type
    self.presence = presence
    self.doc = doc
    self.example = example
    self.isInTemplate = isInTemplate
  }

  /// Whether a key has to be there.
  package enum Presence: Hashable, Sendable {
    case required
    case optional
    /// What holds where the key is absent, in words or as the file would write it.
    case defaults(to: String)
  }
}

/// What the value of a key has to be.
package indirect enum KeyType: Sendable {
  /// Any scalar, taken as it is written: `NO`, `1e5` and `007` stay text.
  case text(TextRule)
  case integer(ClosedRange<Int>)
  case number(NumberRange)
  /// `true` or `false`; YAML 1.1's `yes`, `on` and their like are refused.
  case boolean
  case choice([String])
  /// At least one element.
  case list(KeyType)
  case mapping(KeyTable)
  /// A mapping, or a scalar that stands for one with nothing but the named key.
  case mappingOrScalar(KeyTable, key: String)
}
