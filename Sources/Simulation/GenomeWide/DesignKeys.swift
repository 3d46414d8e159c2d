import StrictYAML
import StudyModel

/// The keys of a design.
enum DesignKeys {
  static let design = KeyTable(
    name: "design",
    doc: "The top level of a simulation's design",
    keys: [
      Key("name", .text(.identifier), .required, "In a word", example: "planted"),
      Key("seed", .integer(0...Int.max), .required, "Seeds loci, noise and rows", example: "1"),
      Key("panel", .mapping(panel), .optional, "The people, where no panel is given"),
      Key("traits", .list(.mapping(trait)), .optional, "The continuous traits; here or in `traits_table`"),
      Key(
        "traits_table",
        .text(.any),
        .optional,
        "A table of traits with the columns id, n, file, real and chance, tab-separated",
        example: "traits.tsv"
      ),
      Key("disease", .mapping(disease), .required, "The binary trait"),
      Key("effects", .list(.mapping(effect)), .optional, "Causal effects; all others are 0"),
      Key(
        "noise_correlation",
        .number(NumberRange(from: .including(0), to: .excluding(1))),
        .defaults(to: "0"),
        "Of the noise of any two traits at one variant, for they were measured in the same people",
        example: "0.2"
      ),
      Key(
        "overlap_correlation",
        .number(NumberRange(from: .excluding(-1), to: .excluding(1))),
        .defaults(to: "0"),
        "Of the noise of any trait with the disease's, for samples overlap",
        example: "0.02"
      ),
      Key(
        "pleiotropy",
        .mapping(pleiotropy),
        .optional,
        "Loci that act on the disease by another way as well"
      ),
      Key(
        "p_threshold",
        .number(NumberRange(from: .excluding(0), to: .excluding(1))),
        .defaults(to: "5e-6"),
        "Chance hits have a p below it",
        example: "5e-6"
      ),
    ]
  )

  private static let panel = KeyTable(
    name: "panel",
    doc: "`panel`",
    keys: [
      Key("seed", .integer(0...Int.max), .defaults(to: "1"), "Of the people alone", example: "1"),
      Key("people", .integer(4...100_000), .defaults(to: "2000"), "In all", example: "2000"),
      Key(
        "windows",
        .integer(1...StudySimulation.mostWindows),
        .defaults(to: "200"),
        "Stretches of the autosomes, more than 10 Mb apart",
        example: "200"
      ),
      Key("variants_per_window", .integer(1...5000), .defaults(to: "75"), "With MAF ≥ 1 %", example: "75"),
      Key(
        "window_kb",
        .number(NumberRange(from: .excluding(0), to: .including(1000))),
        .defaults(to: "500"),
        "Length of a stretch",
        example: "500"
      ),
      Key(
        "split",
        .boolean,
        .defaults(to: "true"),
        "Whether one half of the people draws and the other half is written as the panel",
        example: "true"
      ),
    ]
  )

  private static let lociKeys: [Key] = [
    Key("real", .integer(0...10_000), .required, "Loci that act on the trait", example: "2"),
    Key("chance", .integer(0...10_000), .required, "Loci whose noise passes the threshold", example: "5"),
    Key(
      "lambda",
      .list(.number(NumberRange(from: .including(0), to: .including(100)))),
      .defaults(to: "[6, 9]"),
      "Smallest and largest expected |z| of a real locus",
      example: "[6, 9]"
    ),
    Key(
      "maf",
      .number(NumberRange(from: .including(0), to: .including(0.45))),
      .defaults(to: "0.05"),
      "Rarer variants are no loci",
      example: "0.2"
    ),
  ]

  private static let trait = KeyTable(
    name: "simulated trait",
    doc: "Every element of `traits`",
    keys: [
      Key("id", .text(.identifier), .required, "That of study.yaml", example: "CCL2"),
      Key("n", .integer(10...100_000_000), .required, "People", example: "8293"),
      Key(
        "file",
        .text(.fileName),
        .required,
        "Name of the file of summary statistics",
        example: "ccl2.txt.gz"
      ),
    ] + lociKeys
  )

  private static let disease = KeyTable(
    name: "simulated disease",
    doc: "`disease`",
    keys: [
      Key("id", .text(.identifier), .required, "That of study.yaml", example: "PM"),
      Key("cases", .integer(5...100_000_000), .required, "People with the disease", example: "119"),
      Key("controls", .integer(5...100_000_000), .required, "People without", example: "213145"),
      Key(
        "file",
        .text(.fileName),
        .required,
        "Name of the file of summary statistics",
        example: "finngen.gz"
      ), Key("later", .mapping(later), .optional, "A later release, which holds the people of this one"),
    ] + lociKeys
  )

  private static let later = KeyTable(
    name: "later release",
    doc: "`later` of the disease",
    keys: [
      Key("cases", .integer(5...100_000_000), .required, "People with the disease, in all", example: "412"),
      Key("controls", .integer(5...100_000_000), .required, "People without, in all", example: "499900"),
      Key("file", .text(.fileName), .required, "Name of its file", example: "finngen_R12.gz"),
    ]
  )

  private static let effect = KeyTable(
    name: "effect",
    doc: "Every element of `effects`",
    keys: [
      Key("trait", .text(.identifier), .required, "Of the panel", example: "CCL2"),
      Key(
        "direction",
        .choice(Direction.allCases.map(\.rawValue)),
        .required,
        "Whether it acts on the disease or is acted upon",
        example: "forward"
      ),
      Key(
        "effect",
        .number(NumberRange(from: .including(-100), to: .including(100))),
        .required,
        "Log odds per SD (forward), SD per log odds (reverse)",
        example: "0.5"
      ),
    ]
  )

  private static let pleiotropy = KeyTable(
    name: "pleiotropy",
    doc: "`pleiotropy`",
    keys: [
      Key(
        "share",
        .number(NumberRange(from: .including(0), to: .including(1))),
        .defaults(to: "0"),
        "Of each trait's real loci",
        example: "0.3"
      ),
      Key(
        "size",
        .number(NumberRange(from: .including(0), to: .including(100))),
        .defaults(to: "2"),
        "Expected |z| that it adds to the disease's",
        example: "2"
      ),
    ]
  )
}

extension TextRule {
  /// An identifier that study.yaml may have.
  fileprivate static let identifier = TextRule(name: "identifier") { text in
    StudyID.isValid(text)
      ? nil
      : (
        "'\(text.prefix(80))' is not an identifier",
        "use letters (A-Z), digits, '-' and '_' only, at most 64, beginning with a letter or digit"
      )
  }

  /// A file's name without folders, of none that a simulation writes besides.
  fileprivate static let fileName = TextRule(name: "file name") { text in
    guard !text.isEmpty, !text.hasPrefix("."), !text.contains("/") else {
      return ("'\(text)' is no name of a file", "write the name alone, without folders")
    }
    let own =
      ["bed", "bim", "fam"].map { "\(StudySimulation.panelName).\($0)" } + [StudySimulation.truthName]
    return own.contains(text) ? ("'\(text)' is written by the simulation itself", "choose another") : nil
  }
}
