import Foundation

/// Holds one number of a release against the same number of another.
struct NumberComparison {
  let tolerance: Tolerance

  /// The largest distance that counts as none; of p-values on the scale of log₁₀.
  func allowed(_ old: FactNumber, _ new: FactNumber) -> Double {
    switch (old.measure, new.measure) {
    case (.plain(let oldSize, let oldSE, let oldError), .plain(let newSize, let newSE, let newError)):
      let unit = max(oldSE ?? 0, newSE ?? 0)
      let size = max(abs(old.value), abs(new.value), oldSize, newSize, unit)
      return max(
        tolerance.absolute,
        tolerance.relative * size,
        tolerance.standardErrors * unit,
        tolerance.monteCarloErrors * hypot(oldError, newError)
      )
    case (.negativeLog10P(let oldError), .negativeLog10P(let newError)):
      let size = max(1, abs(old.value), abs(new.value))
      return max(tolerance.relative * size, tolerance.monteCarloErrors * hypot(oldError, newError))
    default: return 0
    }
  }

  func hasMoved(_ old: FactNumber, _ new: FactNumber) -> Bool {
    if old.value == new.value { return false }
    // Two infinities are equal; one of them is as far as can be.
    return !(abs(new.value - old.value) <= allowed(old, new))
  }

  /// Every field that either has, those of `old` first.
  func compared(_ old: [FactNumber], _ new: [FactNumber], middle: [FactNumber]) -> [ComparedNumber] {
    let (olds, news, middles) = (byField(old), byField(new), byField(middle))
    let fields = old.map(\.field) + new.map(\.field).filter { olds[$0] == nil }
    return fields.map { field in
      let (before, after) = (olds[field], news[field])
      let both = before.flatMap { before in after.map { (before, $0) } }
      let shown = Shown(numbers: [before, after, middles[field]].compactMap { $0 })
      return ComparedNumber(
        field: shown.name(field),
        old: before.map(shown.value),
        new: after.map(shown.value),
        middle: middles[field].map(shown.value),
        tolerance: both.map(allowed).flatMap { $0.isFinite ? $0 : nil },
        hasMoved: both.map(hasMoved) ?? true
      )
    }
  }

  private func byField(_ numbers: [FactNumber]) -> [String: FactNumber] {
    Dictionary(numbers.map { ($0.field, $0) }) { first, _ in first }
  }
}

/// How a number is printed that is kept as −log₁₀ p: as p where every release's is a normal double.
private struct Shown {
  private let asP: Bool
  private let isP: Bool

  /// Smaller ones lose digits.
  private static let largestLogarithm = 300.0

  init(numbers: [FactNumber]) {
    isP = numbers.contains { if case .negativeLog10P = $0.measure { true } else { false } }
    asP = isP && numbers.allSatisfy { $0.value <= Self.largestLogarithm || $0.value.isInfinite }
  }

  func name(_ field: String) -> String {
    isP && !asP ? field.replacing("p_value", with: "neg_log10_p") : field
  }

  func value(_ number: FactNumber) -> Double {
    let value = isP && !asP ? number.value : number.shown ?? number.value
    // JSON has no word for infinity, which is what a p of 0 has for a logarithm.
    return value.isFinite ? value : .greatestFiniteMagnitude
  }
}
