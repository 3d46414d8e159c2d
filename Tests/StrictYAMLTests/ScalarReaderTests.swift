import StrictYAML
import Testing

struct ScalarReaderTests {
  @Test(arguments: [
    "NO", "1e5", "007", "0x1F", "on", "12:30:45", "2026-11-24", ".5", "<script>", "=", "1_000",
  ])
  func textArrivesAsItIsWritten(text: String) throws {
    #expect(try SampleTable.root("id: \(text)\n").text("id") == text)
  }

  @Test func quotedNullIsText() throws {
    #expect(try SampleTable.root("id: 'null'\n").text("id") == "null")
    #expect(try SampleTable.root("id: \"~\"\n").text("id") == "~")
  }

  @Test func foldedTextIsOneLine() throws {
    #expect(try SampleTable.root("id: >\n  one\n  two\n").text("id") == "one two")
  }

  @Test func textOfSeveralLinesIsAProblem() {
    #expect(
      SampleTable.problems("id: |\n  one\n  two\n") == [
        "1:5: 'id' has more than one line; write one line, or use '>-' without empty lines"
      ]
    )
  }

  @Test func escapedControlCharactersAreProblems() {
    #expect(
      SampleTable.problems("id: \"a\\x07b\"\n") == ["1:5: 'id' holds the control character U+7; delete it"]
    )
    #expect(
      SampleTable.problems("id: \"a\\tb\"\n") == ["1:5: 'id' holds the control character U+9; delete it"]
    )
  }

  @Test func blankTextIsAProblem() {
    #expect(
      SampleTable.problems("id: '  '\n") == ["1:5: 'id' is an empty text; write one or delete the line"]
    )
  }

  @Test func endlessTextIsAProblem() throws {
    let text = String(repeating: "é", count: 2_000)
    #expect(try SampleTable.root("id: \(text)\n").text("id") == text)
    #expect(
      SampleTable.problems("id: a\nnames: [b, \(text)x]\n") == [
        "2:12: 'names' has 2001 characters; write at most 2000"
      ]
    )
    #expect(SampleTable.problems("id: a\ncount: \(text)\n").allSatisfy { $0.count < 200 })
  }

  @Test(arguments: ["\\u200B", "\\u202E\\u2066", "\\xA0 \\u2060", "\\u3164", "\\u2800"])
  func invisibleTextIsAProblem(text: String) {
    let problems = SampleTable.problems("id: \"\(text)\"\n")
    #expect(problems == ["1:5: 'id' has no visible character; write one or delete the line"])
    #expect(SampleTable.problems("id: \"\(text)x\"\n").isEmpty)
  }

  @Test(arguments: ["007", "1.0", "2,125", "1e2", "0x10", "+4", "--4", "", "99999999999999999999"])
  func notAnInteger(text: String) {
    let problems = SampleTable.problems("id: a\ncount: \(text)\n")
    let expected =
      text.isEmpty
      ? "2:1: 'count' has no value; write one or delete the line"
      : "2:8: 'count' is '\(text)', not an integer; write digits only, without separators or leading zeros"
    #expect(problems == [expected])
  }

  @Test func integersOutOfRange() {
    #expect(
      SampleTable.problems("id: a\ncount: 10\n") == [
        "2:8: 'count' is 10, out of range; write an integer from 1 to 9"
      ]
    )
    #expect(SampleTable.problems("id: a\ncount: 0\n").count == 1)
    #expect(SampleTable.problems("id: a\ncount: 9\n").isEmpty)
  }

  @Test(arguments: [".inf", "nan", "1e999", "5e", "5x", "0x1p3", "infinity", "five"])
  func notANumber(text: String) {
    #expect(
      SampleTable.problems("id: a\np_threshold: \(text)\n") == [
        "2:14: 'p_threshold' is '\(text)', not a number; write it as 0.05 or 5e-8"
      ]
    )
  }

  @Test func numbersOutOfRange() {
    #expect(
      SampleTable.problems("id: a\np_threshold: 0\n") == [
        "2:14: 'p_threshold' is 0, out of range; write a number above 0, at most 1"
      ]
    )
    #expect(SampleTable.problems("id: a\np_threshold: 1.5\n").count == 1)
    #expect(SampleTable.problems("id: a\np_threshold: 1\n").isEmpty)
    #expect(SampleTable.problems("id: a\np_threshold: 5E-8\n").isEmpty)
  }

  @Test func quotedNumbersAreTexts() {
    #expect(
      SampleTable.problems("id: a\ncount: '3'\n") == [
        "2:8: 'count' is the text '3', not an integer; take away the quotes"
      ]
    )
  }

  @Test func choicesNameTheNearest() {
    #expect(
      SampleTable.problems("id: a\npolicy: inferr\n") == [
        "2:9: 'policy' is 'inferr', which is none of its values; did you mean 'infer'?"
      ]
    )
    #expect(
      SampleTable.problems("id: a\npolicy: zzz\n") == [
        "2:9: 'policy' is 'zzz', which is none of its values; write one of infer, exclude"
      ]
    )
  }
}
