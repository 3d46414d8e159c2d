/// The elements of a shape that is given by its points.
enum PointList {
  /// Points that are not finite are left out; with fewer than `least` left nothing is drawn.
  static func elements(_ name: String, _ points: [Point], _ paint: Paint, least: Int) -> [SVGElement] {
    let usable = points.filter(\.isFinite)
    guard usable.count >= least else { return [] }
    let list = usable.map { "\(SVGNumber.text($0.x)),\(SVGNumber.text($0.y))" }.joined(separator: " ")
    return paint.painted(SVGElement(name, ["points": list, "class": paint.classes]))
  }
}
