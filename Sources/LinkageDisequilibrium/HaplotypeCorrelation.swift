import Foundation

/// The correlation of two variants on one haplotype, from the haplotype frequencies of greatest likelihood.
///
/// Where both are heterozygous, genotypes do not tell which alleles lie together. With x of the h double heterozygotes
/// carrying 11 and 22, the likelihood is greatest where x = h·p₁₁p₂₂/(p₁₁p₂₂ + p₁₂p₂₁), the fixed point of the
/// expectation-maximisation of Excoffier & Slatkin (Molecular Biology and Evolution 1995;12:921–927): a cubic in x, whose
/// roots are all found, and of which the likeliest is taken (Gaunt, Rodríguez & Day, BMC Bioinformatics 2007;8:428). This is
/// the r² by which PLINK 1.9 clumps; the correlation of genotypes is another number.
package struct HaplotypeCorrelation: Hashable, Sendable {
  /// D/√(p₁(1−p₁)q₁(1−q₁)), positive where the two A1 lie on one haplotype more often than by chance.
  package let r: Double

  package var rSquared: Double { r * r }

  /// Nil where one of the variants does not vary among those who have both genotypes.
  package init?(_ counts: HaplotypeCounts) {
    let total = counts.total
    guard total > 0 else { return nil }
    let h = counts.doubleHeterozygotes
    let p = (counts.n11 + counts.n12 + h) / total
    let q = (counts.n11 + counts.n21 + h) / total
    let variance = p * (1 - p) * q * (1 - q)
    guard variance > 0 else { return nil }
    let p11 = (counts.n11 + Self.phased(counts)) / total
    let difference = p11 - p * q
    guard abs(difference) > Self.negligible else {
      r = 0
      return
    }
    r = max(-1, min(1, difference / variance.squareRoot()))
  }

  /// What is left of a difference of 0 by rounding.
  private static let negligible = 1e-12

  /// x: how many double heterozygotes carry 11 and 22.
  private static func phased(_ counts: HaplotypeCounts) -> Double {
    let h = counts.doubleHeterozygotes
    guard h > 0 else { return 0 }
    let roots = stationaryPoints(counts).filter { (-1e-9...h + 1e-9).contains($0) }
    // Where certain haplotypes are lacking, the greatest likelihood may lie at an end.
    let candidates = roots.map { max(0, min(h, $0)) } + ends(counts)
    return candidates.max { logLikelihood($0, counts) < logLikelihood($1, counts) } ?? h / 2
  }

  private static func ends(_ counts: HaplotypeCounts) -> [Double] {
    var ends: [Double] = []
    if counts.n11 == 0 || counts.n22 == 0 { ends.append(0) }
    if counts.n12 == 0 || counts.n21 == 0 { ends.append(counts.doubleHeterozygotes) }
    return ends
  }

  /// Of x·[(n₁₁+x)(n₂₂+x) + (n₁₂+h−x)(n₂₁+h−x)] = h(n₁₁+x)(n₂₂+x), the real roots.
  private static func stationaryPoints(_ counts: HaplotypeCounts) -> [Double] {
    let h = counts.doubleHeterozygotes
    let (s, product) = (counts.n11 + counts.n22, counts.n11 * counts.n22)
    let (u, v) = (counts.n12 + h, counts.n21 + h)
    // 2x³ + (s − u − v − h)x² + (product + uv − hs)x − h·product = 0
    return CubicRoots.real(
      2,
      s - u - v - h,
      product + u * v - h * s,
      -h * product
    )
  }

  /// But for a constant.
  private static func logLikelihood(_ x: Double, _ counts: HaplotypeCounts) -> Double {
    let h = counts.doubleHeterozygotes
    let (f11, f22) = (counts.n11 + x, counts.n22 + x)
    let (f12, f21) = (counts.n12 + h - x, counts.n21 + h - x)
    func term(_ n: Double, _ f: Double) -> Double { n == 0 ? 0 : n * log(f) }
    let mixed = f11 * f22 + f12 * f21
    return term(counts.n11, f11) + term(counts.n12, f12) + term(counts.n21, f21) + term(counts.n22, f22)
      + term(h, mixed)
  }
}

/// The real roots of a cubic.
enum CubicRoots {
  /// Of ax³ + bx² + cx + d with a ≠ 0, by the trigonometric solution (Viète) or Cardano's, each polished by Newton's
  /// steps; a double root stands twice.
  static func real(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Double] {
    let (b, c, d) = (b / a, c / a, d / a)
    let shift = b / 3
    let q = (b * b - 3 * c) / 9
    let r = (2 * b * b * b - 9 * b * c + 27 * d) / 54
    let roots: [Double]
    if r * r <= q * q * q {
      let angle = q > 0 ? acos(max(-1, min(1, r / (q * q.squareRoot())))) : 0
      roots = (0..<3).map {
        -2 * max(0, q).squareRoot() * cos((angle + 2 * .pi * Double($0 - 1)) / 3) - shift
      }
    } else {
      let size = cbrt(abs(r) + (r * r - q * q * q).squareRoot())
      let first = r > 0 ? -size : size
      roots = [first + (first == 0 ? 0 : q / first) - shift]
    }
    return roots.map { polished($0, b, c, d) }
  }

  private static func polished(_ root: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    var x = root
    for _ in 0..<3 {
      let value = ((x + b) * x + c) * x + d
      let slope = (3 * x + 2 * b) * x + c
      guard slope != 0 else { break }
      let next = x - value / slope
      guard next.isFinite, abs(next - x) < 1e-3 * (1 + abs(x)) else { break }
      x = next
    }
    return x
  }
}

extension ReferencePanel {
  /// Of two variants; nil where one of them does not vary.
  package func correlation(_ first: PanelVariant, _ second: PanelVariant) -> HaplotypeCorrelation? {
    HaplotypeCorrelation(HaplotypeCounts(genotypes(of: first), genotypes(of: second)))
  }
}
