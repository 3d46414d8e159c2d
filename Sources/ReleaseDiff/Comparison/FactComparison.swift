/// Holds the facts of one release against those of another, and those of the old data under the new code between them
/// where there are any.
struct FactComparison {
  let rules: DiffRules
  let hasMiddle: Bool

  /// One change a fact that differs, in the order of the facts: the older release's, then those that only the newer has.
  func changes(old: [Fact], new: [Fact], middle: [Fact]) -> [Change] {
    let (olds, news, middles) = (byKey(old), byKey(new), byKey(middle))
    let keys = old.map(\.key) + new.map(\.key).filter { olds[$0] == nil }
    return keys.compactMap { change($0, olds[$0], news[$0], middles[$0]) }
  }

  /// How far a fact differs from another; nil where it does not.
  func kind(_ old: Fact?, _ new: Fact?) -> Change.Kind? {
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, _?): return .gained
    case (_?, nil): return .lost
    case (let old?, let new?):
      if old.code != new.code { return .changed }
      let numbers = NumberComparison(tolerance: rules.tolerance(of: old.key.aspect))
        .compared(old.numbers, new.numbers, middle: [])
      return numbers.contains(where: \.hasMoved) ? .moved : nil
    }
  }

  private func change(_ key: FactKey, _ old: Fact?, _ new: Fact?, _ middle: Fact?) -> Change? {
    guard let kind = kind(old, new) else { return nil }
    let comparison = NumberComparison(tolerance: rules.tolerance(of: key.aspect))
    let numbers = comparison.compared(
      old?.numbers ?? [],
      new?.numbers ?? [],
      middle: middle?.numbers ?? []
    )
    return Change(
      key.aspect,
      kind,
      subject: key.subject,
      old: old?.code,
      new: new?.code,
      middle: hasMiddle ? middle?.code : nil,
      numbers: numbers,
      shift: shift(old, numbers),
      origin: hasMiddle ? origin(old, middle, new) : nil
    )
  }

  /// Which of the two steps brings the change about: where the code is another one, the step that changes it.
  private func origin(_ old: Fact?, _ middle: Fact?, _ new: Fact?) -> Change.Origin {
    if let old, let middle, let new, old.code != new.code {
      return middle.code == old.code ? .data : middle.code == new.code ? .software : .both
    }
    return switch (kind(old, middle), kind(middle, new)) {
    case (_?, nil): .software
    case (nil, _?): .data
    // Both steps show it, or it is beyond the tolerance only when they are taken together.
    case (_?, _?), (nil, nil): .both
    }
  }

  private func shift(_ old: Fact?, _ numbers: [ComparedNumber]) -> Double? {
    guard let unit = old?.standardError, unit > 0, let first = numbers.first, let before = first.old,
      let after = first.new
    else { return nil }
    let shift = (after - before) / unit
    return shift.isFinite ? shift : nil
  }

  private func byKey(_ facts: [Fact]) -> [FactKey: Fact] {
    Dictionary(facts.map { ($0.key, $0) }) { first, _ in first }
  }
}
