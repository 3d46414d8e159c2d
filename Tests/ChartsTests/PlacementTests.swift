import Charts
import Testing

@Test func labelsArePushedApartInOrder() {
  let places = LabelStack.spread([50, 52, 51, 200], gap: 17, within: 0...300)
  let sorted = places.sorted()
  for (low, high) in zip(sorted, sorted.dropFirst()) { #expect(high - low >= 17 - 1e-9) }
  #expect(places[0] < places[2] && places[2] < places[1])
  #expect(places[3] == 200)
  #expect(abs((places[0] + places[1] + places[2]) / 3 - 51) < 1e-9)
}

@Test func labelsStayWithinTheirBounds() {
  let low = LabelStack.spread([-50, -40], gap: 17, within: 0...100)
  #expect(low == [0, 17])
  let high = LabelStack.spread([99, 99, 99], gap: 17, within: 0...100)
  #expect(high == [66, 83, 100])
  #expect(LabelStack.spread([], gap: 17, within: 0...1).isEmpty)
}

@Test func namesOfPointsCoverNothing() {
  let points = (0..<30).map { Point(40 + Double($0 % 6) * 30, 40 + Double($0 / 6) * 22) }
  let dots = points.map { Box(centreX: $0.x, centreY: $0.y, radius: 3) }
  var labels = PointLabels(bounds: Box(minX: 0, minY: 0, maxX: 300, maxY: 200), obstacles: dots)
  let marks = points.compactMap { point in
    labels.place([TextSpan("rs1", .tick)], beside: point, distance: 6, insists: false)
  }
  #expect(!marks.isEmpty)
  for (index, mark) in marks.enumerated() {
    #expect(!dots.contains(where: mark.box.overlaps))
    #expect(!marks[(index + 1)...].contains { $0.box.overlaps(mark.box) })
  }
}

@Test func anInsistentNameCoversPointsButNeverText() {
  let crowd = Box(minX: 0, minY: 0, maxX: 200, maxY: 200)
  var labels = PointLabels(bounds: crowd, obstacles: [crowd])
  let spans = [TextSpan("rs1", .tick)]
  #expect(labels.place(spans, beside: Point(100, 100), distance: 6, insists: false) == nil)
  #expect(labels.place(spans, beside: Point(100, 100), distance: 6, insists: true) != nil)
  labels.reserve(crowd)
  #expect(labels.place(spans, beside: Point(50, 50), distance: 6, insists: true) == nil)
}

@Test func linesBreakWithoutLosingText() {
  let text = "A name of eighty characters, with words and Averyveryveryveryverylongwordinside it"
  for limit in [30.0, 80, 200, 2000] {
    let lines = TextMetrics.lines([TextSpan(text, .body)], limit: limit)
    #expect(lines.allSatisfy { TextMetrics.width($0) <= limit })
    let joined = lines.map { $0.map(\.text).joined() }.joined()
    #expect(joined.filter { $0 != " " } == text.filter { $0 != " " })
  }
  #expect(TextMetrics.lines([TextSpan("", .body)], limit: 50).count == 1)
}

@Test func wideScriptsTakeAnEmOrMore() {
  #expect(TextMetrics.width("体重", .body) >= 2 * 13.5)
  #expect(TextMetrics.width("e\u{301}", .body) == TextMetrics.width("e", .body))
  #expect(TextMetrics.width("iii", .body) < TextMetrics.width("mmm", .body))
}

@Test func slantedTextTakesItsRoomInSlices() {
  var mark = TextMark("Granulocyte", .tick, x: 50, baseline: 100)
  mark.turn = 60
  let slices = mark.textBoxes
  #expect(slices.count > 5)
  for (index, slice) in slices.enumerated() {
    #expect(mark.box.contains(slice))
    #expect(!slices[(index + 1)...].contains(where: slice.overlaps))
  }
  var next = mark
  next.x += 20
  #expect(!next.textBoxes.contains { box in slices.contains(where: box.overlaps) })
  next.x -= 12
  #expect(next.textBoxes.contains { box in slices.contains(where: box.overlaps) })
}

@Test func joinedAndCombiningLettersAreReckoned() {
  let arabic = TextMetrics.width("عامل", .body)
  #expect(arabic >= 4 * 13.5 * 0.8)
  #expect(TextMetrics.width("\u{0639}\u{064E}", .body) == TextMetrics.width("\u{0639}", .body))
  #expect(TextMetrics.width("\u{FDFD}", .body) > 100)
}

@Test func aNameOfSeveralLinesStaysTogether() {
  let bounds = Box(minX: 0, minY: 0, maxX: 300, maxY: 200)
  var labels = PointLabels(bounds: bounds, obstacles: [])
  let lines = TextMetrics.lines([TextSpan(String(repeating: "ACGT", count: 30), .tick)], limit: 120)
  let marks = labels.place(lines: lines, beside: Point(10, 100), distance: 6, insists: false)
  #expect(marks.count == lines.count && lines.count > 3)
  for mark in marks { #expect(bounds.contains(mark.box)) }
  #expect(labels.place(lines: lines, beside: Point(10, 100), distance: 6, insists: true).isEmpty)
}

@Test func manyPointsAreOnePath() {
  let points = (0..<1000).map { Point(Double($0), 5) } + [Point(.nan, 0)]
  for mark in [
    DotsMark(points, radius: 2, .ink2) as any Mark, CirclesMark(points, radius: 3, Paint(fill: .blue)),
  ] {
    let elements = mark.elements
    #expect(elements.count == 1)
    #expect(!(elements.first?.serialised.contains("nan") ?? true))
    #expect((elements.first?.serialised.utf8.count ?? 0) < 50_000)
  }
  #expect(DotsMark([], radius: 1, .ink).elements.isEmpty)
}
