import StudyFile
import StudyModel
import Testing

@Suite struct TraitCorrelationTableTests {
  private func study(_ table: String) throws -> StudyFolder {
    try StudyFolder(
      SampleStudy.yaml + "trait_correlations: r.tsv\n",
      files: ["r.tsv": table]
    )
  }

  /// `line: summary` of every problem of the table.
  private func problems(_ table: String) throws -> [String] {
    do {
      _ = try study(table).load()
      return []
    } catch let error as InputError {
      return error.problems.map { "\($0.file):\($0.line.map(String.init) ?? "") \($0.summary)" }
    }
  }

  @Test(arguments: [
    "\tA\tB\nA\t1\t0.3\nB\t0.3\t1\n", "\"\",\"A\",\"B\"\r\n\"A\",1,0.3\r\n\"B\",0.3,1\r\n",
    "\u{FEFF}trait,A,B\nA,1,0.3\n\nB,0.3,1",
  ])
  func isReadHoweverItIsLaidOut(_ table: String) throws {
    let found = try #require(try study(table).load().design.traitCorrelations)
    #expect(found.file == "r.tsv")
    #expect(found.traits.map(\.rawValue) == ["A", "B"])
    #expect(found.rows == [[1, 0.3], [0.3, 1]])
  }

  @Test func mayHoldSomeOfTheTraits() throws {
    #expect(try study("\tB\nB\t1\n").load().design.traitCorrelations?.rows == [[1]])
  }

  @Test func everyProblemIsNamedWithItsLine() throws {
    #expect(try problems("") == ["r.tsv:1 has no header of trait ids"])
    #expect(try problems("\tA\tZ\nA\t1\t0\nZ\t0\t1\n") == ["r.tsv:1 'Z' is no trait of the panel"])
    #expect(try problems("\tA\tA\nA\t1\t1\nA\t1\t1\n") == ["r.tsv:1 a trait stands twice in the header"])
    #expect(try problems("\tA\tB\nA\t1\nB\t0\t1\n") == ["r.tsv:2 has 2 cells, and the header 3"])
    #expect(
      try problems("\tA\tB\nA\t1\tx\nB\t1.2\t1\n") == [
        "r.tsv:2 'x' is no correlation", "r.tsv:3 '1.2' is no correlation",
      ]
    )
    #expect(try problems("\tA\tB\nA\t1\t0\n") == ["r.tsv: has 1 rows, and the header 2 traits"])
    #expect(
      try problems("\tA\tB\nB\t1\t0\nA\t0\t1\n") == [
        "r.tsv:2 the row begins with 'B' where the header has 'A'"
      ]
    )
    #expect(
      try problems("\tA\tB\nA\t0.9\t0\nB\t0\t1\n") == ["r.tsv:2 the correlation of 'A' with itself is 0.9"]
    )
    #expect(
      try problems("\tA\tB\nA\t1\t0.2\nB\t0.3\t1\n") == [
        "r.tsv:3 'B' and 'A' have the correlation 0.3 here and 0.2 in line 2"
      ]
    )
  }

  @Test func aMissingTableIsAProblemOfTheKey() throws {
    let found = try StudyFolder(SampleStudy.yaml + "trait_correlations: none.tsv\n").problems()
    #expect(found.count == 1)
    #expect(found[0].contains("there is no file 'none.tsv'"))
  }
}
