import Charts
import Testing

@Test func markupBecomesText() {
  #expect(XMLText.content("<b>&\"'</b>") == "&lt;b&gt;&amp;\"'&lt;/b&gt;")
  #expect(XMLText.attribute("a\"b'\n<") == "a&quot;b&#39; &lt;")
}

@Test func charactersThatXMLForbidsAreLeftOut() {
  #expect(XMLText.content("a\u{0}b\u{1B}c\u{FFFE}d\u{85}e") == "abcde")
  #expect(XMLText.content("x\u{202E}y\u{2066}z") == "xyz")
  #expect(XMLText.content("β 体 é") == "β 体 é")
}

@Test func aHostileNameStaysText() {
  let mark = TextMark("</text><script>alert(1)</script>", x: 0, baseline: 10)
  let document = SVGDocument(
    id: "a\"b",
    title: "<t>",
    description: "&",
    width: 10,
    height: 10,
    marks: [mark, LinkMark("javascript:alert(1)", [mark]), LinkMark("traits/a.html", [mark])]
  )
  let text = document.inline()
  #expect(!text.contains("<script"))
  #expect(!text.contains("javascript:"))
  #expect(text.contains("<a href=\"traits/a.html\""))
  #expect(text.contains("<title id=\"a_b-title\">&lt;t&gt;</title>"))
}
