import ReleaseFormat
import StudyModel

/// What every page of one study's report draws on; handed on by reference, for it is large.
final class StudyContext: Sendable {
  let source: ReportSource
  let words: Wordbook
  let pValues: PValueStyle
  /// The traits that get a page, in the order of the panel; counts and families are always the whole study's.
  let shownTraits: [Trait]
  /// The place of each trait in `shownTraits`.
  private let shownPlaces: [TraitID: Int]
  private let tests: [PairID: (family: TestFamily, test: AdjustedTest)]
  private let wideTests: [PairID: (family: TestFamily, test: AdjustedTest)]
  private let appraisals: [PairID: Appraisal]
  /// The panel traits that an instrument is associated with, by its name.
  let sharedInstruments: [String: [TraitID]]
  private let panelDecimals: PanelDecimals
  private let outlines: [PairID: PairOutline]
  private let traits: [TraitID: Trait]
  private let designsOfDirection: [Direction: [PairDesign]]
  private let designsOfTrait: [TraitID: [PairDesign]]
  private let designs: [PairID: PairDesign]

  /// - Parameter only: the ids of the traits to show; nil shows the whole panel.
  init(source: ReportSource, words: Wordbook, only: Set<TraitID>? = nil) {
    self.source = source
    self.words = words
    let (design, conclusions) = (source.design, source.conclusions)
    pValues = PValueStyle(significanceLevel: design.settings.significanceLevel)
    let primary = design.settings.primaryMethod
    var tests: [PairID: (TestFamily, AdjustedTest)] = [:]
    let families = conclusions.families.filter { $0.method == primary }
    let narrowFirst =
      families.filter { $0.directions.count == 1 } + families.filter { $0.directions.count > 1 }
    for family in narrowFirst {
      for test in family.tests where tests[test.pair] == nil { tests[test.pair] = (family, test) }
    }
    self.tests = tests
    var wideTests: [PairID: (TestFamily, AdjustedTest)] = [:]
    for family in families where family.directions.count > 1 {
      for test in family.tests where tests[test.pair]?.0.id != family.id && wideTests[test.pair] == nil {
        wideTests[test.pair] = (family, test)
      }
    }
    self.wideTests = wideTests
    let appraisals = (conclusions.appraisals ?? []).map { ($0.pair, $0) }
    self.appraisals = Dictionary(appraisals) { first, _ in first }
    let shared = (conclusions.sharedInstruments ?? []).map { ($0.variant, $0.traits) }
    sharedInstruments = Dictionary(shared) { first, _ in first }
    shownTraits = design.panel.traits.filter { only?.contains($0.id) ?? true }
    let shownPlaces = Dictionary(zip(shownTraits.map(\.id), 0...)) { first, _ in first }
    self.shownPlaces = shownPlaces
    shownPairCount = design.pairs.count { shownPlaces[$0.trait] != nil }
    estimatedMethods = Set(
      source.outlines.filter { shownPlaces[$0.trait] != nil }
        .flatMap { $0.methods.filter { $0.estimate != nil }.map(\.id) }
    )
    panelDecimals = PanelDecimals(source.outlines)
    outlines = Dictionary(source.outlines.map { ($0.id, $0) }) { first, _ in first }
    traits = Dictionary(([design.disease] + design.panel.traits).map { ($0.id, $0) }) { first, _ in first }
    designsOfDirection = Dictionary(grouping: design.pairs, by: \.direction)
    designsOfTrait = Dictionary(grouping: design.pairs, by: \.trait)
    designs = Dictionary(design.pairs.map { ($0.id, $0) }) { first, _ in first }
  }

  var header: ReleaseHeader { source.header }
  var design: StudyDesign { source.design }
  var conclusions: Conclusions { source.conclusions }

  /// `0.05`, as the pages print the significance level.
  var level: String { "\(design.settings.significanceLevel)" }

  /// The decimals that most primary estimates of a direction have on one scale.
  func decimals(_ direction: Direction, _ scale: EffectScale) -> Int { panelDecimals.value(direction, scale) }

  /// The name of a method as the release gives it.
  func methodName(_ id: MethodID) -> String {
    header.methods.first { $0.id == id }?.name ?? id.rawValue
  }

  /// The short name of a method, for axes and line labels.
  func shortMethodName(_ id: MethodID) -> String {
    header.methods.first { $0.id == id }?.shortName ?? id.rawValue
  }

  /// The first declared family of the primary method that holds the pair, with the pair's place in it; one of a
  /// single direction comes before one of both.
  func adjustment(_ pair: PairID) -> (family: TestFamily, test: AdjustedTest)? { tests[pair] }

  /// The family of both directions that holds the pair beside that of its own direction, with the pair's place in it.
  func wideAdjustment(_ pair: PairID) -> (family: TestFamily, test: AdjustedTest)? { wideTests[pair] }

