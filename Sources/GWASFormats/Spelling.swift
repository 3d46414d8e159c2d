/// Which of some names a person most likely meant.
enum Spelling {
  /// The name that takes the fewest edits to become `name`, letter case aside; nil where there is none to choose
  /// from.
  static func nearest(to name: String, among names: [String]) -> String? {
    names.map { (name: $0, distance: distance($0, name)) }.min { $0.distance < $1.distance }?.name
  }

  /// The nearest name where at most a third of the letters differ.
  static func likely(_ name: String, among names: [String]) -> String? {
    guard let nearest = nearest(to: name, among: names) else { return nil }
    return distance(nearest, name) * 3 <= max(name.count, 3) ? nearest : nil
  }

  /// Letters that are compared: what is longer is hardly a name, and not worth a table of its length.
  private static let longest = 100

  /// Levenshtein's distance.
  private static func distance(_ one: String, _ two: String) -> Int {
    let (one, two) = (Array(one.prefix(longest).lowercased()), Array(two.prefix(longest).lowercased()))
    var row = Array(0...two.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in two.enumerated() {
        let substitution = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[two.count]
  }
}
