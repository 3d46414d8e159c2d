import Charts

/// How the line of a method is drawn: colour and dash both say which it is.
package enum MethodLineKind: String, Hashable, Sendable {
  case inverseVariance, egger, median, mode

  var stroke: Stroke {
    switch self {
    case .inverseVariance: Stroke(.blue, 2)
    case .egger: Stroke(.vermillion, 2, dashes: [7, 4])
    case .median: Stroke(.green, 1.8, dashes: [8, 3, 2, 3])
    case .mode: Stroke(.purple, 1.8, dashes: [2, 3])
    }
  }

  var textInk: Ink {
    switch self {
    case .inverseVariance: .blue
    case .egger: .vermillionText
    case .median: .green
    case .mode: .purple
    }
  }

  func label(_ text: String) -> TextSpan { TextSpan(text, TextStyle(.head, bold: true), textInk) }
}
