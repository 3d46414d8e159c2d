import StudyModel

/// The sentences above and beneath the figures of a whole panel.
struct PanelFigureCaptions {
  let context: StudyContext

  private func words(_ phrase: CaptionPhrase, _ values: [String: String] = [:]) -> String {
    context.words(phrase, values)
  }

  // MARK: Forests

  func lede(_ direction: Direction) -> String {
    let summary = DirectionSummary(context: context, direction: direction)
    guard context.shownTraits.count > 1 else { return "" }
    guard !summary.tests.isEmpty else { return words(.sorted) }
    let first =
      switch summary.passing {
      case 0: words(.survivesNone)
      case 1: words(.survivesOne)
      default: words(.survives, ["count": NumberStyle.count(summary.passing)])
      }
    guard context.hasPanelPages else { return first + " " + words(.sortedWithLinks) }
    let values = [
      "shown": NumberStyle.count(StudyContext.smallestOnFrontPage),
      "all": NumberStyle.count(context.shownPairs(direction).count),
    ]
    return first + " " + words(.smallest, values)
  }

  func forest(_ direction: Direction, _ features: Set<FigureFeature>) -> String {
    let reports = context.shownPairs(direction)
    var sentences = filling(features) + [words(.open)]
    for family in DirectionSummary(context: context, direction: direction).families {
      let values = [
        "family": family.id, "tests": context.words.tests(family.tested),
        "declared": NumberStyle.count(family.declared),
      ]
      sentences.append(words(family.declared == 1 ? .familyOfOne : .family, values))
    }
    let ratios = reports.filter { $0.primary?.method == .waldRatio }.map(\.trait.name)
    if !ratios.isEmpty {
      let names = context.words.list(ratios, atMost: 12)
      sentences.append(words(ratios.count == 1 ? .waldRatio : .waldRatios, ["names": names]))
    }
    return (sentences + marks(features)).joined(separator: " ")
  }

  /// One part of a panel, whose families its front page names.
  func panelForest(_ features: Set<FigureFeature>) -> String {
    (filling(features) + [words(.open)] + marks(features)).joined(separator: " ")
  }

  private func marks(_ features: Set<FigureFeature>) -> [String] {
    (features.contains(.arrows) ? [words(.arrows)] : [])
      + (features.contains(.checks) ? [words(.checks)] : [])
  }

  private func filling(_ features: Set<FigureFeature>) -> [String] {
    let level = ["level": context.level]
    return [
      words(features.contains(.passing) ? .filled : .filledNone, level),
      words(features.contains(.nominal) ? .halfFilled : .halfFilledNone, level),
    ]
  }

  // MARK: The methods

  var gridLede: String {
    words(
      .gridLede,
      [
        "methods": NumberStyle.count(gridMethods), "traits": NumberStyle.count(context.shownTraits.count),
      ]
    )
  }

  /// - Parameter direction: the one whose estimates order the traits; nil where the forest is of one direction
  ///   and its order is said above.
  func grid(orderedBy direction: Direction?) -> String {
    let order = direction.map {
      words(.gridOrdered, ["direction": context.words.direction($0)])
    }
    return [words(.grid), order].compactMap { $0 }.joined(separator: " ")
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
    case 0: return words(.crossesNone)
    case 1: return words(.crossesOne)
    default: return words(.crosses, ["count": NumberStyle.count(passing)])
    }
  }

  func volcano(_ direction: Direction, _ features: Set<FigureFeature>) -> String {
    let hasLine = features.contains(.familyLine)
    var sentences = [words(.volcano)] + filling(features) + [words(.openGrey)]
    sentences.append(words(hasLine ? .dottedWithFamily : .dotted, ["level": context.level]))
    if !hasLine, DirectionSummary(context: context, direction: direction).families.count > 1 {
      sentences.append(words(.severalFamilies))
    }
    if features.contains(.arrows) { sentences.append(words(.arrowsOfTraits)) }
    return sentences.joined(separator: " ")
  }
}
