/// Which of the names a person most likely meant.
package enum NearestName {
  /// The nearest of the candidates, or nil where none is near: at most a third of the letters may differ, by
  /// insertion, deletion, substitution or the exchange of neighbours; case and `-` for `_` cost nothing.
  package static func of(_ name: String, among candidates: [String]) -> String? {
    let folded = fold(name)
    let limit = max(1, folded.count / 3)
    let ranked = candidates.map { (name: $0, distance: distance(folded, fold($0))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= limit && best.distance < max(folded.count, 1) ? best.name : nil
  }

  private static func fold(_ name: String) -> [Character] {
    name.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
  }

  /// Optimal string alignment distance (Damerau 1964, each neighbouring pair exchanged at most once).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    // A stray paragraph where a key should be is never near, and not worth a table of its length.
    guard left.count <= 100 else { return Int.max }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
