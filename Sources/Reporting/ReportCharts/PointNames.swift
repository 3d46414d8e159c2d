import Charts

/// Chooses which points of a plot are named and where the names stand: the ringed first, then the heaviest
/// and the most extreme up to six in all, or every one of six or fewer.
struct PointNames {
  struct Candidate {
    var name: String
    var note: String
    var place: Point
    var isRinged: Bool
    /// What makes it worth a name; larger first, in turns.
    var weight: Double
    var extremity: Double
  }

  private let candidates: [Candidate]
  private var labels: PointLabels

  /// - Parameter lines: straight lines that names should not cover.
  init(_ candidates: [Candidate], bounds: Box, lines: [(from: Point, to: Point)] = []) {
    self.candidates = candidates
    let points = candidates.map {
      Box(centreX: $0.place.x, centreY: $0.place.y, radius: $0.isRinged ? 7 : 3.5)
    }
    labels = PointLabels(bounds: bounds, obstacles: points + lines.flatMap(Self.boxes))
  }

  /// Small boxes along a line.
  private static func boxes(_ line: (from: Point, to: Point)) -> [Box] {
    (0...40).map { step in
      let share = Double(step) / 40
      let x = line.from.x + (line.to.x - line.from.x) * share
      let y = line.from.y + (line.to.y - line.from.y) * share
      return Box(centreX: x, centreY: y, radius: 2)
    }
  }

  /// Keeps names off something else.
  mutating func avoid(_ box: Box) { labels.obstacles.append(box) }

  /// The names of the ringed points, or of the other chosen ones, long ones on several lines; a name for
  /// which there is no room is left out.
  mutating func marks(ringed: Bool) -> [any Mark] {
    chosen.filter { $0.isRinged == ringed }.flatMap { candidate in
      let span = TextSpan(
        candidate.note.isEmpty ? candidate.name : "\(candidate.name) \(candidate.note)",
        TextStyle(.tick, bold: candidate.isRinged),
        candidate.isRinged ? .ink : .ink2
      )
      return labels.place(
        lines: TextMetrics.lines([span], limit: min(200, labels.bounds.width / 2)),
        beside: candidate.place,
        distance: candidate.isRinged ? 10 : 7,
        insists: ringed || areAll
      )
    }
  }

  /// Lines of text where they cover least, as near to a place as that allows.
  mutating func placeBlock(_ span: TextSpan, near place: Point) -> [TextMark] {
    let bounds = labels.bounds
    let lines = TextMetrics.lines([span], limit: bounds.width - 16)
    let step = span.style.lineHeight
    let size = (width: lines.map { TextMetrics.width($0) }.max() ?? 0, height: Double(lines.count) * step)
    var best: (cost: Double, box: Box)?
    for slot in 0..<225 {
      let x = bounds.minX + 8 + Double(slot % 9) / 8 * max(bounds.width - 16 - size.width, 0)
      let y = bounds.minY + 6 + Double(slot / 9) / 24 * max(bounds.height - 12 - size.height, 0)
      let box = Box(minX: x, minY: y, maxX: x + size.width, maxY: y + size.height)
      let covered = labels.covered(by: box)
      let away = abs(y + size.height / 2 - place.y)
      let far = abs(x - place.x) * 2 + away + (away < 24 ? 400 : 0)
      let cost = Double(covered.obstacles) * 1e3 + Double(covered.texts) * 1e6 + far
      if cost < best?.cost ?? .infinity { best = (cost, box) }
    }
    guard let box = best?.box else { return [] }
    labels.reserve(box)
    return lines.enumerated().map { index, line in
      TextMark(line, x: box.minX, baseline: box.minY + Double(index + 1) * step - 4, halo: true)
    }
  }

  /// Of six or fewer, every point is named.
  private var areAll: Bool { candidates.count <= 6 }

  private var chosen: [Candidate] {
    guard !areAll else { return candidates.sorted { $0.isRinged && !$1.isRinged } }
    let others = candidates.filter { !$0.isRinged }
    let heavy = others.sorted { ($0.weight, $0.name) > ($1.weight, $1.name) }.prefix(2)
    let extreme = others.sorted { ($0.extremity, $0.name) > ($1.extremity, $1.name) }.prefix(6)
    let ringed = candidates.filter(\.isRinged).sorted { ($0.extremity, $0.name) > ($1.extremity, $1.name) }
    var names = Array(ringed.prefix(Self.ringLimit))
    for candidate in heavy + extreme
    where names.count < 6 && !names.contains(where: { $0.name == candidate.name }) {
      names.append(candidate)
    }
    return names
  }

  /// The outliers that are named at most, the most extreme of them.
  private static let ringLimit = 40

  /// What the caption must say of the rings and of the names.
  static func features(count: Int, ringed: Bool) -> Set<FigureFeature> {
    var features: Set<FigureFeature> = ringed ? [.rings] : []
    if count > 6 { features.insert(.chosenNames) }
    return features
  }

  /// For the alternative text.
  static func sentence(outliers names: [String], _ words: Wordbook) -> String {
    guard !names.isEmpty else { return "" }
    let rest = names.count - ringLimit
    let list = names.prefix(ringLimit).joined(separator: ", ")
    let values = ["names": list, "count": NumberStyle.count(rest)]
    return words(rest > 0 ? FigureSentence.moreOutliers : .outliers, values)
  }
}

extension PointNames {
  init(_ figure: ScatterFigure, _ frame: PlotFrame, hasNotes: Bool, lines: [(from: Point, to: Point)]) {
    let slope = figure.lines.first?.slope ?? 0
    let candidates = figure.points.compactMap { point -> Candidate? in
      guard let x = frame.x.position(point.x), let y = frame.y.position(point.y) else { return nil }
      let error = point.yError.isFinite && point.yError > 0 ? point.yError : 1
      return Candidate(
        name: point.name,
        note: hasNotes ? point.note : "",
        place: Point(x, y),
        isRinged: point.isRinged,
        weight: point.x * point.x / (error * error),
        extremity: abs(point.y - slope * point.x) / error
      )
    }
    self.init(candidates, bounds: frame.box, lines: lines)
  }
}
