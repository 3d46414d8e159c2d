import Reporting
import Testing

struct NonBreakingSpacesTests {
  @Test(arguments: [
    ("<p>so p = 0.17, 79 variants</p>", "<p>so p~=~0.17, 79~variants</p>"),
    ("<p>(p &lt; 0.05)</p>", "<p>(p~&lt;~0.05)</p>"),
    ("<td><em>p</em> ≥ 0.05</td>", "<td><em>p</em>~≥~0.05</td>"),
    ("4 × 10⁻¹⁴ and 2 × 3", "4~×~10⁻¹⁴ and 2 × 3"),
    ("map = 3, a b = 2", "map = 3, a b = 2"),
    ("<a title=\"p = 1\">p = 1</a>", "<a title=\"p = 1\">p~=~1</a>"),
    ("<svg><text>p = 1</text></svg> p = 1", "<svg><text>p = 1</text></svg> p~=~1"),
    ("a < b", "a < b"), ("", ""),
  ])
  func onlyWhatBelongsTogetherIsBound(html: String, bound: String) {
    #expect(NonBreakingSpaces.set(in: html) == bound.replacing("~", with: "\u{A0}"))
  }

  @Test func longWordsMayBreak() {
    let word = String(repeating: "a", count: 71)
    let parts = [20, 20, 20, 11].map { String(repeating: "a", count: $0) }
    #expect(NonBreakingSpaces.set(in: "<p>\(word) b</p>") == "<p>\(parts.joined(separator: "<wbr>")) b</p>")
    let short = String(repeating: "a", count: 70)
    #expect(NonBreakingSpaces.set(in: "<p>\(short)</p>") == "<p>\(short)</p>")
  }

  /// Characters and entities stay whole, and tags are not text.
  @Test func longWordsBreakBetweenCharacters() {
    let html =
      "<i title=\"\(String(repeating: "x", count: 90))\">" + String(repeating: "糖&amp;", count: 30) + "</i>"
    let broken = NonBreakingSpaces.set(in: html)
    #expect(broken.contains("<wbr>"))
    #expect(broken.replacing("<wbr>", with: "") == html)
    #expect(broken.hasPrefix("<i title=\"\(String(repeating: "x", count: 90))\">糖"))
    for part in broken.components(separatedBy: "<wbr>") {
      #expect(part.filter { $0 == "&" }.count == part.filter { $0 == ";" }.count)
    }
  }
}
