/// A tag of a template, as far as checks need it; Mustache keeps its own tokens to itself.
package indirect enum TemplateTag: Hashable, Sendable {
  /// `{{key}}`, `{{{key}}}`, `{{&key}}`.
  case variable(TemplateKey)
  /// `{{#key}}…{{/key}}`.
  case section(TemplateKey, [TemplateTag])
  /// `{{^key}}…{{/key}}`.
  case inverted(TemplateKey, [TemplateTag])
  /// `{{> name}}`.
  case partial(name: String, line: Int)
}

/// A key as a template writes it, without transforms: `{{empty(row.names)}}` has the path `row`, `names`.
package struct TemplateKey: Hashable, Sendable {
  /// Empty for `{{.}}` and for `{{#first()}}`, which ask about the element of a list.
  package var path: [String]
  /// Whether a transform such as `count` or `empty` stands before it.
  package var isTransformed: Bool
  package var line: Int
}
