import Foundation
import Statistics

/// Haplotypes by the product of approximate conditionals: each is a mosaic of those before it, which it copies with
/// recombination and mutation (Li & Stephens, Genetics 2003;165:2213–2233).
struct CopyingModel {
  /// Population-scaled place of each site, ascending.
  private let map: RecombinationMap
  /// Population-scaled rate of mutation of a site: that which makes one mutation in so many haplotypes the expectation
  /// (their θ̃ = 1/Σ 1/m).
  private let theta: Double
  private let count: Int

  init(map: RecombinationMap, haplotypes: Int) {
    self.map = map
    theta = 1 / (1..<max(2, haplotypes)).map { 1 / Double($0) }.reduce(0, +)
    count = haplotypes
  }

  /// The order of the haplotypes is that in which they were made: the later are copies of the earlier, so people are to
  /// be made of them in a random order.
  func draw(_ stream: inout RandomStream) -> Haplotypes {
    var haplotypes = Haplotypes(count: count, sites: map.cumulative.count)
    for haplotype in 1..<max(1, count) {
      copy(into: haplotype, of: &haplotypes, &stream)
      mutate(haplotype, of: &haplotypes, &stream)
    }
    return haplotypes
  }

  /// Between two sites at a distance of ρ the template changes with 1 − exp(−ρ/k): the way to the next change is
  /// exponential.
  private func copy(into haplotype: Int, of haplotypes: inout Haplotypes, _ stream: inout RandomStream) {
    let known = Double(haplotype)
    var site = 0
    while site < map.cumulative.count {
      let template = Int(stream.nextUniform() * known)
      let change = map.cumulative[site] - known * log(stream.nextUniform())
      let start = site
      repeat { site += 1 } while site < map.cumulative.count && map.cumulative[site] < change
      haplotypes.copy(template, to: haplotype, sites: start..<site)
    }
  }

  /// Every site is turned with θ̃/(2(k + θ̃)): the way to the next one is geometric.
  private func mutate(_ haplotype: Int, of haplotypes: inout Haplotypes, _ stream: inout RandomStream) {
    let known = Double(haplotype)
    let logStay = log1p(-theta / (2 * (known + theta)))
    var site = Int(min(1e9, log(stream.nextUniform()) / logStay))
    while site < map.cumulative.count {
      haplotypes.turn(site, of: haplotype)
      site += 1 + Int(min(1e9, log(stream.nextUniform()) / logStay))
    }
  }
}

/// Rows of sites, each with one of two alleles.
struct Haplotypes {
  let count: Int
  let sites: Int
  private var alleles: [UInt8]

  /// All of the one allele.
  init(count: Int, sites: Int) {
    (self.count, self.sites) = (count, sites)
    alleles = [UInt8](repeating: 0, count: count * sites)
  }

  /// 1 for the allele that is counted.
  subscript(haplotype: Int, site: Int) -> UInt8 { alleles[haplotype * sites + site] }

  /// How many have the allele that is counted, site by site.
  var copies: [Int] {
    var copies = [Int](repeating: 0, count: sites)
    for haplotype in 0..<count {
      for site in 0..<sites { copies[site] += Int(alleles[haplotype * sites + site]) }
    }
    return copies
  }

  mutating func copy(_ template: Int, to haplotype: Int, sites range: Range<Int>) {
    for site in range { alleles[haplotype * sites + site] = alleles[template * sites + site] }
  }

  mutating func turn(_ site: Int, of haplotype: Int) { alleles[haplotype * sites + site] ^= 1 }
}
