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
    for family in release.conclusions.families where family.method == primary {
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

  /// The first declared family of the primary method that holds the pair, with the pair's place in it.
  func adjustment(_ pair: PairID) -> (family: TestFamily, test: AdjustedTest)? { tests[pair] }

  /// The first declared family that is made of this direction and the primary method alone, or that contains it.
  func family(_ direction: Direction) -> TestFamily? {
    let primary = release.conclusions.families.filter { $0.method == design.settings.primaryMethod }
    return primary.first { $0.directions == [direction] && $0.groups == nil }
      ?? primary.first { $0.directions.contains(direction) }
  }

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
