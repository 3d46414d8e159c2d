import Reporting
import Testing

struct PageStructureTests {
  private func structured(_ html: String, _ change: (inout PageStructure) -> Void = { _ in }) -> String {
    var structure = PageStructure()
    change(&structure)
    return structure.apply(to: html)
  }

  private let table =
    "<table>\n<thead>\n<tr>\n<th>Trait</th>\n<th align=\"right\"><em>p</em></th>\n</tr>\n</thead>\n<tbody>\n"
    + "<tr>\n<td>CRP</td>\n<td align=\"right\">0.2</td>\n</tr>\n</tbody>\n</table>\n"

  @Test func headsOfTheFilterableTableCarryTheCodesOfTheirColumns() {
    let html = structured("<h2 id=\"all-2-pairs\">All</h2>\n" + table) { structure in
      structure.filterable = "all-"
      structure.columnCodes = ["p": "p", "Trait": "trait"]
    }
    #expect(html.contains("<th scope=\"col\" data-column=\"trait\">Trait</th>"))
    #expect(html.contains("<th scope=\"col\" data-column=\"p\" class=\"num\"><em>p</em></th>"))
    #expect(html.contains("<thead>"))
  }

  @Test func columnsAreAlignedByClassesThatTheStylesheetKnows() {
    let html = structured("<h2 id=\"b\">B</h2>\n" + table + table.replacing("right", with: "center")) { _ in }
    #expect(html.contains("<td data-label=\"p\" class=\"num\">") && html.contains("class=\"mid\""))
    #expect(!html.contains("align="))
  }

  @Test func otherTablesHaveHeadsWithoutCodes() {
    let html = structured("<h2 id=\"b\">B</h2>\n" + table) { $0.columnCodes = ["p": "p"] }
    #expect(html.contains("<th scope=\"col\">Trait</th>"))
    #expect(!html.contains("data-column"))
  }

  @Test func columnsThatHoldATableAreToldApart() {
    let body = "<h2 id=\"c\">C</h2>\n<h3 id=\"x\">X</h3>\n" + table + "<h3 id=\"y\">Y</h3>\n<p>None.</p>\n"
    #expect(structured(body) { $0.columns = ["c"] }.contains("<section class=\"columns with-tables\">"))
    let plain = "<h2 id=\"c\">C</h2>\n<h3 id=\"x\">X</h3>\n<p>None.</p>\n"
    #expect(structured(plain) { $0.columns = ["c"] }.contains("<section class=\"columns\">"))
  }

  @Test func aHeadingThatFoldsTakesWhatStandsUnderIt() {
    let body =
      "<h2 id=\"c\">C</h2>\n<h3 id=\"more-2\">More</h3>\n<p>a</p>\n" + table
      + "<h3 id=\"y\">Y</h3>\n<p>b</p>\n"
    let html = structured(body) { $0.folded = ["more-"] }
    #expect(html.contains("<details>\n<summary><h3 id=\"more-2\">More</h3></summary>\n\n<p>a</p>"))
    #expect(html.contains("</details>\n<h3 id=\"y\">"))
    #expect(!structured(body) { _ in }.contains("<details>"))
  }
}
