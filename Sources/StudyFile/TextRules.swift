import StrictYAML
import StudyModel

extension TextRule {
  /// A permanent identifier that can also be a file name on every system and a page of a site.
  static let identifier = TextRule(name: "identifier") { text in
    guard StudyID.isValid(text) else {
      return (
        "'\(text.prefix(80))' is not an identifier",
        "use letters (A-Z), digits, '-' and '_' only, at most 64, beginning with a letter or digit"
      )
    }
    guard !reservedNames.contains(text.lowercased()) else {
      return (
        "the identifier '\(text)' is reserved: the site or the system keeps that name for itself",
        "choose another"
      )
    }
    return nil
  }

  /// Digital object identifier without the resolver's address.
  static let doi = TextRule(name: "DOI") { text in
    let isDOI = text.hasPrefix("10.") && text.contains("/") && !text.contains(where: \.isWhitespace)
    return isDOI ? nil : ("'\(text)' is not a DOI", "write it without address, such as 10.1038/ng.3396")
  }

  static let pmid = TextRule(name: "PubMed identifier") { text in
    let isNumber = text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.count <= 9
    return isNumber
      ? nil : ("'\(text)' is not a PubMed identifier", "write its digits alone, such as 26343387")
  }

  /// Device names that Windows keeps from files, and what a site has beside its studies: its front page and `assets/`.
  private static let reservedNames: Set<String> = {
    let ports = (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
    return Set(["con", "prn", "aux", "nul", "index", "assets"] + ports)
  }()
}
