import StrictYAML
import StudyModel

/// The keys of the disease and of the panel's traits.
enum TraitKeys {
  static let disease = KeyTable(
    name: "trait",
    doc: "`disease`, and every element of `panel.traits`",
    keys: keys(id: "T2D", name: "Type 2 diabetes", nameInText: "type 2 diabetes", type: .binary) + [
      Key(
        "immune",
        .boolean,
        .optional,
        "Whether it is a disease of the immune system, whose instruments in the HLA region are left out by default; "
          + "the disease only",
        example: "true"
      )
    ]
  )

  static let panelTrait = KeyTable(
    name: "trait",
    doc: disease.doc,
    keys: keys(id: "BMI", name: "Body mass index", nameInText: "body mass index", type: .continuous) + [
      Key(
        "sample_overlap",
        .mapping(StudyKeys.sampleOverlap),
        .optional,
        "With the disease's sample; panel traits only"
      ),
      Key(
        "note",
        .text(.any),
        .optional,
        "What a reader has to know of both the trait's pairs; panel traits only",
        example: "Standard errors were computed from effects and p-values"
      ),
      Key(
        "harmonised",
        .mapping(harmonised),
        .optional,
        "Tables that hold both sides of a pair; panel traits only"
      ),
    ]
  )

  private static func keys(id: String, name: String, nameInText: String, type: TraitType) -> [Key] {
    let sizes = type == .binary ? ["cases", "controls"] : ["sample_size"]
    let types = TraitType.allCases.map(\.rawValue)
    return [
      Key(
        "id",
        .text(.identifier),
        .required,
        "Permanent name: files, URLs and random streams use it",
        example: id
      ),
      Key("name", .text(.any), .required, "For display at the head of a line", example: name),
      Key("name_in_text", .text(.any), .defaults(to: "the name"), "Within a sentence", example: nameInText),
      Key(
        "name_in_results",
        .text(.any),
        .defaults(to: "the id"),
        "What the tables of `results` call it, without ` || id:…`",
        example: name
      ),
      Key("alias", .text(.any), .optional, "A second name, shown beside the first", example: id),
      Key(
        "group",
        .text(.any),
        .optional,
        "The heading it stands under in figures; families name it",
        example: "Adiposity"
      ),
      Key("type", .choice(types), .required, "Effects in units, or in log odds", example: type.rawValue),
    ] + measureKeys + sizeKeys(set: sizes) + originKeys + fileKeys(id: id)
  }

  private static let measureKeys: [Key] = [
    Key(
      "units",
      .text(.any),
      .optional,
      "The unit of a continuous trait's effects; absent: as reported",
      example: "SD"
    ),
    Key("unit_size", .text(.any), .optional, "What one unit is", example: "4.77 kg/m²"),
    Key(
      "prevalence",
      .number(NumberRange(from: .excluding(0), to: .excluding(1))),
      .optional,
      "Of a binary trait in the population",
      example: "0.1"
    ),
  ]

  private static func sizeKeys(set: [String]) -> [Key] {
    sizeKeys.map { key in
      var key = key
      key.isInTemplate = set.contains(key.name)
      return key
    }
  }

  private static let sizeKeys: [Key] = [
    Key("sample_size", .integer(1...Int(Int32.max)), .optional, "People in all", example: "339224"),
    Key("cases", .integer(1...Int(Int32.max)), .optional, "Of a binary trait", example: "26676"),
    Key("controls", .integer(1...Int(Int32.max)), .optional, "Of a binary trait", example: "132532"),
  ]

  private static let originKeys: [Key] = [
    Key("ancestry", .text(.any), .optional, "As the source names it", example: "European"),
    Key("cohorts", .list(.text(.any)), .optional, "Studies that took part", example: "[UK Biobank]"),
    Key("genome_build", .text(.any), .optional, "As the source names it", example: "GRCh37"),
    Key("source", .mapping(StudyKeys.source), .optional, "Where the figures come from"),
    Key(
      "p_threshold",
      .number(SettingKeys.threshold),
      .defaults(to: "selection.p_threshold"),
      "The trait's own instruments must have a p below it",
      example: "5e-8"
    ),
    Key(
      "instrument_source",
      .mapping(FurtherSettingKeys.instrumentSource),
      .defaults(to: "what `selection` says"),
      "How the trait's own instruments were chosen"
    ),
  ]

