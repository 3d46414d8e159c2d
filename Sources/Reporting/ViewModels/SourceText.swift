import StudyModel

/// How a source is cited in running text.
enum SourceText {
  /// `Locke 2015, ieu-a-2, PMID 25673413`.
  static func text(_ source: DataSource, _ words: Wordbook) -> String {
    [
      source.citation, source.accession, source.pmid.map { words(SourcePhrase.pmid, ["id": "\($0)"]) },
      source.doi.map { words(SourcePhrase.doi, ["id": $0]) }, source.url,
      source.licence.map { words(SourcePhrase.licence, ["name": $0]) },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// A pair's own source, with its sample; nil where neither is known.
  static func pairSource(_ pair: PairSource, _ words: Wordbook) -> String? {
    var parts = [text(pair.source, words)]
    if let size = SamplePhrase(pair.sampleSize, words).size { parts.append(size) }
    if let ancestry = pair.ancestry { parts.append(ancestry) }
    let known = parts.filter { !$0.isEmpty }
    return known.isEmpty ? nil : known.joined(separator: "; ")
  }
}
