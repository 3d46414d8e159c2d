import GWASFormats
import LinkageDisequilibrium
import StudyModel

/// What is looked up in one trait's genome-wide file: instruments of the traits that it stands against, and variants that
/// may stand for them.
struct OutcomeLookup: Sendable {
  /// The trait whose file is searched.
  let outcome: TraitID
  private(set) var targets: [Target] = []

  /// One instrument.
  struct Target: Sendable {
    var exposure: TraitID
    var instrument: VariantAssociation
    /// The place in the build of the file that is searched; nil where neither the exposure's file nor the panel tells it.
    var place: (chromosome: String, position: Int)?
    /// The panel's variant of it, and the proxies, the best first.
    var match: PanelVariant?
    var proxies: [ProxySearch.Proxy] = []
  }

  init(outcome: TraitID) { self.outcome = outcome }

  mutating func add(_ target: Target) { targets.append(target) }

  /// What the file is searched for. The numbers are those of the targets, then of their proxies in order.
  ///
  /// - Parameter searchesPlaces: whether the panel's places are of the file's build.
  func wanted(panelIsOfBuild searchesPlaces: Bool) -> WantedVariants {
    var wanted = WantedVariants()
    var number = 0
    for target in targets {
      for name in [target.instrument.variant.id] + target.instrument.aliases {
        wanted.add(name: name, variant: number)
      }
      if let place = target.place {
        wanted.add(chromosome: place.chromosome, position: place.position, variant: number)
      }
      number += 1
    }
    for proxy in targets.flatMap(\.proxies) {
      wanted.add(name: proxy.variant.id, variant: number)
      if searchesPlaces {
        wanted.add(
          chromosome: proxy.variant.chromosome,
          position: proxy.variant.position,
          variant: number
        )
      }
      number += 1
    }
    return wanted
  }

  /// Whether everything that is looked for has a place in the file's build.
  func placesAreKnown(panelIsOfBuild: Bool) -> Bool {
    !targets.isEmpty && targets.allSatisfy { $0.place != nil && ($0.proxies.isEmpty || panelIsOfBuild) }
  }

  /// The places of the instruments and of their proxies, as `ChromosomeName` writes them.
  var places: [(chromosome: String, position: Int)] {
    targets.compactMap(\.place)
      + targets.flatMap(\.proxies).map { ($0.variant.chromosome, $0.variant.position) }
  }

  /// Whether every instrument was found under its own name or alleles.
  func isComplete(_ found: [FoundRow]) -> Bool {
    let byNumber = Dictionary(grouping: found, by: \.number).mapValues { $0.map(\.row) }
    return targets.enumerated().allSatisfy { number, target in
      !target.own(among: byNumber[number] ?? []).isEmpty
    }
  }

  /// Everything that `wanted` looks for, in its order: what a look-up is known by.
  func description(panelIsOfBuild searchesPlaces: Bool) -> [String] {
    let own = targets.flatMap { target in
      ["\(target.instrument.variant.id) \(target.instrument.aliases.joined(separator: " "))"]
        + (target.place.map { ["\($0.chromosome):\($0.position)"] } ?? ["–"])
    }
    let proxies = targets.flatMap(\.proxies).map { proxy in
      "\(proxy.variant.id) \(proxy.variant.chromosome):\(proxy.variant.position)"
    }
    return ["\(targets.count)", "\(searchesPlaces)"] + own + proxies
  }

  /// The outcome's rows of each exposure's instruments, under the instruments' names.
  func rows(_ found: [FoundRow]) -> [TraitID: [VariantAssociation]] {
    let byNumber = Dictionary(grouping: found, by: \.number).mapValues { $0.map(\.row) }
    var rows: [TraitID: [VariantAssociation]] = [:]
    var proxyNumber = targets.count
    for (number, target) in targets.enumerated() {
      let proxies = proxyNumber..<proxyNumber + target.proxies.count
      proxyNumber = proxies.upperBound
      var own = target.own(among: byNumber[number] ?? [])
      if !own.contains(where: { $0.effect != nil }) {
        let stand = zip(proxies, target.proxies).lazy.compactMap { number, proxy in
          (byNumber[number] ?? []).lazy.compactMap { target.standIn($0, proxy) }.first
        }.first
        if let stand { own = [stand] }
      }
      rows[target.exposure, default: []] += own
    }
    return rows
  }
}

/// A row of the file that was searched, and the number of what it was found for.
struct FoundRow: Codable, Hashable, Sendable {
  var number: Int
  var row: VariantAssociation
}

extension OutcomeLookup.Target {
  /// The rows that are of the instrument: at its place with its alleles, and only else by its name.
  fileprivate func own(among rows: [VariantAssociation]) -> [VariantAssociation] {
    let names = Set([instrument.variant.id] + instrument.aliases)
    let placed = rows.filter { row in
      guard let place, row.variant.chromosome == place.chromosome, row.variant.position == place.position
      else {
        return false
      }
      return names.contains(row.variant.id) || row.aliases.contains(where: names.contains)
        || row.hasAlleles(of: instrument)
    }
    let named = rows.filter { names.contains($0.variant.id) || $0.aliases.contains(where: names.contains) }
    return (placed.isEmpty ? named : placed).map { row in
      var row = row
      row.variant.id = instrument.variant.id
      return row
    }
  }

  /// The proxy's row told as the instrument's: the alleles of the panel that lie on one haplotype with the proxy's. Nil
  /// where the row is not of the proxy.
  fileprivate func standIn(_ row: VariantAssociation, _ proxy: ProxySearch.Proxy) -> VariantAssociation? {
    guard let match, let effect = row.effectAllele, row.effect != nil, proxy.variant.hasAlleles(of: row),
      let first = Allele(rawValue: match.firstAllele), let second = Allele(rawValue: match.secondAllele),
      let proxyFirst = Allele(rawValue: proxy.variant.firstAllele),
      let proxySecond = Allele(rawValue: proxy.variant.secondAllele)
    else { return nil }
    let effectIsFirst = effect == proxyFirst || effect.reverseComplement == proxyFirst
    // A positive r ties the two A1, a negative one A1 of either to A2 of the other.
    let carriesFirst = effectIsFirst == (proxy.r > 0)
    var stand = row
    stand.variant = instrument.variant
    stand.aliases = []
    (stand.effectAllele, stand.otherAllele) = carriesFirst ? (first, second) : (second, first)
    stand.proxy = ProxyVariant(
      variant: row.variant,
      effectAllele: effectIsFirst ? proxyFirst : proxySecond,
      otherAllele: effectIsFirst ? proxySecond : proxyFirst,
      rSquared: proxy.rSquared
    )
    return stand
  }
}

extension VariantAssociation {
  /// Whether both rows may be of one variant: the alleles that they name agree, on either strand.
  func hasAlleles(of other: VariantAssociation) -> Bool {
    let (own, others) = (alleles, other.alleles)
    guard let effect = effectAllele, !others.isEmpty else { return false }
    guard own.count == 2, others.count == 2 else {
      return others.contains(effect) || others.contains(effect.reverseComplement)
    }
    return own == others || Set(own.map(\.reverseComplement)) == others
  }

  private var alleles: Set<Allele> { Set([effectAllele, otherAllele].compactMap { $0 }) }
}
