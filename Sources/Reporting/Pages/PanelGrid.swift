import StudyModel

extension PanelFigures {
  /// The primary method, then every other that gives an estimate for some pair shown. The Wald ratio stands in the
  /// primary's place where one variant is all there is.
  var gridMethods: [MethodID] {
    let primary = context.design.settings.primaryMethod
    return [primary]
      + MethodID.allCases.filter {
        $0 != primary && $0 != .waldRatio && context.estimatedMethods.contains($0)
      }
  }

  /// Every method against these traits, a block a direction.
  func grid(_ directions: [Direction], _ traits: [Trait], id: String) throws -> ReportFigure? {
    let methods = gridMethods
    let primary = context.design.settings.primaryMethod
    var seen: Set<String?> = []
    let names = traits.map(\.group).filter { seen.insert($0).inserted }
    let members = Dictionary(grouping: ordered(traits, directions), by: \.group)
    return MethodGridFigure(
      id: id,
      title: context.words(TitlePhrase.grid, ["title": context.design.title]),
      levelText: context.level,
      methods: methods.map {
        MethodGridFigure.Method(name: context.shortMethodName($0), isPrimary: $0 == primary)
      },
      blocks: try directions.map { try context.words.text("direction", $0.rawValue) },
      groups: try names.map { name in
        MethodGridFigure.Group(
          name: name ?? (names.count > 1 ? context.words(FigurePhrase.other) : ""),
          traits: try members[name, default: []].map { try column($0, directions, methods) }
        )
      },
      words: context.words
    ).figure()
  }

  /// As the forest of the first direction has them: by its estimate; traits without one at the end.
  private func ordered(_ traits: [Trait], _ directions: [Direction]) -> [Trait] {
    guard let direction = directions.first else { return traits }
    let pairs = traits.flatMap { trait in
      context.pairs(of: trait.id).filter { $0.outline.direction == direction }
    }
    let sorted = Self.sorted(pairs).map(\.trait)
    let known = Set(sorted.map(\.id))
    return sorted + traits.filter { !known.contains($0.id) }
  }

  private func column(
    _ trait: Trait,
    _ directions: [Direction],
    _ methods: [MethodID]
  ) throws -> MethodGridFigure.Trait {
    let pairs = context.pairs(of: trait.id)
    let level = context.design.settings.significanceLevel
    return MethodGridFigure.Trait(
      name: trait.name,
      link: pairs.first.map { linkPrefix + $0.pagePath },
      isMarked: pairs.contains { pair in
        directions.contains(pair.outline.direction)
          && pair.primary.map { $0.estimate.pValue.value < level } ?? false
      },
      cells: try directions.map { direction in
        let pair = pairs.first { $0.outline.direction == direction }
        return try methods.map { try cell(pair, $0) }
      }
    )
  }

  private func cell(_ pair: PairReport?, _ method: MethodID) throws -> MethodGridFigure.Cell {
    guard let pair else { return .notEstimated(reason: context.words(FigurePhrase.noSuchPair)) }
    let isPrimary = method == context.design.settings.primaryMethod
    let outlined = pair.outline.method(method)
    guard let estimate = isPrimary ? pair.primary?.estimate : outlined?.estimate else {
      let reason =
        try outlined?.notEstimated.map(context.text) ?? pair.missingText
        ?? context.words(FigurePhrase.notSupplied)
      return .notEstimated(reason: reason)
    }
    return .estimated(
      GridEstimate(
        value: estimate.value,
        standardError: estimate.standardError,
        shown: pair.display.plotted(estimate),
        unit: Self.unit(pair),
        p: estimate.pValue,
        isNominal: estimate.pValue.value < context.design.settings.significanceLevel
      )
    )
  }
}
