/// Names at the head of a line.
package enum DisplayName {
  /// Sets the first letter in upper case where the name begins like an ordinary word (“body mass” but not “mTOR”).
  package static func capitalised(_ name: String) -> String {
    guard let first = name.first, first.isLowercase, first.isASCII,
      name.dropFirst().first.map({ $0.isLowercase || $0 == " " }) ?? true
    else { return name }
    return first.uppercased() + name.dropFirst()
  }

  /// “a, b and 40 more”: names beyond the limit are counted, and stand in the table of all pairs.
  package static func list(_ names: [String], atMost limit: Int) -> String {
    guard names.count > limit + 1 else { return list(names) }
    return list(names.prefix(limit) + ["\(NumberStyle.count(names.count - limit)) more"])
  }

  /// “a, b and c”.
  package static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
