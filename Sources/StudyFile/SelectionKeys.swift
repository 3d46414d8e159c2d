import StrictYAML
import StudyModel

/// The keys that say how instruments are chosen from genome-wide files.
enum SelectionKeys {
  /// Of `selection`; all but the p threshold need a trait with `gwas`.
  static let keys: [Key] = [
    Key(
      "ld_panel",
      .mappingOrScalar(panel, key: "prefix"),
      .optional,
      "The PLINK 1 panel that tells which variants go together; `gwas` files need it, or `without_panel`",
      example: "panel/EUR"
    ),
    Key(
      "without_panel",
      .choice(SelectionSettings.WithoutPanel.allCases.map(\.rawValue)),
      .optional,
      "In the place of a panel: `distance` lets the smallest p stand for all within `clump_kb`, and the report says so",
      example: SelectionSettings.WithoutPanel.distance.rawValue
    ),
    Key(
      "absent_from_panel",
      .choice(SelectionSettings.AbsentFromPanel.allCases.map(\.rawValue)),
      .defaults(to: standard.absentFromPanel.rawValue),
      "What becomes of a candidate that the panel does not have",
      example: standard.absentFromPanel.rawValue
    ),
    Key("relax", .mapping(relax), .optional, "Larger thresholds where the first leaves too few instruments"),
    Key(
      "proxies",
      .mapping(proxies),
      .optional,
      "Stand-ins for instruments that the outcome's file does not have"
    ),
    Key(
      "min_maf",
      .number(half),
      .defaults(to: "\(filters.minorAlleleFrequency)"),
      "Rarer variants are left out; 0 takes any",
      example: "\(filters.minorAlleleFrequency)"
    ),
    Key(
      "min_minor_alleles_in_cases",
      .number(NumberRange(from: .including(0), to: .including(1e9))),
      .defaults(to: "\(filters.minorAllelesInCases)"),
      "Fewer expected copies among the cases of a binary exposure, 2·cases·MAF, leave a variant out; 0 takes any",
      example: "\(filters.minorAllelesInCases)"
    ),
    Key(
      "min_f",
      .number(NumberRange(from: .including(0), to: .including(1e9))),
      .defaults(to: "any"),
      "A smaller F = (β/σ)² leaves a variant out",
      example: "10"
    ),
    Key(
      "min_imputation_quality",
      .number(share),
      .defaults(to: "any"),
      "A smaller INFO or R² leaves a variant out, where the file tells it",
      example: "0.8"
    ),
    Key(
      "hla",
      .choice(["exclude", "keep"]),
      .defaults(to: "exclude where the disease is immune, keep otherwise"),
      "Whether variants in the extended HLA region, chromosome 6, 25–34 Mb, are left out",
      example: "exclude"
    ),
    Key(
      "location",
      .choice(InstrumentFilters.Location.allCases.map(\.rawValue)),
      .defaults(to: filters.location.rawValue),
      "With respect to the `gene` of each panel trait; the disease's instruments are not asked",
      example: InstrumentFilters.Location.cis.rawValue
    ),
    Key("exclude_regions", .list(.mapping(region)), .optional, "Regions whose variants are left out"),
    Key(
      "exclude_variants",
      .list(.text(.any)),
      .optional,
      "Variants that are left out",
      example: "[rs12075]"
    ),
    Key(
      "confounders",
      .mappingOrScalar(confounders, key: "file"),
      .optional,
      "A table (variant, trait, p) of associations that leave an instrument out",
      example: "confounders.tsv"
    ),
    Key(
      "steiger_filter",
      .boolean,
      .defaults(to: "\(filters.steiger)"),
      "Whether instruments that explain more of the outcome than of the exposure are left out",
      example: "true"
    ),
    Key(
      "unusable_rows",
      .number(share),
      .defaults(to: "\(standard.unusableShare)"),
      "A `gwas` file with a larger share of rows that cannot be used is refused",
      example: "\(standard.unusableShare)"
    ),
  ]

