import LinkageDisequilibrium
import Statistics
import StudyModel

/// A panel of real people, taken for simulation: stretches of variants that lie near each other.
struct GivenPanel {
  let windows: [GenotypeWindow]
  let written: [[[UInt8]]]
  let people: Int

  /// A gap of so many base pairs ends a window, and a window of a dense panel is cut there too.
  private static let gap = 1_000_000
  private static let mostVariants = 400
  private static let rarest = 0.01

  /// - Parameter isSplit: whether every second of the founders draws, and the others are written.
  /// - Throws: what is wrong with a line of the .bim, or that it has no window to draw with.
  init(_ panel: ReferencePanel, isSplit: Bool) throws(InputError) {
    var windows: [GenotypeWindow] = []
    var written: [[[UInt8]]] = []
    var last = 0
    var count = 0
    try panel.forEachVariant { variant in
      guard let number = Int(variant.chromosome), (1...22).contains(number), variant.position > 0 else {
        return
      }
      let copies = panel.genotypes(of: variant).copies
      let drawing = isSplit ? Self.everySecond(copies, from: 0) : copies
      let writing = isSplit ? Self.everySecond(copies, from: 1) : copies
      guard let own = drawing.standardised(), let other = writing.standardised(),
        min(own.frequency, 1 - own.frequency) >= Self.rarest,
        min(other.frequency, 1 - other.frequency) >= Self.rarest
      else { return }
      let isFar = variant.position - last >= Self.gap || variant.position <= last
      if windows.last?.chromosome != variant.chromosome || isFar
        || windows.last?.variants.count ?? 0 >= Self.mostVariants
      {
        windows.append(GenotypeWindow(chromosome: variant.chromosome, variants: [], standardised: []))
        written.append([])
      }
      last = variant.position
      windows[windows.count - 1].variants.append(
        SimulatedVariant(
          id: variant.id,
          position: variant.position,
          first: variant.firstAllele,
          second: variant.secondAllele,
          frequency: own.frequency
        )
      )
      windows[windows.count - 1].standardised.append(own.values)
      written[written.count - 1].append(writing)
      count = writing.count
    }
    guard !windows.isEmpty else {
      let summary =
        "has no variant on an autosome with a minor allele frequency of 1 % or more in both halves"
      throw InputError(
        InputProblem(file: panel.name + ".bim", summary: summary, remedy: "take a larger panel")
      )
    }
    self.windows = windows
    self.written = written
    people = count
  }

  private static func everySecond(_ copies: [UInt8], from start: Int) -> [UInt8] {
    stride(from: start, to: copies.count, by: 2).map { copies[$0] }
  }
}
