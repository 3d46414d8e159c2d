/// The colours of a figure, by role. Each is a CSS custom property which the page, or the figure when it
/// stands alone, sets for light, dark, print and forced colours.
package enum Ink: String, CaseIterable, Sendable {
  case ink
  case ink2 = "ink-2"
  case ink3 = "ink-3"
  case paper
  case wash
  case blue
  case vermillion
  case vermillionText = "vermillion-text"
  case green
  case purple
  case orange
  case rule
  case grid
  case band
  /// Dark on `orange`, in the light and in the dark.
  case onOrange = "on-orange"

  /// The name of the custom property.
  package var property: String { "--\(rawValue)" }

  /// On white paper.
  package var light: String {
    switch self {
    case .ink: "#16191D"
    case .ink2: "#444B54"
    case .ink3: "#656D77"
    case .paper: "#FFFFFF"
    case .wash: "#F5F7F9"
    case .blue: "#0072B2"
    case .vermillion: "#D55E00"
    case .vermillionText: "#A84300"
    case .green: "#00875F"
    case .purple: "#A8508A"
    case .orange: "#E69F00"
    case .rule: "#C9CFD6"
    case .grid: "#E3E7EC"
    case .band: "#E5F1F7"
    case .onOrange: "#16191D"
    }
  }

  /// On a dark screen.
  package var dark: String {
    switch self {
    case .ink: "#ECEEF0"
    case .ink2: "#BCC3CB"
    case .ink3: "#969FA9"
    case .paper: "#121518"
    case .wash: "#1A1E22"
    case .blue: "#56B4E9"
    case .vermillion, .vermillionText: "#F0803C"
    case .green: "#2DC298"
    case .purple: "#D98FBC"
    case .orange: "#E9B23A"
    case .rule: "#3D454E"
    case .grid: "#2B3138"
    case .band: "#162B38"
    case .onOrange: "#121518"
    }
  }

  /// Where the reader chose the colours: text, paper, and one accent; shapes and dashes keep lines apart.
  package var forced: String {
    switch self {
    case .paper, .wash, .band, .onOrange: "Canvas"
    case .rule, .grid: "GrayText"
    case .blue: "LinkText"
    default: "CanvasText"
    }
  }
}
