/// The circle that tells how much evidence an estimate carries, by its filling.
package struct EvidenceMark: Mark {
  package enum Filling: Hashable, Sendable {
    /// Passes adjustment.
    case full
    /// p below the significance level before adjustment only: the right half filled.
    case half
    /// Neither: open and grey.
    case open
  }

  package var x: Double
  package var y: Double
  package var radius: Double
  package var filling: Filling

  package init(x: Double, y: Double, radius: Double = 4, _ filling: Filling) {
    (self.x, self.y, self.radius, self.filling) = (x, y, radius, filling)
  }

  package var elements: [SVGElement] {
    let edge = Stroke(filling == .open ? .ink3 : .blue, 1.5)
    let inside: Ink = filling == .full ? .blue : .paper
    let whole = CircleMark(x: x, y: y, radius: radius, Paint(fill: inside, stroke: edge)).elements
    guard filling == .half, x.isFinite, y.isFinite else { return whole }
    let (top, bottom) = (SVGNumber.text(y - radius), SVGNumber.text(y + radius))
    let (middle, r) = (SVGNumber.text(x), SVGNumber.text(radius))
    let half = "M\(middle) \(top)A\(r) \(r) 0 0 1 \(middle) \(bottom)Z"
    return whole + [SVGElement("path", ["d": half, "class": ChartClass.fill(.blue).name])]
  }
}