  private static func fileKeys(id: String) -> [Key] {
    let note = id == "T2D" ? "; one file serves every panel trait" : ""
    return [
      Key(
        "instruments",
        .mappingOrScalar(file, key: "file"),
        .optional,
        "Table of the variants selected for this trait, with effects on it",
        example: "\(id)-instruments.tsv",
        isInTemplate: true
      ),
      Key(
        "lookup",
        .mappingOrScalar(file, key: "file"),
        .optional,
        "Table of the partner's instruments, with effects on this trait\(note)",
        example: "\(id)-lookup.tsv",
        isInTemplate: true
      ),
      Key("columns", .mapping(columns), .optional, "Column names of both tables, where they are unusual"),
      Key(
        "gwas",
        .mappingOrScalar(SelectionKeys.genomeWide, key: "file"),
        .optional,
        "Genome-wide summary statistics: instruments are selected from it, and looked up in it, where there is no table "
          + "of them",
        example: "\(id).tsv.gz"
      ),
      Key(
        "gene",
        .mapping(SelectionKeys.gene),
        .optional,
        "The gene that encodes the trait; panel traits only"
      ),
    ]
  }

  /// The file of a look-up or of a trait's instruments.
  private static let file = KeyTable(
    name: "file",
    doc: "`instruments` and `lookup`, where a path alone does not do",
    keys: [
      Key("file", .text(.any), .required, "Path, relative to study.yaml", example: "table.tsv"),
      Key("columns", .mapping(columns), .optional, "Column names of this table; they go before the trait's"),
    ]
  )

  static let columns = KeyTable(
    name: "columns",
    doc: "How a file's header names its columns; usual names are recognised without",
    keys: columnKeys(ColumnRole.allCases)
  )

  private static func columnKeys(_ roles: [ColumnRole]) -> [Key] {
    roles.map { role in
      let words = role.rawValue.replacing("_", with: " ")
      return Key(
        role.rawValue,
        .text(.any),
        .optional,
        "The column that holds the \(words)",
        example: role.headerExample
      )
    }
  }

  private static let harmonised = KeyTable(
    name: "harmonised",
    doc:
      "Tables whose two effects already speak of one allele; each takes the place of both tables of its pair",
    keys: [
      Key("forward", .mappingOrScalar(harmonisedFile, key: "file"), .optional, "Panel trait → disease"),
      Key("reverse", .mappingOrScalar(harmonisedFile, key: "file"), .optional, "Disease → panel trait"),
    ]
  )

  private static let harmonisedFile = KeyTable(
    name: "harmonised file",
    doc: "`harmonised.forward` and `harmonised.reverse`, where a path alone does not do",
    keys: [
      Key("file", .text(.any), .required, "Path, relative to study.yaml", example: "harmonised.tsv"),
      Key("columns", .mapping(columns), .optional, "Column names of this table"),
      Key(
        "note",
        .text(.any),
        .defaults(to: "the trait's note"),
        "What a reader has to know of this pair",
        example: "As published"
      ),
      Key(
        "exposure_source",
        .mapping(pairSource),
        .optional,
        "Where the exposure's figures are not the trait's own"
      ),
      Key(
        "outcome_source",
        .mapping(pairSource),
        .optional,
        "Where the outcome's figures are not the trait's own"
      ),
    ]
  )

  private static let pairSource = KeyTable(
    name: "pair source",
    doc: "The study that one side of one harmonised table was read from",
    keys: StudyKeys.sourceKeys + sizeKeys + [
      Key("ancestry", .text(.any), .optional, "As the source names it", example: "European"),
      Key("units", .text(.any), .optional, "The unit of the effects", example: "SD"),
    ]
  )
}

extension ColumnRole {
  fileprivate var headerExample: String {
    switch self {
    case .variant: "MarkerName"
    case .chromosome: "CHR"
    case .position: "BP"
    case .effectAllele: "Allele1"
    case .otherAllele: "Allele2"
    case .effectAlleleFrequency: "Freq1"
    case .beta: "Effect"
    case .standardError: "StdErr"
    case .pValue: "P-value"
    case .sampleSize: "Total_N"
    case .ratio, .intervalLower, .intervalUpper, .z, .negativeLog10P, .cases, .controls, .imputationQuality:
      rawValue
    }
  }
}
