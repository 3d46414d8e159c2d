import Charts
import Testing

private let scale = LogScale(domain: 0.1...10, start: 100, end: 300)

@Test func nothingThatIsNotFiniteIsDrawn() {
  let marks: [any Mark] = [
    CircleMark(x: .nan, y: 1, radius: 2, Paint(fill: .ink)), TextMark("a", x: .infinity, baseline: 0),
    RuleMark(Point(0, 0), Point(.nan, 1), Stroke(.ink)), EvidenceMark(x: .nan, y: 0, .half),
    PolygonMark([Point(0, 0), Point(.nan, 0), Point(1, 1)], Paint(fill: .ink)),
    RectangleMark(Box(minX: 0, minY: .infinity, maxX: 1, maxY: 1), Paint(fill: .ink)),
    IntervalMark(low: .nan, high: 1, y: 0, scale: scale, Stroke(.ink)),
  ]
  for mark in marks { #expect(mark.elements.isEmpty) }
}

@Test func anIntervalPastTheScaleEndsInAnArrowhead() {
  func names(_ low: Double, _ high: Double) -> [String] {
    IntervalMark(low: low, high: high, y: 5, scale: scale, Stroke(.ink3)).elements.map(\.name)
  }
  #expect(names(0.5, 2) == ["path"])
  #expect(names(0.1, 10) == ["path"])
  #expect(names(0.01, 2) == ["path", "polygon"])
  #expect(names(0, .infinity) == ["path", "polygon", "polygon"])
  #expect(names(20, 40) == ["polygon"])
  #expect(names(2, 1).isEmpty)
}

@Test func evidenceIsToldByFilling() {
  #expect(EvidenceMark(x: 0, y: 0, .half).elements.count == 2)
  let open = EvidenceMark(x: 0, y: 0, .open).elements.map(\.serialised).joined()
  #expect(open.contains("ch-f-paper") && open.contains("ch-s-ink-3"))
  #expect(EvidenceMark(x: 0, y: 0, .full).elements.map(\.serialised).joined().contains("ch-f-blue"))
}

@Test func directionWordsStayInBoundsAndOnTheirSides() {
  for null in [0.1, 1.0, 10.0] {
    let words = DirectionWords(
      lower: "lower odds",
      higher: "higher odds",
      scale: scale,
      null: null,
      baseline: 20,
      bounds: 60...340
    )
    for box in words.textBoxes { #expect(box.minX >= 60 && box.maxX <= 340) }
    #expect(words.textBoxes.count == (null == 1 ? 2 : 1))
  }
}

@Test func everyClassHasARule() {
  let text = SampleChart.document.inline()
  let classes = text.split(separator: "class=\"").dropFirst().flatMap { part in
    part.prefix { $0 != "\"" }.split(separator: " ")
  }
  #expect(!classes.isEmpty)
  for name in Set(classes) { #expect(ChartStyle.rules.contains(".\(name){"), "\(name)") }
  #expect(!text.contains("style"))
}
