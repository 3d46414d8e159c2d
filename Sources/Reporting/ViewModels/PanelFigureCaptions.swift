import StudyModel

/// The sentences above and beneath the figures of a whole panel.
struct PanelFigureCaptions {
  let context: StudyContext

  // MARK: Forests

  func lede(_ direction: Direction) -> String {
    let summary = DirectionSummary(context: context, direction: direction)
    guard context.shownTraits.count > 1 else { return "" }
    guard !summary.tests.isEmpty else { return "Sorted by estimate within group." }
    let passing = summary.passing
    let first =
      switch passing {
      case 0: "No estimate survives adjustment."
      case 1: "One estimate survives adjustment."
      default: "\(passing) estimates survive adjustment."
      }
    guard !context.hasPanelPages else {
      return first + " Here: the \(StudyContext.smallestOnFrontPage) smallest p-values of "
        + "\(NumberStyle.count(context.shownPairs(direction).count)), chosen by p; the panel’s pages hold every trait."
    }
    return first + " Sorted by estimate within group; every trait links to its page."
  }

  func forest(_ direction: Direction, _ features: Set<FigureFeature>) throws -> String {
    let reports = context.shownPairs(direction)
    var sentences = [filling(features) + " Open: neither."]
    for family in DirectionSummary(context: context, direction: direction).families {
      sentences.append(
        family.declared == 1
          ? "p adj. is p: the family “\(family.id)” has one test."
          : "p adj., family “\(family.id)”: Benjamini–Hochberg over \(DirectionModel.tests(family.tested)) "
            + "(\(family.declared) declared)."
      )
    }
    let ratios = reports.filter { $0.primary?.method == .waldRatio }.map(\.trait.name)
    if !ratios.isEmpty {
      let verb = ratios.count == 1 ? "has" : "have"
      sentences.append("\(DisplayName.list(ratios, atMost: 12)) \(verb) one variant (Wald ratio).")
    }
    if features.contains(.arrows) { sentences.append(Self.arrows) }
    if features.contains(.checks) { sentences.append(try context.words.text("caption", "checks")) }
    return sentences.joined(separator: " ")
  }

  /// One part of a panel, whose families its front page names.
  func panelForest(_ features: Set<FigureFeature>) throws -> String {
    let arrows = features.contains(.arrows) ? " " + Self.arrows : ""
    let checks = features.contains(.checks) ? " " + (try context.words.text("caption", "checks")) : ""
    return filling(features) + " Open: neither." + arrows + checks
  }

  private static let arrows = "Arrowheads: the interval runs past the axis; the numbers are complete."

  private func filling(_ features: Set<FigureFeature>) -> String {
    let (passing, nominal) = (features.contains(.passing), features.contains(.nominal))
    return "Filled: p adj. < \(context.level)\(passing ? "" : " (none here)"). "
      + "Half-filled: p < \(context.level) before adjustment only\(nominal ? "" : " (none here)")."
  }

  // MARK: The methods

  var gridLede: String {
    "\(NumberStyle.count(gridMethods)) methods by \(NumberStyle.count(context.shownTraits.count)) traits. "
      + "A column that points one way has one sign; that is no proof, for all methods rest on the same variants."
  }

  /// - Parameter direction: the one whose estimates order the traits; nil where the forest is of one direction
  ///   and its order is said above.
  func grid(orderedBy direction: Direction?) -> String {
    let order =
      direction.map { " Traits by the \($0.rawValue) estimate within group, as in its forest." } ?? ""
    return
      "Traits by methods; a pair with one variant shows its Wald ratio in the place of the primary method."
      + order
  }

  /// Methods with at least one estimate among the pairs shown.
  private var gridMethods: Int { PanelFigures(context: context).gridMethods.count }

  // MARK: The volcanos

  var volcanoLede: String {
    let passing = context.directions.map { direction in
      let summary = DirectionSummary(context: context, direction: direction)
      return summary.tests.count { test in
        test.adjustment.map { $0.test.bonferroni.value < context.design.settings.significanceLevel } ?? false
      }
    }.reduce(0, +)
    switch passing {
    case 0: return "No test crosses the line that its family of tests asks for (Bonferroni)."
    case 1: return "One test crosses the line that its family of tests asks for (Bonferroni)."
    default: return "\(passing) tests cross the line that their family of tests asks for (Bonferroni)."
    }
  }

  func volcano(_ direction: Direction, _ features: Set<FigureFeature>) -> String {
    var sentences = [
      "Every trait’s primary estimate and its unadjusted p.", filling(features) + " Open grey: neither.",
    ]
    let family =
      features.contains(.familyLine) ? ", and \(context.level) divided by the tests of the family" : ""
    sentences.append("Dotted: p = \(context.level)\(family).")
    if !features.contains(.familyLine),
      DirectionSummary(context: context, direction: direction).families.count > 1
    {
      sentences.append("The direction has several families, so no one line stands for adjustment.")
    }
    if features.contains(.arrows) { sentences.append("Arrowheads: traits past the axis.") }
    return sentences.joined(separator: " ")
  }
}
