import StaticSite
import Testing

@Suite struct LinkCheckerTests {
  private func broken(_ pages: [String: String]) -> [String] {
    let files = pages.sorted { $0.key < $1.key }.map { SiteFile(path: $0.key, text: $0.value) }
    return LinkChecker.brokenLinks(in: Site(files: files)).map { "\($0.page) \($0.link) \($0.reason)" }
  }

  @Test func aSoundSiteHasNoBrokenLinks() {
    #expect(
      broken([
        "index.html": """
        <!-- <a href="none.html"> --><a class="x" href='pairs/a.html#top'>a</a><a href="#me">b</a><p id="me">
        <a href="https://doi.org/10.1/x">c</a><a href="mailto:a@b">d</a><a href="//x.org/y">e</a><a href="">f</a>
        <img src="data:image/png;base64,AA=="><img alt=">" src="a%20b.svg?x=1&amp;y=2"/><a href="pairs/">g</a>
        """,
        "pairs/a.html":
          "<h1 id=top>x</h1><a href=\"../index.html#me\">up</a><a href='..'>up</a><a href=./>here</a>",
        "pairs/index.html": "", "a b.svg": "",
      ]) == []
    )
  }

  @Test func eachKindOfFaultIsFound() {
    let page = """
      <a href="none.html">1</a> <a href="#none">2</a> <a href="b.html#none">3</a> <a href="../x.html">4</a>
      <a href="/b.html">5</a> <i id="twice"></i><i id="twice"></i> <i id="again"></i><i id="again"></i> <script src="x.js" defer></script> <a href="B.html">
      """
    #expect(
      broken(["a.html": page, "b.html": ""]) == [
        "a.html #again duplicateAnchor", "a.html #twice duplicateAnchor", "a.html none.html noSuchFile",
        "a.html #none noSuchAnchor",
        "a.html b.html#none noSuchAnchor", "a.html ../x.html leavesSite", "a.html /b.html leavesSite",
        "a.html x.js noSuchFile", "a.html B.html noSuchFile",
      ]
    )
  }

  @Test func anchorsAreComparedAsTheReaderSeesThem() {
    #expect(
      broken(["a.html": "<a href=\"#il-6-%CE%B1\">x</a><b id=\"il-6-α\"></b><i data-id=\"y\"></i>"]) == []
    )
    #expect(broken(["a.html": "<a href=\"#y\">x</a><i data-id=\"y\"></i>"]).count == 1)
  }

  @Test(arguments: ["<", "<a", "<a href", "<a href=", "<a href=\"", "<!--", "<a =x>", "<a / ==>", "a < b <3"])
  func brokenMarkupEnds(_ html: String) {
    #expect(broken(["a.html": html]).isEmpty)
  }

  @Test func theOrderOfTheFilesMakesNoDifference() {
    let pages = [
      "a.html": "<a href=\"b.html#x\">1</a><a href=\"c/d.svg\">2</a><a href=\"none\">3</a><i id=\"y\"></i>",
      "b.html": "<a href=\"a.html#y\">1</a><a href=\"a.html#z\">2</a><i id=\"x\"></i>", "c/d.svg": "",
    ]
    let files = pages.map { SiteFile(path: $0.key, text: $0.value) }.sorted { $0.path < $1.path }
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var checker = LinkChecker()
      for index in order { checker.add(files[index]) }
      #expect(checker.brokenLinks().map(\.link) == ["none", "a.html#z"])
    }
  }

  @Test func whatIsMissingNowMayComeLater() {
    var checker = LinkChecker()
    checker.add(SiteFile(path: "a.html", text: "<a href=\"b.html#x\">1</a>"))
    #expect(checker.brokenLinks().map(\.reason) == [.noSuchFile])
    checker.add(SiteFile(path: "b.html", text: "<i id=\"x\"></i>"))
    #expect(checker.brokenLinks().isEmpty)
  }
}
