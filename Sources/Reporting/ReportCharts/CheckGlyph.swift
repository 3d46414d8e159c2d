import Charts

/// The outcome of a check as a glyph: a circle holds, a triangle cautions, a square fails, a dash cannot be
/// assessed. Shape and sign say what colour says.
package enum CheckGlyph: String, Hashable, Sendable {
  case holds, caution, fails
  case notAssessed = "not assessed"

  func marks(x: Double, y: Double) -> [any Mark] {
    switch self {
    case .holds:
      let tick = [Point(x - 2.3, y + 0.2), Point(x - 0.6, y + 1.9), Point(x + 2.4, y - 1.7)]
      return [
        CircleMark(x: x, y: y, radius: 5, Paint(fill: .paper, stroke: Stroke(.green, 1.3))),
        PolylineMark(tick, Stroke(.green, 1.4)),
      ]
    case .caution:
      let corners = [Point(x, y - 5.5), Point(x + 6, y + 5), Point(x - 6, y + 5)]
      return [
        PolygonMark(corners, Paint(fill: .orange, stroke: Stroke(.ink, 0.8))),
        RuleMark.vertical(x: x, y - 2, y + 1.6, Stroke(.onOrange, 1.4)),
        RuleMark.vertical(x: x, y + 2.8, y + 4, Stroke(.onOrange, 1.4)),
      ]
    case .fails:
      return [
        RectangleMark.square(x: x, y: y, half: 5, Paint(fill: .vermillion)),
        RuleMark(Point(x - 2.5, y - 2.5), Point(x + 2.5, y + 2.5), Stroke(.paper, 1.5)),
        RuleMark(Point(x - 2.5, y + 2.5), Point(x + 2.5, y - 2.5), Stroke(.paper, 1.5)),
      ]
    case .notAssessed:
      return [RuleMark.horizontal(y: y, x - 4, x + 4, Stroke(.ink3, 1.3))]
    }
  }
}
