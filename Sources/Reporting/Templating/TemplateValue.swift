import Mustache

/// What templates may be given.
///
/// Mustache looks a missing key up in the enclosing objects: a table row without `p` would print the page's
/// `p`. An object of this type answers every key, a missing one with `absent`, so that a look-up never leaves it.
/// Sections open for a non-empty text, a true flag, an object and each element of a list.
package enum TemplateValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
  /// Known to be nothing: prints nothing, and opens only inverted sections.
  case absent

  /// The text, or `absent` where there is none.
  package static func text(optional text: String?) -> TemplateValue {
    text.map(TemplateValue.text) ?? .absent
  }
}

extension TemplateValue: MustacheParent {
  package func child(named name: String) -> Any? {
    switch self {
    case .object(let members): members[name] ?? .absent
    case .absent: TemplateValue.absent
    case .text, .flag, .list: nil
    }
  }
}

extension TemplateValue: MustacheCustomRepresentation {
  package var representation: Any? {
    switch self {
    case .text(let text): text.isEmpty ? nil : text
    case .flag(let flag): flag
    case .list(let elements): elements
    case .object: self
    case .absent: nil
    }
  }
}

extension TemplateValue: MustacheCustomRenderable {
  /// Only texts print; `TemplateKeys` reports a template that prints anything else.
  package var renderText: String {
    if case .text(let text) = self { text } else { "" }
  }

  package var isNull: Bool { self == .absent }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }

  package init(booleanLiteral value: Bool) { self = .flag(value) }

  package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }

  /// Of a key that is written twice the last value counts.
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
