/// The numbers that a key takes.
package struct NumberRange: Hashable, Sendable {
  package var lower: Bound
  package var upper: Bound

  package init(from lower: Bound, to upper: Bound) {
    self.lower = lower
    self.upper = upper
  }

  /// One end of a range.
  package enum Bound: Hashable, Sendable {
    case including(Double)
    case excluding(Double)
  }

  package func contains(_ number: Double) -> Bool {
    let isAbove =
      switch lower {
      case .including(let bound): number >= bound
      case .excluding(let bound): number > bound
      }
    let isBelow =
      switch upper {
      case .including(let bound): number <= bound
      case .excluding(let bound): number < bound
      }
    return isAbove && isBelow
  }

  /// "above 0, at most 1".
  package var words: String {
    let from =
      switch lower {
      case .including(let bound): "at least \(Self.short(bound))"
      case .excluding(let bound): "above \(Self.short(bound))"
      }
    let to =
      switch upper {
      case .including(let bound): "at most \(Self.short(bound))"
      case .excluding(let bound): "below \(Self.short(bound))"
      }
    return "\(from), \(to)"
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
