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
}
