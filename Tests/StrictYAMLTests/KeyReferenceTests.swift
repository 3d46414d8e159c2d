import StrictYAML
import Testing

struct KeyReferenceTests {
  private let markdown = KeyReference(SampleTable.table).markdown

  @Test func sectionsComeOnce() {
    #expect(markdown.split(separator: "\n").filter { $0.hasPrefix("### ") } == ["### sample", "### inner"])
  }

  @Test func rowsSayTypePresenceAndExample() {
    #expect(markdown.contains("| `id` | text | required | A name (`me`) |\n"))
    #expect(
      markdown.contains("| `p_threshold` | number above 0, at most 1 | default: 1 | A number (`5e-8`) |\n")
    )
    #expect(markdown.contains("| `parts` | list of mappings: *inner* | optional | Mappings |\n"))
    #expect(markdown.contains("| `table` | file, or mapping: *inner* | optional | Either |\n"))
  }

  @Test func barsAreEscaped() { #expect(markdown.contains("An address \\| a link")) }
}
