import Foundation
import StudyModel

/// Tells what differs between two releases beyond what another machine's arithmetic may change: doubles may
/// differ by a tolerance; counts, codes, texts and the presence of every key must agree exactly.
///
/// Two doubles are equal where |a − b| ≤ `relative` · max(|a|, |b|, s). The floor s is 0 but for numbers that are
/// what is left when two others cancel, so that their last digits are noise of the size of those others:
/// - what stands beside a standard error, and its interval: that standard error;
/// - `shift`, which counts standard errors, and `i_squared`: 1; `percent` of the distortion, and its interval: 100;
/// - the difference Q − Q′: Q.
///
/// p-values are compared by their logarithms, |ln a − ln b| ≤ `relative` · max(1, |ln a|), since far in the tail the
/// last bit of a test statistic moves many digits of p. That of Q − Q′ may also move as far as the difference does.
///
/// The checksums in pairs.jsonl are passed over, since they say again whether the pairs' files agree to the
/// byte.
package struct ReleaseTolerance {
  /// Largest |a − b| / max(|a|, |b|, s) that counts as equal.
  package var relative: Double

  package init(relative: Double = 1e-12) { self.relative = relative }

  /// One line a difference (`pairs/CRP.forward: estimates[1].estimate.value 0.1 → 0.2`), in the order of the
  /// files; empty where the releases agree. Throws where a release holds a number that is not finite.
  package func differences(from old: Release, to new: Release) throws(InputError) -> [String] {
    let (old, new) = (try Self.documents(old), try Self.documents(new))
    return Set(old.keys).union(new.keys).sorted().flatMap { name -> [String] in
      switch (old[name], new[name]) {
      case (let old?, let new?): differences("", old, new, NumberFloors()).map { "\(name): \($0)" }
      case (nil, _): ["\(name): only in the second release"]
      case (_, nil): ["\(name): only in the first release"]
      }
    }
  }

  /// The files' tokens by their names without the suffix.
  private static func documents(_ release: Release) throws(InputError) -> [String: JSONToken] {
    var documents: [String: JSONToken] = [:]
    for file in try ReleaseEncoder.files(of: release) where file.path != ReleaseEncoder.indexFile {
      let name = file.path.hasSuffix(".json") ? String(file.path.dropLast(".json".count)) : file.path
      do {
        documents[name] = try JSONParser.parse(file.bytes)
      } catch {
        throw InputError(.damaged(file.path, line: error.line, error.summary))
      }
    }
    return documents
  }
}

// MARK: Tokens

extension ReleaseTolerance {
  private func differences(
    _ place: String,
    _ old: JSONToken,
    _ new: JSONToken,
    _ floor: NumberFloors
  ) -> [String] {
    switch (old, new) {
    case (.object(let old), .object(let new)): members(place, old, new, floor)
    case (.array(let old), .array(let new)): elements(place, old, new)
    case (.number(let old), .number(let new)) where agree(old, new, floor): []
    default: old == new ? [] : ["\(place) \(text(old)) → \(text(new))"]
    }
  }

  private func members(
    _ place: String,
    _ old: [JSONMember],
    _ new: [JSONMember],
    _ inherited: NumberFloors
  ) -> [String] {
    let (old, new) = (values(old), values(new))
    return Set(old.keys).union(new.keys).sorted().flatMap { key -> [String] in
      let inner = place.isEmpty ? key : "\(place).\(key)"
      guard let before = old[key], let after = new[key] else {
        return ["\(inner) \(text(old[key])) → \(text(new[key]))"]
      }
      return differences(inner, before, after, inherited.inner(key, old, new, relative))
    }
  }

  private func elements(_ place: String, _ old: [JSONToken], _ new: [JSONToken]) -> [String] {
    let count = old.count == new.count ? [] : ["\(place) has \(old.count) → \(new.count) elements"]
    return count
      + zip(old, new).enumerated().flatMap {
        differences("\(place)[\($0.offset)]", $0.element.0, $0.element.1, NumberFloors())
      }
  }

  /// Numbers without a point or an exponent are counts, or doubles that happen to be whole: where both are, they must
  /// be the same.
  private func agree(_ old: String, _ new: String, _ floor: NumberFloors) -> Bool {
    if old == new { return true }
    guard isFractional(old) || isFractional(new), let old = Double(old), let new = Double(new) else {
      return false
    }
    let gap = abs(old - new)
    if gap <= floor.absolute || gap <= relative * max(abs(old), abs(new), floor.size) { return true }
    guard floor.isPValue, old > 0, new > 0 else { return false }
    let logarithms = (log(old), log(new))
    return abs(logarithms.0 - logarithms.1) <= relative * max(1, abs(logarithms.0))
  }

  private func isFractional(_ digits: String) -> Bool {
    digits.contains { $0 == "." || $0 == "e" || $0 == "E" }
  }

  private func values(_ members: [JSONMember]) -> [String: JSONToken] {
    Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
  }

  private func text(_ token: JSONToken?) -> String {
    guard let token else { return "nothing" }
    return String(decoding: JSONLayout.line(token).dropLast(), as: UTF8.self)
  }
}

/// How large the numbers are that cancel in a number, told by what stands around it.
private struct NumberFloors {
  /// s of `ReleaseTolerance`.
  var size = 0.0
  /// A gap that is allowed whatever the number's size.
  var absolute = 0.0
  var isPValue = false

  private static let pValues: Set = [
    "p_value", "bonferroni", "holm", "benjamini_hochberg", "benjamini_yekutieli", "storey", "effective",
    "r_package_p_value",
  ]

  /// The floors of one member of an object that has these; `old` and `new` are the object's members.
  func inner(
    _ key: String,
    _ old: [String: JSONToken],
    _ new: [String: JSONToken],
    _ relative: Double
  ) -> NumberFloors {
    func largest(_ path: String...) -> Double? {
      let values = [old, new].compactMap { members in
        path.dropFirst().reduce(members[path[0]]) { $0?[$1] }?.double
      }
      return values.map(abs).max()
    }
    if Self.pValues.contains(key) {
      let moved = largest("value").map { movedPValue($0, relative) } ?? 0
      return NumberFloors(absolute: moved, isPValue: true)
    }
    switch key {
    case "standard_error": return NumberFloors()
    case "shift", "i_squared": return NumberFloors(size: 1)
    case "difference" where old[key]?.isObject == true:
      return NumberFloors(size: largest("cochran", "q") ?? 0)
    case "percent",
      "interval" where old["percent"] != nil:
      return NumberFloors(size: 100)
    default: return NumberFloors(size: largest("standard_error") ?? size)
    }
  }

  /// How far p of χ² with one degree of freedom moves where the statistic moves by `relative` times the floor; 0
  /// where there is no floor, as beside an estimate.
  private func movedPValue(_ statistic: Double, _ relative: Double) -> Double {
    guard size > 0 else { return 0 }
    let moved = relative * size
    let least = max(statistic, moved)
    return 2 * moved * exp(-least / 2) / (2 * Double.pi * least).squareRoot()
  }
}

extension JSONToken {
  fileprivate var double: Double? {
    guard case .number(let digits) = self else { return nil }
    return Double(digits)
  }
}
