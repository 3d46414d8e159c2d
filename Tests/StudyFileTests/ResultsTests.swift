import StudyFile
import StudyModel
import Testing

struct ResultsTests {
  /// A study of which another tool's results are known, forward with all tables.
  private static let yaml = """
    id: s
    title: T
    question: Q
    authors: [A]
    date: 2026-11-24
    seed: 7
    disease:
      id: D
      name: Disease
      type: binary
    panel:
      name: traits
      member: trait
      traits:
        - id: A
          name: Alpha
          type: continuous
        - id: B
          name: Beta
          name_in_results: β of the table
          type: continuous
    results:
      forward: {estimates: i.tsv, heterogeneity: l.tsv, pleiotropy: h.tsv}

    """

  private func study(_ yaml: String = yaml) throws -> LoadedStudy { try StudyFolder(yaml).load() }

  @Test func theDirectionsPairsHaveTheTables() throws {
    let study = try study()
    let forward = PairFiles.results(
      ResultFiles(
        estimates: FileReference(path: "i.tsv"),
        heterogeneity: FileReference(path: "l.tsv"),
        pleiotropy: FileReference(path: "h.tsv")
      )
    )
    #expect(
      study.design.pairs.map { study.files[$0.id] } == [forward, PairFiles.none, forward, PairFiles.none]
    )
  }

  @Test func namesAreMatchedByTheirTextOrTheId() throws {
    let names = try study().resultNames
    func trait(_ exposure: String, _ outcome: String, _ direction: Direction = .forward) throws -> String {
      try names.panelTrait(exposure: exposure, outcome: outcome, direction: direction).rawValue
    }
    #expect(try trait("A", "D") == "A")
    #expect(try trait("A || id:ieu-a-2", "D || id:finn-b-E4") == "A")
    #expect(try trait("A||id:ieu-a-2", "D  ||  id:x") == "A")
    #expect(try trait("β of the table", "D") == "B")
    #expect(try trait("D", "A", .reverse) == "A")
  }

  @Test(arguments: [
    ("B", "D", "no trait of the study has the name “B” of the exposure", "set 'name_in_results'"),
    ("a", "D", "the name “a” of the exposure", "did you mean “A”? If not, set 'name_in_results'"),
    ("A", "E", "the name “E” of the outcome", "or delete the row"),
    (
      "D", "A", "the row has the direction disease → panel trait",
      "move the row to the table of results.reverse"
    ),
    ("D", "D", "both traits of the row are the disease", "delete the row"),
    ("A", "β of the table", "no trait of the row is the disease", "delete the row"),
  ])
  func aRowThatBelongsToNoPairIsNamed(exposure: String, outcome: String, summary: String, remedy: String)
    throws
  {
    let names = try study().resultNames
    do throws(ResultNames.Mismatch) {
      _ = try names.panelTrait(exposure: exposure, outcome: outcome, direction: .forward)
      Issue.record("accepted")
    } catch {
      #expect(error.summary.contains(summary))
      #expect(error.remedy().contains(remedy))
    }
  }

  @Test func namesOfTwoHundredLettersInAnyScript() throws {
    let chinese = String(repeating: "糖尿病足溃疡细胞因子", count: 20)
    let arabic = String(repeating: "قرحة القدم السكري ", count: 12).prefix(200)
    let yaml = Self.yaml.replacing("name: Alpha", with: "name: \(chinese)\n      name_in_results: \(chinese)")
      .replacing("β of the table", with: "\"\(arabic)\"")
    let study = try study(yaml)
    #expect(study.design.panel.traits.first?.name == chinese)
    let names = study.resultNames
    #expect(
      try names.panelTrait(exposure: chinese + " || id:x", outcome: "D", direction: .forward).rawValue == "A"
    )
    #expect(
      try names.panelTrait(exposure: String(arabic), outcome: "D", direction: .forward).rawValue == "B"
    )
  }

  @Test func tablesThatAreNotThereHaveTheirLine() throws {
    let yaml = Self.yaml.replacing("h.tsv", with: "gone.tsv")
    #expect(
      try StudyFolder(yaml).problems() == [
        "23:65: there is no file 'gone.tsv'; paths start from the folder of study.yaml; correct it"
      ]
    )
  }

  @Test func tablesThatResultsReplaceAreProblems() throws {
    let yaml = Self.yaml.replacing(
      "name: Disease",
      with: "name: Disease\n  lookup: l.tsv\n  instruments: i.tsv"
    )
    .replacing("name: Alpha", with: "name: Alpha\n      instruments: i.tsv\n      lookup: l.tsv")
    .replacing("name: Beta", with: "name: Beta\n      harmonised: {forward: h.tsv, reverse: h.tsv}")
    #expect(
      try StudyFolder(yaml).problems() == [
        "10:3: 'lookup' would not be read, for 'results.forward' takes its place; delete one of the two",
        "19:7: 'instruments' would not be read, for 'results.forward' takes its place; delete one of the two",
        "24:20: 'harmonised.forward' would not be read, for 'results.forward' takes its place; "
          + "delete one of the two",
      ]
    )
  }

  @Test func reverseResultsReplaceTheOtherTables() throws {
    let yaml = Self.yaml.replacing("  forward: {", with: "  reverse: {")
      .replacing("name: Disease", with: "name: Disease\n  instruments: i.tsv")
      .replacing("name: Alpha", with: "name: Alpha\n      lookup: l.tsv")
    #expect(
      try StudyFolder(yaml).problems().map { $0.prefix { $0 != "," } } == [
        "10:3: 'instruments' would not be read", "18:7: 'lookup' would not be read",
      ]
    )
  }

  @Test func resultsNeedAnEstimatesTable() throws {
    let without = Self.yaml.replacing("estimates: i.tsv, ", with: "")
    #expect(
      try StudyFolder(without).problems().first?.contains("required key 'estimates' is missing") == true
    )
    let empty = Self.yaml.replacing(
      "  forward: {estimates: i.tsv, heterogeneity: l.tsv, pleiotropy: h.tsv}",
      with: "  {}"
    )
    #expect(
      try StudyFolder(empty).problems() == [
        "22:1: 'results' names no table; write 'forward', 'reverse' or both"
      ]
    )
    let misspelt = Self.yaml.replacing("heterogeneity:", with: "heterogenity:")
    #expect(try StudyFolder(misspelt).problems().first?.contains("did you mean 'heterogeneity'?") == true)
  }

  @Test func namesInResultsTellTraitsApartAndAreRead() throws {
    #expect(
      try StudyFolder(Self.yaml.replacing("β of the table", with: "A")).problems() == [
        "20:24: the name 'A' in results is that of the trait in line 15 as well; "
          + "give each trait a 'name_in_results' of its own"
      ]
    )
    let without = Self.yaml.split(separator: "\n").dropLast(2).joined(separator: "\n")
    #expect(
      try StudyFolder(without).problems() == [
        "20:7: 'name_in_results' would not be read, for the study has no 'results'; delete it"
      ]
    )
  }

  @Test func methodsOfOtherToolsCanBeTestedInResultsAlone() throws {
    let method = "ivw_unfloored_random_effects"
    let text =
      "primary_method: \(method)\nfamilies: [{id: f, directions: [forward], method: mr_egger_bootstrap}]\n"
    let settings = try study(Self.yaml + text).design.settings
    #expect(settings.primaryMethod == .ivwUnflooredRandomEffects)
    #expect(settings.families.map(\.method) == [.mrEggerBootstrap])
    let mixed = Self.yaml.replacing("name: Disease", with: "name: Disease\n  instruments: i.tsv")
    #expect(
      try StudyFolder(mixed + text).problems().map { $0.prefix { $0 != ";" } } == [
        "25:1: '\(method)' is not computed here and can only be read from 'results', and the direction reverse is "
          + "analysed here"
      ]
    )
    let none =
      Self.yaml.split(separator: "\n").dropLast(2).joined(separator: "\n")
      .replacing("      name_in_results: β of the table\n", with: "") + "\n"
    #expect(
      try StudyFolder(none + text).problems().map { $0.prefix { $0 != ";" } } == [
        "21:1: '\(method)' is not computed here and can only be read from 'results', which the study does not have",
        "22:51: 'mr_egger_bootstrap' is not computed here and can only be read from 'results', which the study does "
          + "not have",
      ]
    )
  }

  @Test func settingsOfMRPressoAndTheModeAreHeldInRange() throws {
    let yaml = Self.yaml + "mode_bandwidth: 0\nmr_presso: {simulations: 99, r_distortion_p: yes}\n"
    #expect(try StudyFolder(yaml).problems().count == 3)
  }
}
