import Testing

struct IdentifierCheckTests {
  private let remedy = "choose identifiers that differ in more than upper and lower case"

  @Test func traitsCollideWhateverTheCase() throws {
    #expect(
      try SampleStudy.problems(line: 23, with: "    - id: a") == [
        "23:11: identifier 'a' collides with 'A' in line 17; \(remedy)"
      ]
    )
    #expect(
      try SampleStudy.problems(line: 23, with: "    - id: A") == [
        "23:11: identifier 'A' collides with the same in line 17; \(remedy)"
      ]
    )
  }

  @Test func theDiseaseCollidesToo() throws {
    #expect(
      try SampleStudy.problems(line: 8, with: "  id: b") == [
        "23:11: identifier 'B' collides with 'b' in line 8; \(remedy)"
      ]
    )
  }
}
