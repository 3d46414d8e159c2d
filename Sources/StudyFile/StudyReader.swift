import StrictYAML
import StudyModel

/// Turns a study.yaml that passed its key table into a design, and makes the checks that look at several
/// keys.
struct StudyReader {
  /// What paths are relative to.
  let directory: String
  private(set) var problems: [YAMLProblem] = []

  init(directory: String) { self.directory = directory }

  /// What a study.yaml says.
  struct Content {
    var design: StudyDesign
    var files: [PairID: PairFiles]
    var resultNames: ResultNames
    /// The path of the traits' correlations.
    var correlations: String?
    var panel: PanelReference?
    var truth: FileReference?
    var published: FileReference?
  }

  /// Nil where something required is missing, which the key table reports.
  mutating func read(_ root: CheckedMapping) -> Content? {
    let disease = root.mapping("disease")
    let traits = root.mapping("panel")?.list("traits").compactMap(\.mapping) ?? []
    let all = (disease.map { [$0] } ?? []) + traits
    problems += IdentifierCheck.problems(all)
    problems += all.flatMap(TraitCheck.problems)
    problems += SettingsCheck.problems(root, traits: traits)
    problems += GenomeWideCheck(directory: directory).problems(root, disease: disease, traits: traits)
    problems += TableCheck(directory: directory).problems(
      all,
      results: root.mapping("results"),
      others: ["trait_correlations", "truth", "published"].compactMap { root.entries[$0]?.value }
    )
    problems += ResultsCheck(root: root, disease: disease, traits: traits).problems()
    return content(root, disease: disease, traits: traits)
  }

  private func content(_ root: CheckedMapping, disease: CheckedMapping?, traits: [CheckedMapping]) -> Content?
  {
    guard let disease, let diseaseTrait = Trait(disease),
      let panel = Panel(root.mapping("panel"), traits: traits),
      let id = root.text("id").flatMap(StudyID.init), let title = root.text("title"),
      let question = root.text("question"), let date = root.text("date"),
      let seed = root.integer("seed").flatMap({ UInt64(exactly: $0) })
    else { return nil }
    let results = Direction.allCases.compactMap { direction in
      ResultFiles(direction, of: root).map { (direction, $0) }
    }
    let reader = PairReader(
      disease: disease,
      diseaseID: diseaseTrait.id,
      results: Dictionary(uniqueKeysWithValues: results)
    )
    let pairs = zip(traits, panel.traits).flatMap { reader.pairs(of: $0, id: $1.id) }
    let design = StudyDesign(
      id: id,
      title: title,
      question: question,
      authors: root.list("authors").compactMap(\.text),
      date: date,
      seed: seed,
      source: root.mapping("source").map(DataSource.init) ?? DataSource(),
      disease: diseaseTrait,
      panel: panel,
      pairs: pairs.map(\.design),
      settings: AnalysisSettings(root),
      notes: root.list("notes").compactMap(\.text),
      strobe: StrobeKeys.answers(root.mapping("strobe"))
    )
    let files = Dictionary(pairs.map { ($0.design.id, $0.files) }, uniquingKeysWith: { first, _ in first })
    let names = zip([disease] + traits, [diseaseTrait] + panel.traits).map { mapping, trait in
      (ResultNames.name(mapping)?.text ?? trait.id.rawValue, trait.id)
    }
    return Content(
      design: design,
      files: files,
      resultNames: ResultNames(disease: diseaseTrait.id, names: names),
      correlations: root.text("trait_correlations"),
      panel: root.mapping("selection")?.mapping("ld_panel").flatMap { panel in
        panel.text("prefix").map { PanelReference(prefix: $0, build: panel.text("build")) }
      },
      truth: root.text("truth").map { FileReference(path: $0) },
      published: root.text("published").map { FileReference(path: $0) }
    )
  }
}

extension Panel {
  /// Nil where a name or a trait is missing.
  fileprivate init?(_ mapping: CheckedMapping?, traits: [CheckedMapping]) {
    let complete = traits.compactMap(Trait.init)
    guard let name = mapping?.text("name"), let member = mapping?.text("member"),
      !complete.isEmpty, complete.count == traits.count
    else { return nil }
    self.init(name: name, member: member, traits: complete)
  }
}
