import Foundation
import StudyModel

/// Tells what differs between two releases beyond what another machine's arithmetic may change: doubles may
/// differ by a relative tolerance; counts, codes, texts and the presence of every key must agree exactly.
///
/// The checksums in pairs.jsonl are passed over, since they say again whether the pairs' files agree to the
/// byte.
package struct ReleaseTolerance {
  /// Largest |a − b| / max(|a|, |b|) that counts as equal.
  package var relative: Double

  package init(relative: Double = 1e-12) { self.relative = relative }

  /// One line a difference (`pairs/CRP.forward: estimates[1].estimate.value 0.1 → 0.2`), in the order of the
  /// files; empty where the releases agree. Throws where a release holds a number that is not finite.
  package func differences(from old: Release, to new: Release) throws(InputError) -> [String] {
    let (old, new) = (try Self.documents(old), try Self.documents(new))
    return Set(old.keys).union(new.keys).sorted().flatMap { name -> [String] in
      switch (old[name], new[name]) {
      case (let old?, let new?): differences("", old, new).map { "\(name): \($0)" }
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
  private func differences(_ place: String, _ old: JSONToken, _ new: JSONToken) -> [String] {
    switch (old, new) {
    case (.object(let old), .object(let new)): members(place, old, new)
    case (.array(let old), .array(let new)): elements(place, old, new)
    case (.number(let old), .number(let new)) where agree(old, new): []
    default: old == new ? [] : ["\(place) \(text(old)) → \(text(new))"]
    }
  }

  private func members(_ place: String, _ old: [JSONMember], _ new: [JSONMember]) -> [String] {
    let (old, new) = (values(old), values(new))
    return Set(old.keys).union(new.keys).sorted().flatMap { key -> [String] in
      let inner = place.isEmpty ? key : "\(place).\(key)"
      guard let before = old[key], let after = new[key] else {
        return ["\(inner) \(text(old[key])) → \(text(new[key]))"]
      }
      return differences(inner, before, after)
    }
  }

  private func elements(_ place: String, _ old: [JSONToken], _ new: [JSONToken]) -> [String] {
    let count = old.count == new.count ? [] : ["\(place) has \(old.count) → \(new.count) elements"]
    return count
      + zip(old, new).enumerated().flatMap {
        differences("\(place)[\($0.offset)]", $0.element.0, $0.element.1)
      }
  }

  /// Numbers without a point or an exponent are counts, or doubles that happen to be whole: both must be the
  /// same.
  private func agree(_ old: String, _ new: String) -> Bool {
    if old == new { return true }
    guard isFractional(old) || isFractional(new), let old = Double(old), let new = Double(new) else {
      return false
    }
    return abs(old - new) <= relative * max(abs(old), abs(new))
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
