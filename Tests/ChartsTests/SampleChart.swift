import Charts

/// A chart with every mark in it.
enum SampleChart {
  static var document: SVGDocument {
    let scale = LogScale(domain: 0.1...10, start: 20, end: 280)
    let ticks = scale.ticksAlong(atMost: 7)
    let upright = LinearScale(domain: 0...8, start: 140, end: 20)
    let marks: [any Mark] = [
      RectangleMark(Box(minX: 100, minY: 20, maxX: 160, maxY: 140), Paint(fill: .band)),
      HorizontalAxis(scale: scale, ticks: ticks, y: 140),
      HorizontalAxis(scale: scale, ticks: ticks, y: 20, side: .top),
      VerticalAxis(scale: upright, ticks: upright.ticksUpright(atMost: 5), x: 20),
      IntervalMark(low: 0.02, high: 3, y: 40, scale: scale, Stroke(.blue, 2)),
      EvidenceMark(x: 150, y: 40, .half), EvidenceMark(x: 150, y: 60, .open),
      EvidenceMark(x: 150, y: 80, .full),
      RectangleMark.square(x: 150, y: 100, half: 4.5, Paint(fill: .blue)),
      PolygonMark.diamond(left: 130, middle: 150, right: 170, y: 120, half: 5, Paint(fill: .blue)),
      PolylineMark(
        [Point(20, 140), Point(150, 60), Point(280, 20)],
        Stroke(.green, 1.8, dashes: [8, 3, 2, 3])
      ),
      LinkMark(
        "a.html?b=1&c=2",
        [TextMark([TextSpan("Name"), TextSpan(" alias", .body, .ink3)], x: 30, baseline: 60)]
      ),
      TextMark(
        "<upright> & 体",
        .head,
        .ink2,
        x: 290,
        baseline: 80,
        anchor: .middle,
        halo: true,
        upright: true
      ),
      DirectionWords(
        lower: "lower odds",
        higher: "higher odds",
        scale: scale,
        null: 1,
        baseline: 172,
        bounds: 0...300
      ),
    ]
    return SVGDocument(
      id: "sample",
      title: "Every mark",
      description: "A <description> & more",
      width: 300,
      height: 180,
      marks: marks
    )
  }
}
