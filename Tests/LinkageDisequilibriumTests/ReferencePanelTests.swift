import Foundation
import LinkageDisequilibrium
import StudyModel
import Testing

@Suite struct ReferencePanelTests {
  private func fixture() throws -> PanelFixture {
    var shape = PanelFixture.Shape()
    shape.people = 10
    shape.variants = 5
    return try PanelFixture.random(shape, seed: 3)
  }

  private func problem(_ fixture: PanelFixture) -> InputProblem? {
    do throws(InputError) {
      let panel = try fixture.panel()
      try panel.forEachVariant { _ in }
      return nil
    } catch {
      return error.problems.first
    }
  }

  @Test func aPanelTellsItsSizeAndItsVariants() throws {
    let fixture = try fixture()
    let panel = try fixture.panel()
    #expect(panel.people == 10 && panel.founders == 10 && panel.variantCount == 10)
    var variants: [PanelVariant] = []
    try panel.forEachVariant { variants.append($0) }
    #expect(variants == fixture.variants)
  }

  @Test func frequenciesCountTheFoundersAlleles() throws {
    let people = [
      PanelFixture.Person(), PanelFixture.Person(), PanelFixture.Person(isFounder: false),
      PanelFixture.Person(isFounder: true, isMan: true),
    ]
    let variants = ["1", "X"].enumerated().map { index, chromosome in
      PanelVariant(
        index: index,
        id: "rs\(index)",
        chromosome: chromosome,
        position: 5,
        firstAllele: "A",
        secondAllele: "G"
      )
    }
    let fixture = try PanelFixture(
      people: people,
      variants: variants,
      genotypes: [[1, 0, 2, nil], [1, 0, 2, 2]]
    )
    let panel = try fixture.panel()
    #expect(panel.genotypes(of: variants[0]).firstAlleleFrequency == 0.25)
    // Two women with four X, and a man with one.
    #expect(panel.genotypes(of: variants[1]).firstAlleleFrequency == 0.4)
  }

  @Test func partsOfDifferentPanelsAreRefused() throws {
    let fixture = try fixture()
    let lines = String(decoding: try fixture.bytes("bim"), as: UTF8.self).split(separator: "\n").dropLast()
    try fixture.write(Data(lines.joined(separator: "\n").utf8), to: "bim")
    #expect(try #require(problem(fixture)).summary.contains("has 33 bytes, but 9 variants"))
    let other = try self.fixture()
    try other.write(try other.bytes("bed").dropLast(1), to: "bed")
    #expect(try #require(problem(other)).summary.contains("has 32 bytes, but 10 variants"))
  }

  @Test func whatIsNoPanelIsRefused() throws {
    let garbled = try fixture()
    try garbled.write(Data("not a bed".utf8), to: "bed")
    #expect(try #require(problem(garbled)).summary == "does not begin as a PLINK 1 .bed does")
    let turned = try fixture()
    var bytes = try turned.bytes("bed")
    bytes[2] = 0
    try turned.write(bytes, to: "bed")
    #expect(try #require(problem(turned)).summary.contains("one person after the other"))
    let nobody = try fixture()
    try nobody.write(Data(), to: "fam")
    #expect(try #require(problem(nobody)).summary == "names nobody")
    let empty = try fixture()
    try empty.write(Data(), to: "bed")
    #expect(try #require(problem(empty)).file == "panel.bed")
  }

  @Test func theLineAtFaultIsNamed() throws {
    let fixture = try fixture()
    var lines = String(decoding: try fixture.bytes("bim"), as: UTF8.self).split(separator: "\n").map(
      String.init
    )
    lines[6] = "1 rs9 0 here A G"
    try fixture.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: "bim")
    let found = try #require(problem(fixture))
    #expect(found.line == 7 && found.summary == "the position “here” is not a whole number")
  }

  @Test func anAbsentFileIsNamed() throws {
    let error = #expect(throws: InputError.self) {
      try ReferencePanel(prefix: "/nowhere/at/all", name: "all")
    }
    #expect(error?.problems.first?.file == "all.fam")
    #expect(error?.problems.first?.summary == "there is no such file")
  }
}
