import StudyModel

/// How a source is cited in running text.
enum SourceText {
  /// `Locke 2015, ieu-a-2, PMID 25673413`.
  static func text(_ source: DataSource) -> String {
    [
      source.citation, source.accession, source.pmid.map { "PMID \($0)" }, source.doi.map { "doi \($0)" },
      source.url, source.licence.map { "licence \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// A pair's own source, with its sample; nil where neither is known.
  static func pairSource(_ pair: PairSource) -> String? {
    var parts = [text(pair.source)]
    if let cases = pair.sampleSize.cases, let controls = pair.sampleSize.controls {
      parts.append("\(NumberStyle.count(cases)) cases and \(NumberStyle.count(controls)) controls")
    } else if let people = pair.sampleSize.people {
      parts.append("\(NumberStyle.count(people)) people")
    }
    if let ancestry = pair.ancestry { parts.append(ancestry) }
    let known = parts.filter { !$0.isEmpty }
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }
}
