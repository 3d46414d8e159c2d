import Foundation
import GWASFormats
import StudyFile
import StudyModel
import Testing

/// Look-ups by the place in a file with a tabix index beside it.
@Suite struct GenomeWideIndexTests {
  private typealias Row = GenomeWideStudy.Row
  private typealias PanelRow = GenomeWideStudy.PanelRow
  private let study: GenomeWideStudy

  init() throws { study = try GenomeWideStudy() }

  private static let rows = [
    Row(id: "rs1", position: 1000, z: 8), Row(id: "rs2", chromosome: "2", position: 5, z: 9),
    Row(id: "rs3", chromosome: "X", position: 77, z: 7),
  ]

  /// FinnGen writes X as 23; a palindromic row is left out later, and its line tells how it was found.
  private static let disease = [
    Row(id: "rs1", position: 1000, z: 1), Row(id: "rs8", chromosome: "2", position: 4, z: 3),
    Row(id: "rs2", chromosome: "2", position: 5, z: 2), Row(id: "rs9", chromosome: "2", position: 6, z: 3),
    Row(id: "rs3", chromosome: "23", position: 77, z: 3),
  ]

  private func write(disease: [GenomeWideStudy.Row] = disease) throws {
    try study.writeTrait(Self.rows)
    try study.writePanel([
      PanelRow(id: "rs1", position: 1000, bit: 0), PanelRow(id: "rs2", chromosome: "2", position: 5, bit: 1),
      PanelRow(id: "rs3", chromosome: "23", position: 77, bit: 2),
    ])
    try study.writeDisease(disease)
    let text = try String(contentsOf: study.folder.appending(path: "disease.tsv"), encoding: .utf8)
    let writer = try BlockCompressedWriter(path: path)
    try writer.write(text)
    try writer.close()
  }

  private var path: String { study.folder.appending(path: "disease.gz").path(percentEncoded: false) }

  private func index() throws {
    try BlockCompressedWriter.index(path, chromosomeColumn: 1, positionColumn: 2, comment: "#")
  }

  @Test func theIndexFindsWhatTheWholeFileHolds() async throws {
    try write()
    let whole = try await study.analyse(disease: ["gwas: disease.gz"])
    try index()
    let indexed = try await study.analyse(disease: ["gwas: disease.gz"])
    #expect(whole.forward.names == ["rs1", "rs2", "rs3"])
    #expect(indexed.forward == whole.forward)
    let inputs = indexed.header.inputs.filter { $0.role == .index }
    #expect(inputs.map(\.id) == ["disease.gz.tbi"])
    #expect(whole.header.inputs.contains { $0.role == .index } == false)
  }

  @Test func whatNoPlaceHoldsIsLookedForByName() async throws {
    var disease = Self.disease
    disease[2].position = 4
    try write(disease: disease)
    try index()
    let release = try await study.analyse(disease: ["gwas: disease.gz"])
    #expect(release.forward.names == ["rs1", "rs2", "rs3"])
    #expect(release.header.inputs.contains { $0.role == .index } == false)
  }

  @Test func anIndexThatIsOlderThanItsFileIsRefused() async throws {
    try write()
    try index()
    let old = Date(timeIntervalSinceNow: -1000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: path + ".tbi")
    let problem = await study.problems(disease: ["gwas: disease.gz"])
    #expect(problem.contains("disease.gz.tbi: the index is older than its file"))
  }

  @Test func aDamagedIndexIsRefused() async throws {
    try write()
    try index()
    try study.write("no index", to: "disease.gz.tbi")
    #expect(await study.problems(disease: ["gwas: disease.gz"]).contains("disease.gz"))
  }
}
