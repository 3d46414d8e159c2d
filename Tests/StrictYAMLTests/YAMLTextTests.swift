import StrictYAML
import Testing

struct YAMLTextTests {
  @Test func byteOrderMarkIsSkipped() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(SampleTable.problems(mark + Array("id: a\n".utf8)).isEmpty)
    let problems = SampleTable.problems(mark + Array("idd: a\n".utf8))
    #expect(problems.first == "1:1: unknown key 'idd'; did you mean 'id'?")
  }

  @Test func notUTF8HasLineAndColumn() {
    #expect(
      SampleTable.problems(Array("id: a\nnames: [é".utf8) + [0xFF, 0x5D]) == [
        "2:10: the file is not UTF-8; save it with the encoding UTF-8"
      ]
    )
  }

  @Test func utf16IsNotUTF8() {
    #expect(
      SampleTable.problems([0xFF, 0xFE, 0x69, 0x00]) == [
        "1:1: the file is not UTF-8; save it with the encoding UTF-8"
      ]
    )
  }

  @Test func everyControlCharacterIsNamed() {
    #expect(
      SampleTable.problems("id: a\u{0}\nname: \u{7}\n") == [
        "1:6: unprintable character U+0000; delete it", "2:7: unprintable character U+0007; delete it",
      ]
    )
  }

  @Test func windowsLineEndsAreRead() throws {
    #expect(
      SampleTable.problems("id: a\r\ncuont: 3\r\n") == ["2:1: unknown key 'cuont'; did you mean 'count'?"]
    )
    #expect(try SampleTable.root("id: a\r\ncount: 3\r\n").text("id") == "a")
  }
}
