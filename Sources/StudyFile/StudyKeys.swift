import StrictYAML
import StudyModel

/// The keys of study.yaml.
enum StudyKeys {
  static let study = KeyTable(
    name: "study",
    doc: "The top level of study.yaml",
    keys: [
      Key(
        "id",
        .text(.identifier),
        .required,
        "Permanent name: files, URLs and comparisons use it",
        example: "my-study"
      ),
      Key(
        "title",
        .text(.any),
        .required,
        "Heads the report",
        example: "Body mass index and type 2 diabetes"
      ),
      Key(
        "question",
        .text(.any),
        .required,
        "What the study asks, in one sentence",
        example: "Does body mass index change the risk of type 2 diabetes, or the disease body mass index?"
      ),
      Key("authors", .list(.text(.any)), .required, "Who made this analysis", example: "[Your Name]"),
      Key(
        "date",
        .text(.date),
        .required,
        "The date of the release; never taken from the clock",
        example: "2026-11-24"
      ),
      Key("seed", .integer(0...Int.max), .required, "Seeds every random stream", example: "20261124"),
      Key(
        "notes",
        .list(.text(.any)),
        .optional,
        "What a reader has to know before the results; printed on the front page",
        example: "[All samples are Finnish]"
      ),
      Key("source", .mapping(source), .optional, "How the study's own data are to be cited"),
      Key(
        "disease",
        .mapping(TraitKeys.disease),
        .required,
        "The disease, which stands against every panel trait"
      ),
      Key("panel", .mapping(panel), .required, "The list of traits"),
      Key(
        "results",
        .mapping(ResultKeys.results),
        .optional,
        "Another tool's results, where there are no tables of variants"
      ),
      Key("selection", .mapping(SettingKeys.selection), .optional, "Which instruments are used"),
      Key(
        "truth",
        .text(.any),
        .optional,
        "What simulated figures were drawn from, as `simulate` writes it: every page then says that they are simulated",
        example: "truth.json"
      ),
      Key(
        "published",
        .text(.any),
        .optional,
        "A table of published estimates of the same pairs, which get a page of their own",
        example: "published.tsv"
      ),
      Key("harmonisation", .mapping(SettingKeys.harmonisation), .optional, "How alleles are aligned"),
      Key(
        "strobe",
        .mapping(StrobeKeys.strobe),
        .optional,
        "What a release cannot know and the STROBE-MR checklist asks for, item by item"
      ),
    ] + SettingKeys.analysis
  )

  static let panel = KeyTable(
    name: "panel",
    doc: "The list of traits that stand against the disease",
    keys: [
      Key("name", .text(.any), .required, "In the plural, within a sentence", example: "metabolic traits"),
      Key("member", .text(.any), .required, "One of them, within a sentence", example: "metabolic trait"),
      Key(
        "traits",
        .list(.mapping(TraitKeys.panelTrait)),
        .required,
        "The traits in the order of the report"
      ),
    ]
  )

  static let source = KeyTable(
    name: "source",
    doc: "Where figures come from: `source` of the study or of a trait",
    keys: sourceKeys
  )

  static let sourceKeys: [Key] = [
    Key("accession", .text(.any), .optional, "In the catalogue that holds the figures", example: "ieu-a-2"),
    Key(
      "citation",
      .text(.any),
      .optional,
      "As a reference list prints it",
      example: "Locke AE et al. Nature 2015"
    ),
    Key("doi", .text(.doi), .optional, "Without the resolver's address", example: "10.1038/nature14177"),
    Key("pmid", .text(.pmid), .optional, "In PubMed", example: "25673413"),
    Key(
      "url",
      .text(.webAddress),
      .optional,
      "Where the figures can be had",
      example: "https://www.ebi.ac.uk/gwas/"
    ),
    Key("licence", .text(.any), .optional, "Under which the figures may be used", example: "CC0"),
  ]

  static let sampleOverlap = KeyTable(
    name: "sample_overlap",
    doc:
      "People who are in both samples of a pair: `sample_overlap` of the study or of a panel trait",
    keys: [
      Key(
        "fraction",
        .number(NumberRange(from: .including(0), to: .including(1))),
        .optional,
        "Share of the smaller sample that is also in the larger one",
        example: "0.1"
      ),
      Key("note", .text(.any), .optional, "In words", example: "Both include UK Biobank"),
    ]
  )
}
