import StudyModel

/// The variants of a pair: what became of each candidate, and the numbers of those that are used.
struct VariantFacts {
  let pair: PairResult
  /// How the other release names variants, and which of their alleles its numbers speak of.
  let reference: VariantReference

  static let used = "used"

  var facts: [Fact] { strength + flow + fates + pair.variants.flatMap(used) }

  // MARK: All together

  private var strength: [Fact] {
    guard let strength = pair.strength else { return [] }
    let numbers: [FactNumber] = [
      .plain("mean_f", strength.meanF), .plain("median_f", strength.medianF),
      .plain("minimum_f", strength.minimumF), .plain("maximum_f", strength.maximumF),
      .count("below_ten", strength.belowTen),
    ]
    return [
      Fact(
        .strength,
        numbers + FactNumber.optional("r_squared", strength.rSquared)
          + FactNumber.optional("pair_f", strength.pairF)
      )
    ]
  }

  private var flow: [Fact] {
    let flow = pair.flow
    let independent = flow.independent.map { [FactNumber.count("independent", $0)] } ?? []
    return [
      Fact(
        .flow,
        [.count("candidates", flow.candidates), .count("selected", flow.selected)] + independent
          + [
            .count("found", flow.found), .count("harmonised", flow.harmonised), .count("used", flow.used),
          ]
      )
    ]
  }

  // MARK: One by one

  /// The fate of every variant: `used`, or the step and the reason that left it out; both where a file repeats it.
  var fates: [Fact] {
    var fates: [String: [String]] = [:]
    var order: [String] = []
    func add(_ variant: GeneticVariant, _ fate: String) {
      let name = reference.name(variant)
      if fates[name] == nil { order.append(name) }
      fates[name, default: []].append(fate)
    }
    for variant in pair.variants { add(variant.variant, Self.used) }
    for exclusion in pair.exclusions {
      add(exclusion.variant, "\(exclusion.stage.rawValue).\(exclusion.reason.rawValue)")
    }
    return order.map { name in
      // `used` first, the others in their order.
      let all = fates[name] ?? []
      let sorted = all.filter { $0 == Self.used } + all.filter { $0 != Self.used }.sorted()
      return Fact(.candidate, name, code: sorted.joined(separator: "+"))
    }
  }

  /// Whether a fate's code says that the variant is an instrument.
  static func isUsed(_ code: String?) -> Bool {
    code.map { $0 == used || $0.hasPrefix(used + "+") } ?? false
  }

  private func used(_ variant: HarmonisedVariant) -> [Fact] {
    let name = reference.name(variant.variant)
    let isTurned = reference.isTurned(variant)
    let exposure = isTurned ? variant.exposure.forOtherAllele : variant.exposure
    let outcome = isTurned ? variant.outcome.forOtherAllele : variant.outcome
    let numbers =
      Self.numbers(exposure, "exposure.") + Self.numbers(outcome, "outcome.")
      + [FactNumber.plain("f_statistic", variant.fStatistic)]
      + FactNumber.optional("r_squared", variant.rSquared)
    var facts = [
      Fact(.instrument, name, numbers, standardError: exposure.standardError),
      Fact(.alleles, name, code: Alleles(variant).code),
      Fact(.alignment, name, code: variant.alignment.rawValue),
    ]
    if variant.variant.id != name { facts.append(Fact(.variantName, name, code: variant.variant.id)) }
    if let proxy = variant.proxy {
      facts.append(Fact(.proxy, name, code: proxy.variant.id, [.plain("r_squared", proxy.rSquared)]))
    }
    if !variant.flags.isEmpty {
      let code = variant.flags.map(\.rawValue).sorted().joined(separator: "+")
      facts.append(Fact(.flags, name, code: code))
    }
    return facts
  }

  private static func numbers(_ effect: AlleleEffect, _ prefix: String) -> [FactNumber] {
    [
      FactNumber(
        field: prefix + "beta",
        value: effect.beta,
        measure: .plain(standardError: effect.standardError)
      ), .plain(prefix + "standard_error", effect.standardError),
    ] + (effect.pValue.map { [FactNumber.pValue($0, prefix + "p_value")] } ?? [])
      + FactNumber.optional(prefix + "effect_allele_frequency", effect.effectAlleleFrequency, size: 1)
      + FactNumber.optional(prefix + "sample_size", effect.sampleSize)
  }
}

