import LinkageDisequilibrium
import MendelianRandomization
import StudyModel

/// Where the panel has the instruments, and which of its variants may stand for them.
struct PanelPlaces {
  private let build: String?
  private let matches: PanelMatch?
  /// By trait, one list an instrument.
  private var proxies: [TraitID: [[ProxySearch.Proxy]]] = [:]

  /// - Throws: what is wrong with a line of the .bim.
  init(
    _ instruments: [TraitID: [VariantAssociation]],
    _ scans: [TraitID: GenomeWideScan],
    _ build: String?,
    _ panel: ReferencePanel?,
    _ settings: ProxySettings?
  ) throws(InputError) {
    self.build = build
    guard let panel else {
      matches = nil
      return
    }
    let found = try PanelMatch(instruments, builds: scans.compactMapValues(\.build), in: panel, build: build)
    matches = found
    guard let settings else { return }
    let traits = instruments.keys.sorted { $0.rawValue < $1.rawValue }
    let targets = traits.flatMap { found.variants[$0]?.compactMap { $0 } ?? [] }
    let search = ProxySearch(rSquared: settings.rSquared, kilobases: settings.kilobases)
    var lists = try search.proxies(of: targets, in: panel)[...]
    for trait in traits {
      proxies[trait] = found.variants[trait]?.map { $0 == nil ? [] : lists.popFirst() ?? [] }
    }
  }

  /// The instruments with the panel's places where their file gives none.
  func placed(_ selected: SelectedInstruments) -> SelectedInstruments {
    var placed = selected
    let own = matches?.variants[selected.selection.trait] ?? []
    for (index, match) in zip(selected.instruments.indices, own) {
      placed.instruments[index].variant = selected.instruments[index].variant.placed(by: match)
    }
    return placed
  }

  /// The instrument as it is looked for in a file of the build.
  func target(
    _ exposure: TraitID,
    _ index: Int,
    _ instrument: VariantAssociation,
    exposureBuild: String?,
    build outcomeBuild: String?
  ) -> OutcomeLookup.Target {
    let match = matches?.variants[exposure]?[index]
    var target = OutcomeLookup.Target(exposure: exposure, instrument: instrument, match: match)
    target.proxies = proxies[exposure]?[index] ?? []
    guard let outcomeBuild else { return target }
    if exposureBuild == outcomeBuild, let chromosome = instrument.variant.chromosome,
      let position = instrument.variant.position
    {
      target.place = (chromosome, position)
    } else if build == outcomeBuild, let match {
      target.place = (match.chromosome, match.position)
    }
    return target
  }
}
