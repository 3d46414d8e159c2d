import ReleaseFormat
import Testing

@Suite struct JSONParserTests {
  private func error(_ text: String) -> JSONSyntaxError? {
    do {
      _ = try JSONParser.parse(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func numbersKeepTheirText() throws {
    let token = try JSONParser.parse(Array(" [0.10, -0, 1e5, 18446744073709551616]\n".utf8))
    #expect(token == .array(["0.10", "-0", "1e5", "18446744073709551616"].map(JSONToken.number)))
  }

  @Test func escapesAreRead() throws {
    let text = #"{"a\"\\\/\b\f\n\r\t": "\u00e9\ud83d\ude00é"}"#
    let member = JSONMember(key: "a\"\\/\u{8}\u{c}\n\r\t", value: .string("é😀é"))
    let token = try JSONParser.parse(Array(text.utf8))
    #expect(token == .object([member]))
    #expect(try JSONParser.parse(JSONLayout.document(token)) == token)
    #expect(try JSONParser.parse(JSONLayout.line(token)) == token)
  }

  @Test(arguments: [
    "", "{", "[1,", "[1 2]", "{\"a\" 1}", "{\"a\":1,}", "[01]", "[1.]", "[+1]", "[.5]", "[NaN]", "nul", "\"a",
    "\"\\x\"", "\"\\ud800\"", "\"\\u12\"", "\"\u{1}\"", "[1] 2", "{\"a\":1,\"a\":2}", "{a:1}", "-",
  ])
  func brokenTextIsRefused(_ text: String) {
    #expect(error(text) != nil)
  }

  @Test func errorsNameTheLine() {
    #expect(error("{\n\"a\": 1,\n\"b\" 2\n}")?.line == 3)
  }

  @Test func invalidUTF8IsRefusedWithItsLine() {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONParser.parse([0x5B, 0x0A, 0x22, 0xFF, 0x22, 0x5D])
    }
    #expect(error?.line == 2)
    #expect(error?.summary == "the text is not valid UTF-8")
  }

  @Test func deepNestingIsRefusedRatherThanOverflowing() {
    #expect(error(String(repeating: "[", count: 1_000_000))?.summary.contains("deep") == true)
    #expect(error(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) == nil)
  }
}
