import StudyModel

/// Every instrument of a study, once for each exposure that it stands for: in reverse the disease has the same ones
/// against every trait.
struct InstrumentPages {
  let context: StudyContext
  private var rows: [Row] = []
  private var places: [Key: Int] = [:]
  /// Pairs with instruments, by their exposure.
  private var pairCounts: [TraitID: Int] = [:]

  /// Rows on one page.
  static let size = 500

  private struct Row {
    let exposure: TraitID
    /// Below the study's folder; nil for the disease, which has no page.
    let path: String?
    let variant: GeneticVariant
    let alleles: String
    let effect: AlleleEffect
    let fStatistic: Double
    let rSquared: Double?
    /// Of the pairs of that exposure: those that use the variant with this effect on the exposure.
    var uses = 1
  }

  private struct Key: Hashable {
    let exposure: TraitID
    let variant: String
    let effect: AlleleEffect
  }

  init(context: StudyContext) { self.context = context }

  /// Takes the instruments of one more pair.
  mutating func add(_ pair: PairDetails) {
    let exposure = pair.exposure.id
    if !pair.result.variants.isEmpty { pairCounts[exposure, default: 0] += 1 }
    for variant in pair.result.variants {
      let key = Key(exposure: exposure, variant: variant.variant.id, effect: variant.exposure)
      if let place = places[key] {
        rows[place].uses += 1
        continue
      }
      places[key] = rows.count
      rows.append(
        Row(
          exposure: exposure,
          path: exposure == pair.trait.id ? pair.pagePath : nil,
          variant: variant.variant,
          alleles: VariantText.alleles(variant.effectAllele, variant.otherAllele),
          effect: variant.exposure,
          fStatistic: variant.fStatistic,
          rSquared: variant.rSquared
        )
      )
    }
  }

  /// One where nothing rests on variants, which then says so.
  var count: Int { max((rows.count + Self.size - 1) / Self.size, 1) }

  /// Below the study's folder, without the extension.
  static func path(_ page: Int) -> String { page == 1 ? "instruments" : "instruments-\(page)" }

  /// What the template of a page is given; pages count from 1.
  func value(_ page: Int) throws -> TemplateValue {
    let start = (page - 1) * Self.size
    let shown = rows.dropFirst(start).prefix(Self.size)
    let weak = rows.count { $0.fStatistic < 10 }
    let hasSeveralPairs = hasSeveralPairs
    return .object([
      "none": .flag(rows.isEmpty),
      "count": .number(rows.count),
      "exposures": .number(Set(rows.map(\.exposure)).count),
      "one_exposure": .flag(Set(rows.map(\.exposure)).count == 1),
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

  private var hasSeveralPairs: Bool { pairCounts.values.contains { $0 > 1 } }

  private var fRange: TemplateValue {
    let values = rows.map(\.fStatistic).sorted()
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
    let others = context.sharedInstruments[row.variant.id, default: []].filter { $0 != row.exposure }
    let pairs = pairCounts[row.exposure, default: 1]
    return .object([
      "exposure": .text(context.trait(row.exposure)?.name ?? row.exposure.rawValue),
      "href": .optional(row.path),
      "variant": .text(row.variant.id), "place": .text(VariantText.place(row.variant)),
      "alleles": .text(row.alleles),
      "frequency": .text(VariantText.frequency(row.effect.effectAlleleFrequency)),
      "effect": .text(VariantText.effect(row.effect)),
      "p": .text(row.effect.pValue.map { context.pValues.cell($0) } ?? "–"),
      "f": .text(KeyFigures.f(row.fStatistic)), "weak": .flag(row.fStatistic < 10),
      "r_squared": .text(row.rSquared.map { NumberStyle.percent($0) } ?? "–"),
      "several_pairs": .flag(hasSeveralPairs), "any_shared": .flag(hasShared),
      "uses": .text(
        context.words(
          CountPhrase.part,
          ["count": NumberStyle.count(row.uses), "all": NumberStyle.count(pairs)]
        )
      ),
      "shared": .optional(
        others.isEmpty
          ? nil : context.words.list(others.map { context.trait($0)?.name ?? $0.rawValue }, atMost: 4)
      ),
    ])
  }
}