/// A variant's alleles, effect allele first.
struct Alleles: Hashable {
  var effect: Allele?
  var other: Allele?

  init(_ variant: HarmonisedVariant) { self.init(effect: variant.effectAllele, other: variant.otherAllele) }

  private init(effect: Allele?, other: Allele?) {
    self.effect = effect
    self.other = other
  }

  /// As `code` writes them.
  init(code: String) {
    let parts = code.split(separator: "/").map { Allele(rawValue: String($0)) }
    self.init(effect: parts.first ?? nil, other: parts.last ?? nil)
  }

  var code: String { "\(effect?.rawValue ?? "?")/\(other?.rawValue ?? "?")" }

  private var exchanged: Alleles { Alleles(effect: other, other: effect) }
  private var onOtherStrand: Alleles {
    Alleles(effect: effect?.reverseComplement, other: other?.reverseComplement)
  }

  /// How these alleles stand to those that the older release gives the variant.
  func kind(from old: Alleles) -> Change.Kind {
    if self == old.exchanged { return .swapped }
    let complement = old.onOtherStrand
    return self == complement || self == complement.exchanged ? .strandFlipped : .changed
  }

  /// Whether the effect allele is the older release's other allele. A palindromic variant's alleles do not tell a strand:
  /// there the letters are taken as they stand.
  func isTurned(from old: Alleles) -> Bool {
    if self == old { return false }
    return self == old.exchanged || self == old.onOtherStrand.exchanged
  }
}

/// How a release is to name and orient the variants of a pair so that it can be compared with the others.
struct VariantReference {
  /// By the name in the newer release.
  private var names: [String: String] = [:]
  private var alleles: [String: Alleles] = [:]
  /// By position and alleles.
  private var places: [Place: String] = [:]
  private var known: Set<String> = []

  private struct Place: Hashable {
    var chromosome: String
    var position: Int
    var alleles: Set<String>

    init?(_ variant: HarmonisedVariant) {
      guard let chromosome = variant.variant.chromosome, let position = variant.variant.position,
        let effect = variant.effectAllele, let other = variant.otherAllele
      else { return nil }
      self.chromosome = chromosome
      self.position = position
      alleles = [effect.rawValue, other.rawValue]
    }
  }

  /// The names and alleles of the older release stand; what only the newer one has keeps its own.
  ///
  /// A variant that the newer release has under another name is known by the table of renames, or by its place and its
  /// alleles where the exposure's build is the same.
  init(old: PairResult, new: PairResult, renames: [String: String], sameBuild: Bool) {
    for variant in old.variants {
      alleles[variant.variant.id] = Alleles(variant)
      if sameBuild, let place = Place(variant) { places[place] = variant.variant.id }
    }
    known = Set(old.variants.map(\.variant.id) + old.exclusions.map(\.variant.id))
    let newIDs = Set(new.variants.map(\.variant.id) + new.exclusions.map(\.variant.id))
    for variant in new.variants where !known.contains(variant.variant.id) {
      let place = Place(variant).flatMap { places[$0] }
      guard let name = renames[variant.variant.id] ?? place, !newIDs.contains(name) else { continue }
      names[variant.variant.id] = name
    }
    for exclusion in new.exclusions where !known.contains(exclusion.variant.id) {
      guard let name = renames[exclusion.variant.id], !newIDs.contains(name) else { continue }
      names[exclusion.variant.id] = name
    }
    for variant in new.variants where alleles[name(variant.variant)] == nil {
      alleles[name(variant.variant)] = Alleles(variant)
    }
  }

  /// The name that both releases are told under.
  func name(_ variant: GeneticVariant) -> String { name(variant.id) }

  func name(_ variant: String) -> String { names[variant] ?? variant }

  /// Whether the variant's numbers speak of what is the other allele here.
  func isTurned(_ variant: HarmonisedVariant) -> Bool {
    guard let reference = alleles[name(variant.variant)] else { return false }
    return Alleles(variant).isTurned(from: reference)
  }
}
