import StrictYAML
import Testing

struct KeyTableValidatorTests {
  @Test func unknownKeyNamesTheNearestOne() {
    #expect(
      SampleTable.problems("id: a\np_treshold: 0.5\n") == [
        "2:1: unknown key 'p_treshold'; did you mean 'p_threshold'?"
      ]
    )
  }

  @Test func unknownKeyWithoutNeighbourListsTheKeys() {
    #expect(
      SampleTable.problems("id: a\nwhole:\n  file: x\n  zzzzzz: 1\n") == [
        "4:3: unknown key 'zzzzzz'; the keys here are file, note"
      ]
    )
  }

  @Test func allProblemsComeAtOnceInTheOrderOfLines() {
    let text = "count: many\nwhole:\n  note: x\nflag: yes\nnames: a\n"
    #expect(
      SampleTable.problems(text) == [
        "1:1: required key 'id' is missing; add it, such as 'id: me'",
        "1:8: 'count' is 'many', not an integer; write digits only, without separators or leading zeros",
        "3:3: required key 'file' is missing; add it, such as 'file: a.tsv'",
        "4:7: 'flag' is 'yes', neither true nor false; write true or false",
        "5:8: 'names' is 'a', not a list; write each element on a line of its own behind '- '",
      ]
    )
  }

  @Test func wrongShapesAreNamed() {
    let text = "id: [a]\nwhole: x\nparts: {file: x}\nnames: []\npolicy:\n  a: b\n"
    #expect(
      SampleTable.problems(text) == [
        "1:5: 'id' is a list, not a text; write one value behind the colon",
        "2:8: 'whole' is 'x', not a mapping; write its keys (file, note, …) on lines beneath it",
        "3:8: 'parts' is a mapping, not a list; write each element on a line of its own behind '- '",
        "4:8: 'names' is an empty list; give it an element or delete the key",
        "6:3: 'policy' is a mapping, not one of infer, exclude; write one value behind the colon",
      ]
    )
  }

  @Test func keysWithoutValueAreNamed() {
    #expect(
      SampleTable.problems("id:\ncount: ~\ndate: null\nnames: [a, ~]\n") == [
        "1:1: 'id' has no value; write one",
        "2:1: 'count' has no value; write one or delete the line",
        "3:1: 'date' has no value; write one or delete the line",
        "4:12: an element of 'names' has no value; write one or delete the line",
      ]
    )
  }

  @Test func problemsInListsOfMappingsHaveTheirOwnLines() {
    #expect(
      SampleTable.problems("id: a\nparts:\n  - file: x\n  - fil: y\n") == [
        "4:5: unknown key 'fil'; did you mean 'file'?",
        "4:5: required key 'file' is missing; add it, such as 'file: a.tsv'",
      ]
    )
  }

  @Test func aKeyThatIsNoNameIsAProblem() {
    #expect(
      SampleTable.problems("id: a\n? [x, y]\n: 1\n") == [
        "2:3: a list cannot be a key; write a name, a colon and a value"
      ]
    )
  }

  @Test func aScalarStandsForAMapping() throws {
    let short = try SampleTable.root("id: a\ntable: x.tsv\n")
    let long = try SampleTable.root("id: a\ntable: {file: x.tsv, note: n}\n")
    #expect(short.mapping("table")?.text("file") == "x.tsv")
    #expect(long.mapping("table")?.text("file") == "x.tsv")
    #expect(long.mapping("table")?.text("note") == "n")
  }

  @Test func anchorsAliasesAndMergesAreRead() throws {
    let text = """
      id: a
      whole: &base {file: x, note: &note hello}
      parts:
        - {file: y, note: *note}
        - <<: *base
          file: z
      """
    let parts = try SampleTable.root(text).list("parts").compactMap(\.mapping)
    #expect(parts.map { $0.text("file") } == ["y", "z"])
    #expect(parts.map { $0.text("note") } == ["hello", "hello"])
    #expect(SampleTable.problems(text).isEmpty)
  }

  @Test func mergingAScalarIsAProblem() {
    #expect(
      SampleTable.problems("id: a\n<<: x\n") == ["2:5: '<<' takes 'x'; name one mapping, such as '<<: *name'"]
    )
  }

  @Test func valuesOfEveryTypeArriveWithTheirPlaces() throws {
    let text = "id: a\np_threshold: 5e-8\ncount: 3\nflag: false\npolicy: exclude\nnames: [b, c]\n"
    let root = try SampleTable.root(text)
    #expect(root.number("p_threshold") == 5e-8)
    #expect(root.integer("count") == 3)
    #expect(root.boolean("flag") == false)
    #expect(root.text("policy") == "exclude")
    #expect(root.list("names").compactMap(\.text) == ["b", "c"])
    #expect(root.list("names").last?.position == YAMLPosition(line: 6, column: 12))
    #expect(root.position(of: "flag") == YAMLPosition(line: 4, column: 1))
    #expect(root.position(of: "date") == YAMLPosition(line: 1, column: 1))
  }

  @Test func halfAListIsLeftOut() throws {
    let document = try StrictDocument(Array("id: a\nnames: [b, [c]]\n".utf8), table: SampleTable.table)
    #expect(document.root.entries["names"] == nil)
    #expect(document.problems.count == 1)
  }
}
