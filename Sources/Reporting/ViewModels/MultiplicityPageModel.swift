import StudyModel

/// The families of tests: what each holds, what passes under each adjustment, and every adjusted p of its tests.
struct MultiplicityPageModel {
  let context: StudyContext

  /// Tests of a family that the page lists, the smallest p first; the data hold all.
  static let testsShown = 200

  private var families: [TestFamily] { context.conclusions.families }

  func value() throws -> TemplateValue {
    .object([
      "none": .flag(families.isEmpty),
      "adjustments": try AdjustmentsTableModel(context: context).value(),
      "families": .list(try families.map(family)),
      "unfamilied": .optional(unfamilied == 0 ? nil : NumberStyle.count(unfamilied)),
    ])
  }

  /// Estimated pairs that no family holds.
  private var unfamilied: Int {
    context.directions.flatMap(context.pairs).count { $0.evidence == .unadjusted }
  }

  private func family(_ family: TestFamily) throws -> TemplateValue {
    let tests = family.tests.enumerated()
      .sorted { ($0.element.pValue, $0.offset) < ($1.element.pValue, $1.offset) }
      .map(\.element)
    let shown = tests.prefix(Self.testsShown)
    let rest = tests.count - shown.count
    return .object([
      "id": .text(family.id),
      "level": .text("\(family.significanceLevel)"),
      "directions": .text(
        context.words.list(try family.directions.map { try context.words.text("direction", $0.rawValue) })
      ),
      "method": .text(context.methodName(family.method)),
      "groups": .optional(family.groups.map { context.words.list($0) }),
      "declared": .number(family.declared), "tested": .text(context.words.tests(family.tested)),
      "nominal": .number(family.nominal),
      "expected": .text(NumberStyle.significant(family.nominalExpected, digits: 2)),
      "single": .flag(family.tested == 1),
      "effective": family.effectiveTests.map {
        .object([
          "count": .text(NumberStyle.significant($0.count, digits: 3)), "covered": .number($0.covered),
        ])
      } ?? .absent,
      "pi0": .optional(family.storeyPi0.map { NumberStyle.significant($0, digits: 2) }),
      "has_all": .flag(family.passingHolm != nil),
      "any_effective": .flag(family.effectiveTests != nil),
      "tests": .rows(try shown.map { try row($0, family) }),
      "rest": .optional(rest == 0 ? nil : NumberStyle.count(rest)),
      "untested": .rows(try family.untested.map(untested)),
    ])
  }

  private func row(_ test: AdjustedTest, _ family: TestFamily) throws -> TemplateValue {
    func cell(_ p: PValue?) -> TemplateValue {
      guard let p else { return .object(["text": "–", "passes": false]) }
      return .object([
        "text": .text(context.pValues.cell(p)), "passes": .flag(p.value < family.significanceLevel),
      ])
    }
    let (name, href, direction) = try identity(test.pair)
    return .object([
      "trait": .text(name), "href": .optional(href), "direction": .text(direction),
      "method": .optional(test.method == family.method ? nil : context.shortMethodName(test.method)),
      "p": cell(test.pValue), "bonferroni": cell(test.bonferroni), "holm": cell(test.holm),
      "benjamini_hochberg": cell(test.benjaminiHochberg),
      "benjamini_yekutieli": cell(test.benjaminiYekutieli),
      "storey": cell(test.storey), "has_all": .flag(family.passingHolm != nil),
      "effective": family.effectiveTests == nil ? .absent : cell(test.effective),
    ])
  }

  private func untested(_ pair: UntestedPair) throws -> TemplateValue {
    let (name, href, direction) = try identity(pair.pair)
    let reason = try pair.notEstimated.map(context.text) ?? context.words.text("status", pair.status.rawValue)
    return .object([
      "trait": .text(name), "href": .optional(href), "direction": .text(direction), "reason": .text(reason),
    ])
  }

  /// The trait's name, its page where it has one, and the direction.
  private func identity(_ id: PairID) throws -> (String, String?, String) {
    guard let report = context.report(id) else { return (id.rawValue, nil, "") }
    let direction = try context.words.text("direction", report.outline.direction.rawValue)
    return (report.trait.name, context.isShown(report.trait.id) ? report.pagePath : nil, direction)
  }
}
