import StrictYAML
import StudyModel

/// Which trait a name in a result table means.
package struct ResultNames: Sendable {
  private let disease: TraitID
  private var traits: [String: TraitID] = [:]
  /// In the order of the study, the disease first.
  private let names: [String]

  /// - Parameter names: of the disease and of every panel trait, `name_in_results` or else the id.
  init(disease: TraitID, names: [(name: String, trait: TraitID)]) {
    self.disease = disease
    self.names = names.map(\.name)
    traits = Dictionary(names.map { ($0.name, $0.trait) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong with the names of a row.
  package struct Mismatch: Error, Sendable {
    /// As `InputProblem.summary`.
    package var summary: String
    /// As `InputProblem.remedy`; made when asked for, since the nearest name takes a while to find.
    package var remedy: @Sendable () -> String
  }

  /// The panel trait of a row of that direction. Names are compared letter by letter; what TwoSampleMR appends to
  /// them (` || id:ieu-a-2`) does not count.
  ///
  /// - Throws: what is wrong with a name, or with the row's direction.
  package func panelTrait(
    exposure: String,
    outcome: String,
    direction: Direction
  ) throws(Mismatch) -> TraitID {
    let exposureTrait = try trait(exposure, "exposure")
    let outcomeTrait = try trait(outcome, "outcome")
    let (own, other) =
      direction == .forward ? (exposureTrait, outcomeTrait) : (outcomeTrait, exposureTrait)
    if other == disease, own != disease { return own }
    if own == disease, other != disease {
      let actual = direction == .forward ? Direction.reverse : .forward
      throw Mismatch(
        summary: "the row has the direction \(Self.words(actual)), and the table is of results.\(direction)",
        remedy: { "move the row to the table of results.\(actual)" }
      )
    }
    let remedy = "the table's rows have the direction \(Self.words(direction)); delete the row"
    let summary =
      own == disease ? "both traits of the row are the disease" : "no trait of the row is the disease"
    throw Mismatch(summary: summary, remedy: { remedy })
  }

  private func trait(_ name: String, _ side: String) throws(Mismatch) -> TraitID {
    let plain = Self.plain(name)
    if let trait = traits[name] ?? traits[plain] { return trait }
    throw Mismatch(
      summary: "no trait of the study has the name “\(Self.shown(name))” of the \(side)",
      remedy: { [names] in
        let near = NearestName.of(plain, among: names).map { "did you mean “\($0)”? If not, " } ?? ""
        return near + "set 'name_in_results' on the trait that is meant, or delete the row"
      }
    )
  }

  /// Without the data set's id, however many blanks stand around its mark.
  private static func plain(_ name: String) -> String {
    let mark = name.ranges(of: "||").first {
      name[$0.upperBound...].drop(while: \.isWhitespace).hasPrefix("id:")
    }
    guard let mark else { return name }
    var plain = name[..<mark.lowerBound]
    while plain.last?.isWhitespace == true { plain.removeLast() }
    return String(plain)
  }

  private static func shown(_ name: String) -> String { name.count > 80 ? "\(name.prefix(80))…" : name }

  private static func words(_ direction: Direction) -> String {
    direction == .forward ? "panel trait → disease" : "disease → panel trait"
  }
}

extension ResultNames {
  /// The name that tables of results use for a trait.
  static func name(_ trait: CheckedMapping) -> CheckedValue? {
    trait.entries["name_in_results"]?.value ?? trait.entries["id"]?.value
  }
}
