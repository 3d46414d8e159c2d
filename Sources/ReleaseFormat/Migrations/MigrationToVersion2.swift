import StudyModel

extension MigrationStep {
  /// Version 1 knew five methods and neither MR-PRESSO nor Steiger's test, and every pair came from variants.
  ///
  /// What version 1 did not run is said not to have been run; the settings that it did not have get the values that
  /// stand for "not changed by the study".
  static let toVersion2 = MigrationStep(from: 1) { tokens throws(InputError) in
    tokens.header["schema_version"] = .number("2")
    tokens.header["design"]?["settings"]?["mode_bandwidth"] = .number("1")
    tokens.header["design"]?["settings"]?["mr_presso"] = .object([
      JSONMember(key: "r_distortion_p", value: .boolean(false)),
      JSONMember(key: "simulations", value: .number("10000")),
    ])
    for index in tokens.pairs.indices {
      tokens.pairs[index]["basis"] = .string(PairBasis.variants.rawValue)
      tokens.pairs[index]["presso"] = notRun(rows: "outlier_test")
      tokens.pairs[index]["steiger"] = notRun(rows: "variants")
    }
  }

  private static func notRun(rows: String) -> JSONToken {
    let reason = JSONMember(key: "reason", value: .string(NotEstimated.Reason.notRun.rawValue))
    return .object([
      JSONMember(key: "not_estimated", value: .object([reason])), JSONMember(key: rows, value: .array([])),
    ])
  }
}
