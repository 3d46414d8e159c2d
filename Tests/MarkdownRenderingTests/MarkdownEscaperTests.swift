import MarkdownRendering
import Testing

@Suite struct MarkdownEscaperTests {
  static let hostile = [
    "<script>alert(1)</script>|x", "`code` ``x``", "*a* **b** _c_ __d__ a_b_c _",
    "[x](y) ![x](y) [^1] [x]: y",
    #"\ \\ \| \* a\"#, "1. one", "12) twelve", "1.", "- dash", "-", "---", "+ plus", "# head", "### head ###",
    "C #",
    "> quote", "=====", "&amp; &lt; &#60; & &", "a\nb", "a\n\nb", "a  \nb", "    indented", "\tTab",
    "~~~ ~~x~~",
    "http://example.org/a_b_", "www.example.org", "a@example.org", "<http://example.org>", "$x^2$ $$", "!",
    "a!",
    ":--", "| a | b |", "|", "\\|", "\\\\|", "***", "* * *", "_ _ _", "<!-- x -->", "&notin;",
    "{{x}} {% x %}",
    "a\u{301}<b>", "naïve 日本語 α₂ 😀", "rs123_A", "-0.25", "1.5e-6", "(a) [b", "]", "'\"", "\"q\"",
  ]

  @Test(arguments: hostile) func textIsShownLetterByLetter(_ text: String) throws {
    #expect(try shown(MarkdownEscaper.inline(text)) == folded(text))
    #expect(try shown("before " + MarkdownEscaper.inline(text) + " after") == "before \(folded(text)) after")
    #expect(try shown("# " + MarkdownEscaper.inline(text)) == folded(text))
    #expect(try shown("- " + MarkdownEscaper.inline(text)) == folded(text))
    #expect(try shown("**\(MarkdownEscaper.inline(text))**!") == folded(text) + "!")
  }

  @Test(arguments: hostile) func textInATableStaysInItsCell(_ text: String) throws {
    let cell = MarkdownEscaper.tableCell(text)
    let html = try MarkdownRenderer().html("| a | b |\n|---|---|\n| \(cell) | z |\n|\(cell)|z|\n").html
    let cells = html.split(separator: "<td>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    #expect(cells.map(unescaped) == [folded(text), "z", folded(text), "z"])
    #expect(try shown(cell) == folded(text))
  }

  /// Ten thousand texts of the characters that mean something, from a generator with a fixed seed.
  @Test func arbitraryTextsAreShownLetterByLetter() throws {
    let alphabet = Array("ab1 \n\\`*_{}[]()<>#+-.!|&;~^$:/=@'\"w")
    var state: UInt64 = 20_240_817
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var failures: [String] = []
    for _ in 0..<10_000 {
      let text = String((0..<(1 + draw(12))).map { _ in alphabet[draw(alphabet.count)] })
      let cell = MarkdownEscaper.tableCell(text)
      let table = try MarkdownRenderer().html("| a | b |\n|---|---|\n|\(cell)|z|").html
      let inTable = unescaped(String(table.split(separator: "<td>")[1].prefix { $0 != "<" }))
      if try shown(MarkdownEscaper.inline(text)) != folded(text) { failures.append(text) }
      if inTable != folded(text) { failures.append("in a table: " + text) }
    }
    #expect(failures.isEmpty)
  }

  @Test func controlAndDirectionCharactersAreMadeVisible() {
    #expect(
      MarkdownEscaper.inline("a\u{202E}b\u{0}c\u{1B}[d\u{2066}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\\[d\u{FFFD}"
    )
  }

  @Test func numbersAndNamesStayReadable() {
    for text in ["-0.25", "1.5e-6", "rs123_A", "IL-6 (pg/mL)", "p > 0.05", "A & B", "95 % CI"] {
      #expect(MarkdownEscaper.tableCell(text) == text)
    }
  }

  @Test func pipesAreEscapedOnlyForTables() {
    #expect(MarkdownEscaper.inline("a|b") == "a|b")
    #expect(MarkdownEscaper.tableCell("a|b") == #"a\|b"#)
  }

  @Test func htmlEscapingKeepsNoMarkup() {
    #expect(
      UntrustedText.html("<a href=\"x\">'&\u{202E}") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\u{FFFD}"
    )
  }

  // MARK: What a reader sees

  private func shown(_ markdown: String) throws -> String {
    let html = try MarkdownRenderer().html(markdown).html
    var text = ""
    var isInTag = false
    for scalar in html.unicodeScalars {
      if scalar == "<" {
        isInTag = true
      } else if scalar == ">" {
        isInTag = false
      } else if !isInTag {
        text.unicodeScalars.append(scalar)
      }
    }
    return folded(unescaped(text))
  }

  private func unescaped(_ html: String) -> String {
    var text = html
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
    return text
  }

  private func folded(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
