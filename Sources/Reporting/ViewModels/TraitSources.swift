import StudyModel

/// Traits by where they come from: those that share citation, ancestry and cohorts stand together, so that one paper is
/// cited once however many traits it measured.
struct TraitSources {
  struct Group {
    /// The source of all but for the accessions.
    let citation: String
    /// Never empty.
    var traits: [Trait]

    var first: Trait { traits[0] }
  }

  /// In the order of their first traits.
  private(set) var groups: [Group] = []

  init(_ traits: [Trait], _ words: Wordbook) {
    var places: [Key: Int] = [:]
    for trait in traits {
      var source = trait.source
      source.accession = nil
      let key = Key(source: source, ancestry: trait.ancestry, cohorts: trait.cohorts)
      if let place = places[key] {
        groups[place].traits.append(trait)
      } else {
        places[key] = groups.count
        groups.append(Group(citation: SourceText.text(source, words), traits: [trait]))
      }
    }
  }

  private struct Key: Hashable {
    let source: DataSource
    let ancestry: String?
    let cohorts: [String]
  }
}
