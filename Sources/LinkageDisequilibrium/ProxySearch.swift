import StudyModel

/// Finds the variants of a panel that can stand for others.
package struct ProxySearch: Sendable {
  /// At least so strongly correlated.
  package let rSquared: Double
  /// Less than so many base pairs away.
  package let basePairs: Double

  package init(rSquared: Double, kilobases: Double) {
    self.rSquared = rSquared
    basePairs = kilobases * 1000
  }

  /// A variant that goes with the target.
  package struct Proxy: Hashable, Sendable {
    package var variant: PanelVariant
    /// Of A1 of the target with A1 of the proxy, on one haplotype.
    package var r: Double

    package var rSquared: Double { r * r }
  }

  /// For every target, in their order, its proxies: the most correlated first, then the nearest, then by the order of the
  /// .bim. Palindromic variants are none, for their strand could not be told in the outcome's file.
  ///
  /// Reads the .bim once; holds the lines near the targets.
  ///
  /// - Throws: as `ReferencePanel.forEachVariant` does.
  package func proxies(
    of targets: [PanelVariant],
    in panel: ReferencePanel
  ) throws(InputError) -> [[Proxy]] {
    let near = try variants(near: targets, in: panel)
    return targets.map { target in
      let own = panel.genotypes(of: target)
      var found: [Proxy] = []
      for variant in near[target.chromosome] ?? [] where isNear(variant, target) {
        let counts = HaplotypeCounts(own, panel.genotypes(of: variant))
        guard let correlation = HaplotypeCorrelation(counts), correlation.rSquared >= rSquared else {
          continue
        }
        found.append(Proxy(variant: variant, r: correlation.r))
      }
      return found.sorted { left, right in
        if left.rSquared != right.rSquared { return left.rSquared > right.rSquared }
        let distances = [left, right].map { abs($0.variant.position - target.position) }
        return (distances[0], left.variant.index) < (distances[1], right.variant.index)
      }
    }
  }

  private func isNear(_ variant: PanelVariant, _ target: PanelVariant) -> Bool {
    variant.index != target.index && Double(abs(variant.position - target.position)) < basePairs
  }

  private func variants(
    near targets: [PanelVariant],
    in panel: ReferencePanel
  ) throws(InputError) -> [String: [PanelVariant]] {
    let positions = Dictionary(grouping: targets, by: \.chromosome).mapValues { $0.map(\.position).sorted() }
    var near: [String: [PanelVariant]] = [:]
    try panel.forEachVariant { variant in
      guard let own = positions[variant.chromosome], !variant.isPalindromic,
        own.contains(where: { Double(abs($0 - variant.position)) < basePairs })
      else { return }
      near[variant.chromosome, default: []].append(variant)
    }
    return near
  }
}

extension PanelVariant {
  /// Its two alleles are each other's complement, or it is not known which they are.
  package var isPalindromic: Bool {
    guard let first = Allele(rawValue: firstAllele), let second = Allele(rawValue: secondAllele) else {
      return true
    }
    return first.reverseComplement == second
  }
}
