import StudyModel

/// The candidates that go with a stronger one, lead by lead: a list of hundreds in a few lines.
struct ClumpList {
  let pair: PairDetails

  /// Names of one clump that are printed; the release's file holds all.
  private static let mostNames = 8

  /// Absent where nothing was clumped.
  func value() throws -> TemplateValue {
    let clumped = pair.result.exclusions.filter { $0.lead != nil }
    guard !clumped.isEmpty else { return .absent }
    var order: [String] = []
    var clumps: [String: [Exclusion]] = [:]
    for exclusion in clumped {
      guard let lead = exclusion.lead?.variant else { continue }
      if clumps[lead] == nil { order.append(lead) }
      clumps[lead, default: []].append(exclusion)
    }
    return .object([
      "count": .number(clumped.count),
      "one": .flag(clumped.count == 1),
      "by_distance": .flag(clumped.allSatisfy { $0.reason == .nearLead }),
      "release_href": .text("../release/pairs/\(pair.result.id).json"),
      "rows": .list(
        order.map { lead in
          let members = clumps[lead] ?? []
          let names = members.prefix(Self.mostNames).map(name)
          return .object([
            "lead": .text(lead), "count": .number(members.count),
            "names": .text(names.joined(separator: ", ")),
            "more": .optional(
              members.count > names.count ? NumberStyle.count(members.count - names.count) : nil
            ),
          ])
        }
      ),
    ])
  }

  /// “rs1 (r² = 0.4)”.
  private func name(_ exclusion: Exclusion) -> String {
    guard let rSquared = exclusion.lead?.rSquared else { return exclusion.variant.id }
    return "\(exclusion.variant.id) (\(NumberStyle.significant(rSquared, digits: 2)))"
  }
}
