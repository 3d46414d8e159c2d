import StudyModel

/// How the properties of a variant are printed in tables.
enum VariantText {
  /// `1:159,205,564`; a dash where the place is unknown.
  static func place(_ variant: GeneticVariant) -> String {
    guard let chromosome = variant.chromosome else { return "–" }
    return variant.position.map { "\(chromosome):\(NumberStyle.count($0))" } ?? chromosome
  }

  /// Effect allele before the other.
  static func alleles(_ effect: Allele?, _ other: Allele?) -> String {
    "\(effect?.rawValue ?? "?")/\(other?.rawValue ?? "?")"
  }

  static func frequency(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value >= 0.01 || value == 0
      ? NumberStyle.fixed(value, decimals: 2) : NumberStyle.significant(value, digits: 1)
  }

  /// `0.218 (0.016)`: β and its standard error.
  static func effect(_ effect: AlleleEffect?) -> String {
    guard let effect else { return "–" }
    let decimals = EffectDisplay.decimals(halfWidth: effect.standardError)
    return EffectDisplay.difference(effect.beta, decimals: decimals) + " ("
      + EffectDisplay.difference(effect.standardError, decimals: decimals) + ")"
  }
}
