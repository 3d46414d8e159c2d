import StrictYAML
import Testing

struct CommentedTemplateTests {
  private let text = CommentedTemplate(SampleTable.table).text

  @Test func templateIsValid() { #expect(SampleTable.problems(text).isEmpty) }

  @Test func requiredKeysAreSetAndOthersWait() throws {
    let root = try SampleTable.root(text)
    #expect(Set(root.entries.keys) == ["id", "table"])
    #expect(text.contains("#p_threshold: 5e-8  # A number (default: 1)\n"))
    #expect(text.contains("#parts:  # Mappings\n#  - file: a.tsv  # A path\n#    note: x  # A note\n"))
  }

  @Test func everyKeyCanBeUncommented() throws {
    let all = text.split(separator: "\n").map { $0.hasPrefix("#") ? $0.dropFirst() : $0 }.joined(
      separator: "\n"
    )
    #expect(SampleTable.problems(all).isEmpty)
    #expect(try SampleTable.root(all).entries.count == SampleTable.table.keys.count)
  }
}
