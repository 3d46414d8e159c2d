import StudyModel

/// What the declared families say of one direction: counted over that direction's own tests, whichever families
/// hold them, so that a family of both directions or one family a group never lends its counts to the other side.
struct DirectionSummary {
  /// The pairs of the direction that a family holds with a p.
  let tests: [PairReport]
  /// The families that hold them, in the release's order.
  let families: [TestFamily]
  /// Pairs of the direction that a family was declared to hold and that gave no p.
  let untested: Int
  let level: Double

  init(context: StudyContext, direction: Direction) {
    let reports = context.pairs(direction)
    tests = reports.filter { $0.adjustment != nil }
    level = context.design.settings.significanceLevel
    let ids = Set(tests.compactMap { $0.adjustment?.family.id })
    families = context.conclusions.families.filter { ids.contains($0.id) }
    let declared = context.conclusions.families
      .filter { $0.method == context.design.settings.primaryMethod }
      .flatMap { $0.untested.map(\.pair) }
    untested = reports.filter { declared.contains($0.outline.id) && $0.adjustment == nil }.count
  }

  var nominal: Int { adjusted.filter { $0.pValue.value < level }.count }

  /// What chance alone would give: tests × level.
  var nominalExpected: Double { Double(tests.count) * level }

  var passing: Int { adjusted.filter { $0.benjaminiHochberg.value < level }.count }

  var smallestAdjusted: PValue? { adjusted.map(\.benjaminiHochberg).min() }

  /// The groups that the families are limited to; nil where any takes every group.
  var groups: [String]? {
    let groups = families.compactMap(\.groups)
    return groups.isEmpty || groups.count < families.count ? nil : groups.flatMap { $0 }
  }

  private var adjusted: [AdjustedTest] { tests.compactMap { $0.adjustment?.test } }
}
