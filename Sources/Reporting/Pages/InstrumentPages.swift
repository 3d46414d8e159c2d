import StudyModel

/// Every instrument of a study, once for each exposure that it stands for: in reverse the disease has the same ones
/// against every trait.
struct InstrumentPages {
  let context: StudyContext
  private let rows: [Row]

  /// Rows on one page.
  static let size = 500

  private struct Row {
    let exposure: Trait
    /// Below the study's folder; nil for the disease, which has no page.
    let path: String?
    let variant: HarmonisedVariant
    /// Of the pairs of that exposure and direction: those that use the variant with this effect on the exposure.
    var uses: Int
    var pairs: Int
  }

  private struct Key: Hashable {
    let exposure: TraitID
    let variant: String
    let effect: AlleleEffect
  }

  init(context: StudyContext) {
    self.context = context
    var rows: [Row] = []
    var places: [Key: Int] = [:]
    for direction in context.directions {
      let reports = context.shownPairs(direction)
      let pairs = Dictionary(grouping: reports.filter { !$0.result.variants.isEmpty }, by: \.exposure.id)
      for pair in reports {
        for variant in pair.result.variants {
          let key = Key(exposure: pair.exposure.id, variant: variant.variant.id, effect: variant.exposure)
          if let place = places[key] {
            rows[place].uses += 1
            continue
          }
          places[key] = rows.count
          rows.append(
            Row(
              exposure: pair.exposure,
              path: pair.exposure.id == pair.trait.id ? pair.pagePath : nil,
              variant: variant,
              uses: 1,
              pairs: pairs[pair.exposure.id]?.count ?? 1
            )
          )
        }
      }
    }
    self.rows = rows
  }

  /// One where nothing rests on variants, which then says so.
  var count: Int { max((rows.count + Self.size - 1) / Self.size, 1) }

  /// Below the study's folder, without the extension.
  static func path(_ page: Int) -> String { page == 1 ? "instruments" : "instruments-\(page)" }

  /// What the template of a page is given; pages count from 1.
  func value(_ page: Int) throws -> TemplateValue {
    let start = (page - 1) * Self.size
    let shown = rows.dropFirst(start).prefix(Self.size)
    let weak = rows.count { $0.variant.fStatistic < 10 }
    let hasSeveralPairs = hasSeveralPairs
    return .object([
      "none": .flag(rows.isEmpty),
      "count": .number(rows.count),
      "exposures": .number(Set(rows.map(\.exposure.id)).count),
      "one_exposure": .flag(Set(rows.map(\.exposure.id)).count == 1),
      "f": fRange,
      "weak": .optional(weak == 0 ? nil : NumberStyle.count(weak)),
      "any_shared": .flag(hasShared),
      "several_pairs": .flag(hasSeveralPairs),
      "pages": count == 1
        ? .absent
        : .object([
          "count": .number(rows.count), "from": .number(start + 1), "to": .number(start + shown.count),
          "previous": link(page - 1),
          "next": link(page + 1),
        ]),
      "rows": .list(shown.map { cells($0, hasSeveralPairs: hasSeveralPairs) }),
    ])
  }

  private var hasShared: Bool { !context.sharedInstruments.isEmpty }

  private var hasSeveralPairs: Bool { rows.contains { $0.pairs > 1 } }

  private var fRange: TemplateValue {
    let values = rows.map(\.variant.fStatistic).sorted()
    guard let low = values.first, let high = values.last else { return .absent }
    let middle = values.count / 2
    let median = values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
    return .object([
      "lowest": .text(KeyFigures.f(low)), "median": .text(KeyFigures.f(median)),
      "highest": .text(KeyFigures.f(high)),
    ])
  }

  private func link(_ page: Int) -> TemplateValue {
    guard (1...count).contains(page) else { return .absent }
    return .object(["href": .text(Self.path(page) + ".html")])
  }

  private func cells(_ row: Row, hasSeveralPairs: Bool) -> TemplateValue {
    let variant = row.variant
    let others = context.sharedInstruments[variant.variant.id, default: []].filter { $0 != row.exposure.id }
    return .object([
      "exposure": .text(row.exposure.name), "href": .optional(row.path),
      "variant": .text(variant.variant.id), "place": .text(VariantText.place(variant.variant)),
      "alleles": .text(VariantText.alleles(variant.effectAllele, variant.otherAllele)),
      "frequency": .text(VariantText.frequency(variant.exposure.effectAlleleFrequency)),
      "effect": .text(VariantText.effect(variant.exposure)),
      "p": .text(variant.exposure.pValue.map { context.pValues.cell($0) } ?? "–"),
      "f": .text(KeyFigures.f(variant.fStatistic)), "weak": .flag(variant.fStatistic < 10),
      "r_squared": .text(variant.rSquared.map { NumberStyle.percent($0) } ?? "–"),
      "several_pairs": .flag(hasSeveralPairs), "any_shared": .flag(hasShared),
      "uses": .text("\(NumberStyle.count(row.uses)) of \(NumberStyle.count(row.pairs))"),
      "shared": .optional(
        others.isEmpty
          ? nil : DisplayName.list(others.map { context.trait($0)?.name ?? $0.rawValue }, atMost: 4)
      ),
    ])
  }
}
