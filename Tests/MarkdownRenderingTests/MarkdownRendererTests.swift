import MarkdownRendering
import Testing

@Suite struct MarkdownRendererTests {
  private func html(_ markdown: String) throws -> String { try MarkdownRenderer().html(markdown).html }

  @Test func tablesCarryTheirAlignmentWithoutStyles() throws {
    let table = try html("| a | b |\n|:--|--:|\n| 1 | 2 |\n")
    #expect(table.contains("<td align=\"right\">2</td>"))
    #expect(!table.contains("style="))
  }

  @Test func rawHTMLAndScriptLinksAreOff() throws {
    #expect(try !html("a <b>x</b> <script>y</script>").contains("<b>"))
    #expect(try !html("<div onclick=\"x\">y</div>").contains("<div"))
    #expect(try !html("[x](javascript:alert)").contains("javascript"))
  }

  @Test func strikethroughAndAutomaticLinksAreOff() throws {
    #expect(try html("~~a~~ http://example.org") == "<p>~~a~~ http://example.org</p>\n")
  }

  @Test func footnotesWork() throws {
    #expect(try html("a[^1]\n\n[^1]: note\n").contains("note"))
  }

  @Test func headingsGetUniqueAnchors() throws {
    let rendered = try MarkdownRenderer().html(
      "# IL-6 & *MIP-1α*\n## Details\n## Details\n## Details-1\n## !\n"
    )
    #expect(
      rendered.headings.map(\.id) == ["il-6--mip-1α", "details", "details-1", "details-1-1", "section"]
    )
    #expect(rendered.headings.map(\.level) == [1, 2, 2, 2, 2])
    #expect(rendered.headings.first?.title == "IL-6 & MIP-1α")
    #expect(rendered.html.contains("<h2><a id=\"details-1\"></a>Details</h2>"))
  }

  @Test func aLoneImageBecomesItsFigure() throws {
    var seen: [String] = []
    let rendered = try MarkdownRenderer().html("a\n\n![Two *lines* &lt;](figures/f.svg)\n\nb") { path, alt in
      seen.append("\(path)|\(alt)")
      return "<figure>&amp;</figure>"
    }
    #expect(seen == ["figures/f.svg|Two lines <"])
    #expect(rendered.html == "<p>a</p>\n<figure>&amp;</figure>\n<p>b</p>\n")
  }

  @Test func figuresInsideListsAndQuotesAreReplacedToo() throws {
    let rendered = try MarkdownRenderer().html("- ![a](a.svg)\n\n> ![b](b.svg)\n") { path, _ in
      "<i>\(path)</i>"
    }
    #expect(rendered.html.contains("<i>a.svg</i>") && rendered.html.contains("<i>b.svg</i>"))
  }

  /// The nodes of a replaced paragraph are freed; a walk over all nodes would read them (seen by the address sanitizer).
  @Test func manyFiguresAreReplacedInOnePage() throws {
    let markdown = (0..<300).map { "![alt *\($0)*](f\($0).svg)" }.joined(separator: "\n\n")
    let rendered = try MarkdownRenderer().html(markdown) { path, alt in "<i>\(path) \(alt)</i>" }
    #expect(rendered.html == (0..<300).map { "<i>f\($0).svg alt \($0)</i>\n" }.joined())
  }

  @Test func otherImagesStay() throws {
    let markdown = "![x](x.svg)\n\ntext ![y](y.svg)\n\n| a |\n|---|\n| ![z](z.svg) |\n"
    let rendered = try MarkdownRenderer().html(markdown) { path, _ in
      path == "x.svg" ? nil : "<figure></figure>"
    }
    #expect(!rendered.html.contains("<figure>"))
    for name in ["x", "y", "z"] {
      #expect(rendered.html.contains("<img src=\"\(name).svg\" alt=\"\(name)\" />"))
    }
  }

  @Test func emptyTextAndNULAreRendered() throws {
    #expect(try html("") == "")
    #expect(try html("a\u{0}b") == "<p>a\u{FFFD}b</p>\n")
  }

  @Test func manyTasksMayRenderAtOnce() async throws {
    let expected = try MarkdownRenderer().html("| a |\n|---|\n| 1 |\n").html
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<200 {
        group.addTask { try MarkdownRenderer().html("| a |\n|---|\n| 1 |\n").html }
      }
      for try await html in group { #expect(html == expected) }
    }
  }
}
