import Charts

/// The glyphs of a grid, gathered into one path for each kind, so that thousands stay small.
struct GridGlyphs {
  private var triangles: [Kind: [[Point]]] = [:]
  private var dashes: [[Point]] = []
  private var rings: [Point] = []

  private struct Kind: Hashable {
    var isUp: Bool
    var isFilled: Bool
  }

  mutating func add(_ glyph: GridTable.Glyph, at place: Point) {
    switch glyph {
    case .dash:
      dashes.append([
        Point(place.x - 4, place.y - 0.6), Point(place.x + 4, place.y - 0.6),
        Point(place.x + 4, place.y + 0.6),
        Point(place.x - 4, place.y + 0.6),
      ])
    case .none: rings.append(place)
    case .triangle(let isUp, let ratio, let isFilled):
      triangles[Kind(isUp: isUp, isFilled: isFilled), default: []].append(
        Self.triangle(isUp: isUp, ratio: ratio, at: place)
      )
    }
  }

  /// A triangle whose width grows with |β| / SE up to 3.
  static func triangle(isUp: Bool, ratio: Double, at place: Point) -> [Point] {
    let half = 2.6 + 1.45 * min(max(ratio.isNaN ? 0 : ratio, 0), 3)
    let tip = isUp ? -half * 0.95 : half * 0.95
    return [
      Point(place.x, place.y + tip), Point(place.x + half, place.y - tip * 0.8),
      Point(place.x - half, place.y - tip * 0.8),
    ]
  }

  var marks: [any Mark] {
    var marks: [any Mark] = []
    for isUp in [true, false] {
      for isFilled in [false, true] {
        let shapes = triangles[Kind(isUp: isUp, isFilled: isFilled)] ?? []
        let ink: Ink = isUp ? .vermillion : .blue
        marks.append(ShapesMark(shapes, Paint(fill: isFilled ? ink : nil, stroke: Stroke(ink, 1.3))))
      }
    }
    let ring = CirclesMark(rings, radius: 2.5, Paint(stroke: Stroke(.ink3, 1.2)))
    return marks + [ShapesMark(dashes, Paint(fill: .ink3)), ring]
  }
}