  /// A trait's genome-wide file.
  static let genomeWide = KeyTable(
    name: "gwas",
    doc: "`gwas` of a trait, where a path alone does not do",
    keys: [
      Key("file", .text(.any), .required, "Path, relative to study.yaml", example: "trait.tsv.gz"),
      Key(
        "format",
        .choice(GWASFormat.allCases.map(\.rawValue)),
        .defaults(to: "recognised by the header"),
        "Another format than this is refused",
        example: GWASFormat.finnGen.rawValue
      ),
      Key(
        "build",
        .choice(builds),
        .defaults(to: "what the file, its format or `genome_build` says"),
        "Of the positions; files of different builds are matched by name",
        example: "GRCh38"
      ),
      Key("columns", .mapping(TraitKeys.columns), .optional, "Column names where the format has others"),
    ]
  )

  /// A trait's gene.
  static let gene = KeyTable(
    name: "gene",
    doc: "The gene that encodes a panel trait, for cis and trans instruments",
    keys: [Key("name", .text(.any), .required, "Its symbol", example: "CCL2")] + places + [
      Key(
        "window_kb",
        .number(NumberRange(from: .including(0), to: .including(1e5))),
        .defaults(to: "1000"),
        "How far on either side a variant counts as cis",
        example: "1000"
      )
    ]
  )

  static let builds = ["GRCh37", "GRCh38"]

  private static let standard = SelectionSettings()
  private static let filters = InstrumentFilters()
  private static let share = NumberRange(from: .including(0), to: .including(1))
  private static let half = NumberRange(from: .including(0), to: .including(0.5))

  private static let panel = KeyTable(
    name: "ld_panel",
    doc: "`selection.ld_panel`, where a path alone does not do",
    keys: [
      Key("prefix", .text(.any), .required, "What its .bed, .bim and .fam share", example: "panel/EUR"),
      Key(
        "build",
        .choice(builds),
        .defaults(to: "unknown: variants are found in it by name"),
        "Of its positions",
        example: "GRCh38"
      ),
    ]
  )

  private static let relax = KeyTable(
    name: "relax",
    doc: "`selection.relax`",
    keys: [
      Key(
        "thresholds",
        .list(.number(SettingKeys.threshold)),
        .required,
        "Tried in turn, the smallest first",
        example: "[5e-7, 5e-6]"
      ),
      Key(
        "fewest",
        .integer(1...1000),
        .defaults(to: "3"),
        "Fewer instruments than that are too few",
        example: "3"
      ),
    ]
  )

  private static let proxies = KeyTable(
    name: "proxies",
    doc: "`selection.proxies`",
    keys: [
      Key(
        "r2",
        .number(NumberRange(from: .excluding(0), to: .including(1))),
        .required,
        "In the panel, at least",
        example: "\(ProxySettings().rSquared)"
      ),
      Key(
        "kb",
        .number(NumberRange(from: .excluding(0), to: .including(1e5))),
        .defaults(to: "\(ProxySettings().kilobases)"),
        "Within so many thousand base pairs",
        example: "\(ProxySettings().kilobases)"
      ),
    ]
  )

  private static let places: [Key] = [
    Key("chromosome", .text(.any), .required, "Without `chr`", example: "6"),
    Key("start", .integer(1...1_000_000_000), .required, "First position", example: "25000000"),
    Key("end", .integer(1...1_000_000_000), .required, "Last position", example: "34000000"),
    Key("build", .choice(builds), .required, "Of the positions", example: "GRCh38"),
  ]

  private static let region = KeyTable(
    name: "region",
    doc: "Every element of `selection.exclude_regions`",
    keys: places
  )

  private static let confounders = KeyTable(
    name: "confounders",
    doc: "`selection.confounders`, where a path alone does not do",
    keys: [
      Key("file", .text(.any), .required, "Path, relative to study.yaml", example: "confounders.tsv"),
      Key(
        "p_threshold",
        .number(SettingKeys.threshold),
        .defaults(to: "5e-8"),
        "Only associations with a p below it count",
        example: "5e-8"
      ),
    ]
  )
}
