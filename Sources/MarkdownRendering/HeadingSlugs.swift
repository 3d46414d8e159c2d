/// Gives headings their anchors: lower case, letters, digits, `-` and `_`, spaces as hyphens, as GitHub does; a second
/// heading of the same words gets `-1`, a third `-2`.
struct HeadingSlugs {
  private var taken: Set<String> = []

  mutating func slug(_ title: String) -> String {
    let stem = Self.stem(title)
    var slug = stem
    var suffix = 0
    while !taken.insert(slug).inserted {
      suffix += 1
      slug = "\(stem)-\(suffix)"
    }
    return slug
  }

  private static func stem(_ title: String) -> String {
    var stem = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " {
        stem += "-"
      } else if scalar == "-" || scalar == "_" || isWordPart(scalar) {
        stem.unicodeScalars.append(scalar)
      }
    }
    return stem.isEmpty ? "section" : stem
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
