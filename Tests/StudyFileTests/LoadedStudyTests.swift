import Foundation
import StudyFile
import StudyModel
import Testing

struct StudyFileTests {
  @Test func defaultsAreThoseOfTheModel() throws {
    let design = try StudyFolder(SampleStudy.yaml).load().design
    #expect(design.settings == AnalysisSettings())
    #expect(design.seed == 7)
    #expect(design.disease == Trait(id: try #require(TraitID(rawValue: "D")), name: "Disease", type: .binary))
    #expect(design.panel.traits.map(\.id.rawValue) == ["A", "B"])
    #expect(design.panel.traits.map(\.nameInText) == ["Alpha", "Beta"])
  }

  @Test func everyTraitHasBothPairs() throws {
    let study = try StudyFolder(SampleStudy.yaml).load()
    #expect(study.design.pairs.map(\.id.rawValue) == ["A.forward", "A.reverse", "B.forward", "B.reverse"])
    let instruments = VariantFile.table(FileReference(path: "i.tsv"))
    let lookup = VariantFile.table(FileReference(path: "l.tsv"))
    let files = study.design.pairs.map { study.files[$0.id] }
    #expect(
      files == [
        .tables(instruments: instruments, lookup: lookup), .tables(instruments: instruments, lookup: lookup),
        .tables(instruments: nil, lookup: lookup), .tables(instruments: instruments, lookup: nil),
      ]
    )
  }

  @Test func pairsWithoutTablesStay() throws {
    let yaml = SampleStudy.yaml.split(separator: "\n").filter { !$0.contains(".tsv") }.joined(separator: "\n")
    let study = try StudyFolder(yaml).load()
    #expect(study.design.pairs.count == 4)
    #expect(study.design.pairs.allSatisfy { study.files[$0.id] == PairFiles.none })
  }

  @Test func harmonisedTakesThePlaceOfBothTables() throws {
    let yaml =
      SampleStudy.yaml + """
              note: of the trait
              harmonised:
                forward: h.tsv
                reverse:
                  file: h.tsv
                  columns: {beta: b}
                  note: of the pair
                  exposure_source: {citation: C, cases: 3, controls: 4, ancestry: E, units: U, doi: 10.1/x}
        """
    let study = try StudyFolder(yaml).load()
    let forward = try #require(study.design.pairs.first { $0.id.rawValue == "B.forward" })
    let reverse = try #require(study.design.pairs.first { $0.id.rawValue == "B.reverse" })
    #expect(study.files[forward.id] == .harmonised(FileReference(path: "h.tsv")))
    let mapping = ColumnMapping(columns: [.beta: "b"])
    #expect(study.files[reverse.id] == .harmonised(FileReference(path: "h.tsv", columns: mapping)))
    #expect(forward.note == "of the trait")
    #expect(reverse.note == "of the pair")
    #expect(forward.exposureSource == nil)
    let source = PairSource(
      source: DataSource(citation: "C", doi: "10.1/x"),
      sampleSize: SampleSize(cases: 3, controls: 4),
      ancestry: "E",
      units: "U"
    )
    #expect(reverse.exposureSource == source)
    #expect(reverse.outcomeSource == nil)
  }

  @Test func columnsOfATableGoBeforeThoseOfTheTrait() throws {
    let yaml = SampleStudy.replacing(
      line: 11,
      with: "  instruments: {file: i.tsv, columns: {beta: own}}\n  columns: {beta: shared, p_value: P}"
    )
    let study = try StudyFolder(yaml).load()
    let pair = try #require(PairID(rawValue: "A.reverse"))
    let other = try #require(PairID(rawValue: "B.forward"))
    let own = ColumnMapping(columns: [.beta: "own", .pValue: "P"])
    let shared = ColumnMapping(columns: [.beta: "shared", .pValue: "P"])
    #expect(
      study.files[pair]
        == .tables(
          instruments: .table(FileReference(path: "i.tsv", columns: own)),
          lookup: .table(FileReference(path: "l.tsv"))
        )
    )
    #expect(
      study.files[other]
        == .tables(instruments: nil, lookup: .table(FileReference(path: "l.tsv", columns: shared)))
    )
  }

  @Test func settingsAreRead() throws {
    let yaml =
      SampleStudy.yaml + """
        selection: {p_threshold: 5e-8}
        harmonisation: {policy: assume_forward, ambiguity_window: 0.1, frequency_clash: 0.3}
        methods: [weighted_median, wald_ratio]
        primary_method: wald_ratio
        bootstrap_draws: 100
        mode_bandwidth: 0.5
        mr_presso: {simulations: 2000, r_distortion_p: true}
        significance_level: 0.01
        families: [{id: f, directions: [reverse, forward], method: weighted_median, groups: [Proteins]}]
        sample_overlap: {fraction: 0.5, note: N}
        """
    let settings = try StudyFolder(yaml).load().design.settings
    let expected = AnalysisSettings(
      pThreshold: 5e-8,
      harmonisation: HarmonisationSettings(policy: .assumeForward, ambiguityWindow: 0.1, frequencyClash: 0.3),
      methods: [.weightedMedian, .waldRatio],
      primaryMethod: .waldRatio,
      bootstrapDraws: 100,
      modeBandwidth: 0.5,
      mrPresso: MRPressoSettings(simulations: 2000, rDistortionP: true),
      significanceLevel: 0.01,
      families: [
        FamilyDesign(
          id: "f",
          directions: [.reverse, .forward],
          method: .weightedMedian,
          groups: ["Proteins"]
        )
      ],
      sampleOverlap: SampleOverlap(fraction: 0.5, note: "N")
    )
    #expect(settings == expected)
  }

  @Test func namesMayHoldMarkup() throws {
    let yaml = SampleStudy.replacing(line: 18, with: "      name: <script>alert(1)</script>|x")
    #expect(try StudyFolder(yaml).load().design.panel.traits.first?.name == "<script>alert(1)</script>|x")
  }

  @Test func idsOfYAML11TrapsStayText() throws {
    for id in ["NO", "1e5", "007"] {
      let yaml = SampleStudy.replacing(line: 17, with: "    - id: \(id)")
      #expect(try StudyFolder(yaml).load().design.panel.traits.first?.id.rawValue == id)
    }
  }

  @Test func filesThatAreNotThere() throws {
    let folder = try StudyFolder("")
    let absent = folder.path + "/absent.yaml"
    #expect(
      throws: InputError(
        InputProblem(
          file: absent,
          summary: "there is no such file",
          remedy: "'mrreport init' writes a first one"
        )
      )
    ) { try LoadedStudy.load(absent) }
    #expect(
      throws: InputError(
        InputProblem(file: folder.path, summary: "is a folder", remedy: "name a file in it")
      )
    ) { try LoadedStudy.load(folder.path) }
    #expect(
      folder.problems() == [
        "1:1: the file is empty; write the keys that are needed: "
          + "id, title, question, authors, date, seed, disease, panel"
      ]
    )
  }

  @Test func whatIsNoFileIsNamed() throws {
    let folder = try StudyFolder("")
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, words) in [
      ("/dev/null", "/dev/null: is a device, not a file; name a file"),
      (pipe, "\(pipe): is a pipe, not a file; name a file"),
      ("", "study.yaml: its path is empty; 'mrreport init' writes a first one"),
    ] {
      #expect { try LoadedStudy.load(path) } throws: { "\($0)" == words }
    }
  }

  @Test func aFileLargerThanTheLimitIsNotRead() throws {
    let folder = try StudyFolder("")
    #expect(truncate(folder.file, off_t(LoadedStudy.largestFile) + 1) == 0)
    #expect(
      folder.problems() == [
        " is larger than 16 MiB, the most that is read; check that it is the file that was meant"
      ]
    )
  }

  @Test func problemsOfTableAndContentComeTogether() throws {
    let yaml = SampleStudy.replacing(line: 17, with: "    - id: d").replacing("seed: 7", with: "seed: x")
    #expect(
      try StudyFolder(yaml).problems() == [
        "6:7: 'seed' is 'x', not an integer; write digits only, without separators or leading zeros",
        "17:11: identifier 'd' collides with 'D' in line 8; "
          + "choose identifiers that differ in more than upper and lower case",
      ]
    )
  }
}
