/// Names at the head of a line.
package enum DisplayName {
  /// Sets the first letter in upper case where the name begins like an ordinary word (“body mass” but not “mTOR”).
  package static func capitalised(_ name: String) -> String {
    guard let first = name.first, first.isLowercase, first.isASCII,
      name.dropFirst().first.map({ $0.isLowercase || $0 == " " }) ?? true
    else { return name }
    return first.uppercased() + name.dropFirst()
  }
}
