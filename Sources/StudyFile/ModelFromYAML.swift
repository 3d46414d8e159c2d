import StrictYAML
import StudyModel

extension Trait {
  /// Nil where the id, the name or the type is missing, which the key table reports.
  init?(_ mapping: CheckedMapping) {
    guard let id = mapping.text("id").flatMap(TraitID.init), let name = mapping.text("name"),
      let type = mapping.text("type").flatMap(TraitType.init)
    else { return nil }
    self.init(
      id: id,
      name: name,
      nameInText: mapping.text("name_in_text"),
      alias: mapping.text("alias"),
      group: mapping.text("group"),
      type: type,
      units: mapping.text("units"),
      unitSize: mapping.text("unit_size"),
      sampleSize: SampleSize(mapping),
      prevalence: mapping.number("prevalence"),
      ancestry: mapping.text("ancestry"),
      cohorts: mapping.list("cohorts").compactMap(\.text),
      genomeBuild: mapping.text("genome_build"),
      source: mapping.mapping("source").map(DataSource.init) ?? DataSource(),
      pThreshold: mapping.number("p_threshold"),
      sampleOverlap: mapping.mapping("sample_overlap").map(SampleOverlap.init),
      instrumentSource: mapping.mapping("instrument_source").flatMap(InstrumentSource.init),
      gene: mapping.mapping("gene").flatMap(TraitGene.init),
      isImmune: mapping.boolean("immune")
    )
  }
}

extension SampleSize {
  init(_ mapping: CheckedMapping) {
    self.init(
      total: mapping.integer("sample_size"),
      cases: mapping.integer("cases"),
      controls: mapping.integer("controls")
    )
  }
}

extension DataSource {
  init(_ mapping: CheckedMapping) {
    self.init(
      accession: mapping.text("accession"),
      citation: mapping.text("citation"),
      doi: mapping.text("doi"),
      pmid: mapping.text("pmid"),
      url: mapping.text("url"),
      licence: mapping.text("licence")
    )
  }
}

extension SampleOverlap {
  init(_ mapping: CheckedMapping) {
    self.init(fraction: mapping.number("fraction"), note: mapping.text("note"))
  }
}

extension PairSource {
  init(_ mapping: CheckedMapping) {
    self.init(
      source: DataSource(mapping),
      sampleSize: SampleSize(mapping),
      ancestry: mapping.text("ancestry"),
      units: mapping.text("units")
    )
  }
}

extension ColumnMapping {
  /// The columns that any of the mappings names; the later mapping wins.
  init(_ mappings: [CheckedMapping?]) {
    self.init()
    for mapping in mappings.compactMap({ $0 }) {
      for role in ColumnRole.allCases {
        if let name = mapping.text(role.rawValue) { columns[role] = name }
      }
    }
  }
}

extension TraitGene {
  /// Nil where something required is missing, which the key table reports.
  init?(_ mapping: CheckedMapping) {
    guard let name = mapping.text("name"), let region = GenomeRegion(mapping) else { return nil }
    self.init(name: name, region: region)
    windowKilobases = mapping.number("window_kb") ?? windowKilobases
  }
}

extension GenomeRegion {
  /// Nil where something required is missing, which the key table reports.
  init?(_ mapping: CheckedMapping) {
    guard let chromosome = mapping.text("chromosome"), let start = mapping.integer("start"),
      let end = mapping.integer("end"), let build = mapping.text("build")
    else { return nil }
    self.init(chromosome: ChromosomeName.normalised(chromosome), start: start, end: end, build: build)
  }
}

extension GenomeWideFile {
  /// The genome-wide file of the trait; nil where it has none.
  init?(of trait: CheckedMapping) {
    guard let mapping = trait.mapping("gwas"), let path = mapping.text("file") else { return nil }
    self.init(
      file: FileReference(path: path, columns: ColumnMapping([mapping.mapping("columns")])),
      format: mapping.text("format").flatMap(GWASFormat.init),
      build: mapping.text("build") ?? trait.text("genome_build").flatMap(GenomeBuild.named)
    )
  }
}

extension FileReference {
  /// The table that `key` of `owner` names, as a path alone or with columns of its own; nil where it names
  /// none.
  init?(_ key: String, of owner: CheckedMapping) {
    guard let mapping = owner.mapping(key), let path = mapping.text("file") else { return nil }
    self.init(
      path: path,
      columns: ColumnMapping([owner.mapping("columns"), mapping.mapping("columns")])
    )
  }
}
