import ReleaseFormat
import StudyModel

/// What every page of one study's report draws on.
struct StudyContext {
  let release: Release
  let words: Wordbook
  let pValues: PValueStyle
  private let tests: [PairID: (family: TestFamily, test: AdjustedTest)]

  init(release: Release, words: Wordbook) {
    self.release = release
    self.words = words
    pValues = PValueStyle(significanceLevel: release.header.design.settings.significanceLevel)
    let primary = release.header.design.settings.primaryMethod
    var tests: [PairID: (TestFamily, AdjustedTest)] = [:]
    let families = release.conclusions.families.filter { $0.method == primary }
    let narrowFirst =
      families.filter { $0.directions.count == 1 } + families.filter { $0.directions.count > 1 }
    for family in narrowFirst {
      for test in family.tests where tests[test.pair] == nil { tests[test.pair] = (family, test) }
    }
    self.tests = tests
  }

  var header: ReleaseHeader { release.header }
  var design: StudyDesign { release.header.design }

  /// `0.05`, as the pages print the significance level.
  var level: String { "\(design.settings.significanceLevel)" }

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

  /// The reports of the pairs of one direction, in the order of the panel.
  func pairs(_ direction: Direction) -> [PairReport] {
    design.pairs.filter { $0.direction == direction }.compactMap { report($0) }
  }

  /// The report of one declared pair.
  func report(_ pair: PairDesign) -> PairReport? {
    guard let result = release.pair(pair.id), let exposure = design.trait(pair.exposure),
      let outcome = design.trait(pair.outcome), let trait = design.trait(pair.trait)
    else { return nil }
    return PairReport(
      context: self,
      design: pair,
      result: result,
      trait: trait,
      exposure: exposure,
      outcome: outcome
    )
  }

  /// Why a method or test gives no number.
  func text(_ missing: NotEstimated) throws -> String {
    try words.text(
      "not_estimated",
      missing.reason.rawValue,
      ["needed": missing.needed.map(String.init) ?? ""]
    )
  }
}