  /// Nil for releases made before schema version 3.
  func appraisal(_ pair: PairID) -> Appraisal? { appraisals[pair] }

  /// The disease or the panel trait of that id.
  func trait(_ id: TraitID) -> Trait? { traits[id] }

  /// Whether the pages leave some traits of the panel out.
  var isSubset: Bool { shownTraits.count < design.panel.traits.count }

  /// Whether the trait has a page.
  func isShown(_ trait: TraitID) -> Bool { shownPlaces[trait] != nil }

  /// The traits whose pages stand before and after the trait's.
  func neighbours(of trait: TraitID) -> (previous: Trait?, next: Trait?) {
    guard let place = shownPlaces[trait] else { return (nil, nil) }
    let next = place + 1
    return (place > 0 ? shownTraits[place - 1] : nil, next < shownTraits.count ? shownTraits[next] : nil)
  }

  /// The directions whose pairs rest on another tool's results alone.
  var suppliedDirections: [Direction] {
    directions.filter { direction in
      designsOfDirection[direction, default: []].contains { outlines[$0.id]?.basis == .suppliedResults }
    }
  }

  /// Whether any pair rests on variants.
  var hasVariants: Bool { suppliedDirections.count < directions.count }

  /// Whether any pair was put to MR-PRESSO: releases of older versions were not.
  var ranPresso: Bool { source.outlines.contains(where: \.ranPresso) }

  /// Whether any pair was put to Steiger's test: releases of older versions were not.
  var ranSteiger: Bool { source.outlines.contains(where: \.ranSteiger) }

  /// Pairs of the traits that have a page.
  let shownPairCount: Int

  /// The methods that give an estimate for some pair of a trait that has a page.
  let estimatedMethods: Set<MethodID>

  /// More traits than this have their forests and grids on panel pages of as many; the front page then shows the
  /// smallest p-values.
  static let traitsOnFrontPage = 120

  /// Rows of the front page's forest of a panel that is too large for it.
  static let smallestOnFrontPage = 40

  /// Whether the panel is shown on pages of its own.
  var hasPanelPages: Bool { shownTraits.count > Self.traitsOnFrontPage }

  /// More pairs than this have a table on a page of its own.
  static let pairsOnFrontPage = 500

  /// Whether the table of all pairs has a page of its own.
  var hasPairsPage: Bool { shownPairCount > Self.pairsOnFrontPage }

  /// Where the table of all pairs is, from the study's folder.
  var pairsPath: String {
    let anchor = words(SectionPhrase.pairs, ["count": String(shownPairCount)])
    return "\(hasPairsPage ? "pairs" : "index").html#\(anchor)"
  }

  /// The directions that the study declares pairs for.
  var directions: [Direction] { Direction.allCases.filter { designsOfDirection[$0] != nil } }

  /// The reports of every pair of one direction, in the order of the panel.
  func pairs(_ direction: Direction) -> [PairReport] {
    designsOfDirection[direction, default: []].compactMap(report)
  }

  /// Those of the traits that have a page.
  func shownPairs(_ direction: Direction) -> [PairReport] {
    pairs(direction).filter { isShown($0.trait.id) }
  }

  /// The reports of one trait's pairs, forward before reverse.
  func pairs(of trait: TraitID) -> [PairReport] {
    let designs = designsOfTrait[trait, default: []]
    return Direction.allCases.flatMap { direction in designs.filter { $0.direction == direction } }
      .compactMap(report)
  }

  /// The report of the pair of that id; nil where none is declared.
  func report(_ id: PairID) -> PairReport? { designs[id].flatMap(report) }

  /// The report of one declared pair.
  func report(_ pair: PairDesign) -> PairReport? {
    guard let outline = outlines[pair.id], let exposure = traits[pair.exposure],
      let outcome = traits[pair.outcome], let trait = traits[pair.trait]
    else { return nil }
    return PairReport(
      context: self,
      design: pair,
      outline: outline,
      trait: trait,
      exposure: exposure,
      outcome: outcome
    )
  }

  /// The pair with all that the release holds of it.
  ///
  /// Throws where its file has changed since the release was opened.
  func details(_ report: PairReport) throws -> PairDetails {
    guard let result = try source.pair(report.outline.id) else {
      preconditionFailure("a report is of a pair of the release")
    }
    return PairDetails(report: report, result: result)
  }

  /// One trait's pairs, forward before reverse, with all that the release holds of them.
  func details(of trait: TraitID) throws -> [PairDetails] { try pairs(of: trait).map(details) }

  /// Why a method or test gives no number.
  func text(_ missing: NotEstimated) throws -> String {
    try words.text(
      "not_estimated",
      missing.reason.rawValue,
      ["needed": missing.needed.map(String.init) ?? ""]
    )
  }
}
