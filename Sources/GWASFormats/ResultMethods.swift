import StudyModel

/// The names that TwoSampleMR's `mr_method_list()` gives to methods.
enum ResultMethods {
  /// Every method that gives a causal estimate which a release can hold, in the order of `MethodID`.
  static let names: [(name: String, method: MethodID)] = [
    ("Wald ratio", .waldRatio),
    ("Inverse variance weighted", .ivwRandomEffects),
    ("Inverse variance weighted (fixed effects)", .ivwFixedEffect),
    ("MR Egger", .mrEgger),
    ("Weighted median", .weightedMedian),
    ("Simple median", .simpleMedian),
    ("Penalised weighted median", .penalisedWeightedMedian),
    ("Simple mode", .simpleMode),
    ("Weighted mode", .weightedMode),
    ("Inverse variance weighted (multiplicative random effects)", .ivwUnflooredRandomEffects),
    ("IVW radial", .ivwRadial),
    ("Maximum likelihood", .maximumLikelihood),
    ("MR Egger (bootstrap)", .mrEggerBootstrap),
    ("Simple mode (NOME)", .simpleModeNOME),
    ("Weighted mode (NOME)", .weightedModeNOME),
    ("Robust adjusted profile score (RAPS)", .mrRAPS),
    ("Unweighted regression", .unweightedRegression),
  ]

  /// Methods whose result is a test without an effect.
  private static let tests = ["sign concordance test"]

  /// The method of that name, letter case aside.
  static func method(_ name: String) -> MethodID? {
    let name = name.lowercased()
    return names.first { $0.name.lowercased() == name }?.method
  }

  /// What to do about a name that is none of `names`.
  static func remedy(for name: String) -> String {
    if tests.contains(name.lowercased()) { return "this is no causal estimate; delete the row" }
    let known = names.map(\.name)
    if let likely = Spelling.likely(name, among: known) { return "did you mean “\(likely)”?" }
    return "delete the row, or write one of: \(known.joined(separator: ", "))"
  }
}

extension RowReader {
  /// The method of the row; a name that is missing or not known is noted.
  mutating func method(_ column: Int?) -> MethodID? {
    guard let name = text(column) else {
      note("the method has no name", remedy: "name it or delete the row")
      return nil
    }
    if let method = ResultMethods.method(name) { return method }
    note("method \(shown(column)) is not known", remedy: ResultMethods.remedy(for: name))
    return nil
  }
}
