import StudyModel

extension TemplateValue {
  /// Text, or what stands for none.
  static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .absent }

  /// A whole number as text.
  static func number(_ value: Int) -> TemplateValue { .text(NumberStyle.count(value)) }

  /// A list of rows under `key`, or absent where there are none, so that a template's section vanishes.
  static func rows(_ rows: [TemplateValue]) -> TemplateValue { rows.isEmpty ? .absent : .list(rows) }
}
