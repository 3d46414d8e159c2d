import Charts
import Testing

@Test func theSampleChartIsAsOnFile() throws {
  try ChartSnapshot.expect(SampleChart.document.inline(), is: "sample-inline.svg")
  try ChartSnapshot.expect(SampleChart.document.standalone(), is: "sample-standalone.svg")
}

@Test func aDocumentIsTheSameEachTimeAndNamesItself() {
  let text = SampleChart.document.inline()
  #expect(text == SampleChart.document.inline())
  #expect(text.contains("role=\"img\" aria-labelledby=\"sample-title sample-desc\""))
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

@Test func aDocumentThatStandsAloneBringsItsColours() {
  let text = SampleChart.document.standalone()
  #expect(text.contains("xmlns=\"http://www.w3.org/2000/svg\""))
  #expect(text.contains("--blue:#0072B2") && text.contains("--blue:#56B4E9"))
  #expect(text.contains("prefers-color-scheme:dark") && text.contains("@media print"))
  #expect(text.contains("<rect width=\"300\" height=\"180\" class=\"ch-f-paper\"/>"))
}
