import Charts
import Testing

@Test func theSampleChartIsAsOnFile() throws {
  try ChartSnapshot.expect(SampleChart.document.inline(), is: "sample-inline.svg")
  try ChartSnapshot.expect(SampleChart.document.standalone(), is: "sample-standalone.svg")
}

@Test func aDocumentIsTheSameEachTimeAndNamesItself() {
  let text = SampleChart.document.inline()
  #expect(text == SampleChart.document.inline())
  #expect(text.contains("role=\"group\" aria-labelledby=\"sample-title\" aria-describedby=\"sample-desc\""))
  #expect(!text.contains("<style") && !text.contains("xmlns"))
  #expect(!text.contains("nan") && !text.contains("inf"))
}

@Test func onlyADrawingInAPageHasLinks() {
  let label = TextMark("A", x: 10, baseline: 20)
  let marks: [any Mark] = [LinkMark("traits/A.html", [label])]
  let document = SVGDocument(id: "l", title: "t", description: "d", width: 40, height: 30, marks: marks)
  #expect(document.inline().contains("href=\"traits/A.html\""))
  #expect(!document.standalone().contains("href"))
  #expect(document.standalone().contains(">A<"))
}

@Test func aDrawingWithLinksIsAGroupAndOneWithoutAnImage() {
  let label = TextMark("A", x: 10, baseline: 20)
  let dot = CircleMark(x: 5, y: 5, radius: 2, Paint(fill: .blue))
  let link = LinkMark("a.html", label: "A: 0.5", [dot])
  func document(_ marks: [any Mark]) -> SVGDocument {
    SVGDocument(id: "l", title: "t", description: "d", width: 40, height: 30, marks: marks)
  }
  let linked = document([link, label])
  #expect(linked.inline().contains("role=\"group\"") && !linked.inline().contains("role=\"img\""))
  #expect(linked.inline().contains("<a href=\"a.html\" class=\"ch-a\" aria-label=\"A: 0.5\">"))
  #expect(linked.standalone().contains("role=\"img\" aria-labelledby=\"l-title l-desc\""))
  #expect(document([label]).inline().contains("role=\"img\" aria-labelledby=\"l-title l-desc\""))
}

@Test func textReachesItsContrastOnPaperInBothSchemes() {
  func luminance(_ colour: String) -> Double {
    let parts = [1, 3, 5].map { start -> Double in
      let from = colour.index(colour.startIndex, offsetBy: start)
      let value = Double(Int(colour[from..<colour.index(from, offsetBy: 2)], radix: 16) ?? 0) / 255
      return value <= 0.04045
        ? value / 12.92 : NaturalLogarithm.inverse(2.4 * NaturalLogarithm.of((value + 0.055) / 1.055))
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  func contrast(_ first: String, _ second: String) -> Double {
    let values = [luminance(first), luminance(second)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }
  for ink in [Ink.ink, .ink2, .ink3, .blue, .vermillionText, .green, .purple] {
    #expect(contrast(ink.light, Ink.paper.light) >= 4.5, "\(ink) on paper")
    #expect(contrast(ink.dark, Ink.paper.dark) >= 4.5, "\(ink) on the dark")
  }
  for ink in [Ink.ink, .ink2, .ink3] {
    #expect(contrast(ink.light, Ink.wash.light) >= 4.5, "\(ink) on wash")
  }
}

@Test func aDocumentThatStandsAloneBringsItsColours() {
  let text = SampleChart.document.standalone()
  #expect(text.contains("xmlns=\"http://www.w3.org/2000/svg\""))
  #expect(text.contains(".ch-f-blue{fill:#0072B2}") && text.contains(".ch-f-blue{fill:#56B4E9}"))
  #expect(text.contains("@media screen and (prefers-color-scheme:dark)"))
  // Programs other than browsers know no custom properties, and no rule is there for what the figure has not.
  #expect(!text.contains("var(") && !text.contains("ch-f-orange"))
  #expect(text.contains("<rect width=\"300\" height=\"180\" class=\"ch-f-paper\"/>"))
}
