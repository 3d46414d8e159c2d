import StudyModel

/// A table that study.yaml names.
package struct FileReference: Hashable, Sendable {
  /// As study.yaml writes it: absolute, or relative to the folder of study.yaml.
  package var path: String
  package var columns: ColumnMapping

  package init(path: String, columns: ColumnMapping = ColumnMapping()) {
    self.path = path
    self.columns = columns
  }
}

/// A file of genome-wide summary statistics that study.yaml names.
package struct GenomeWideFile: Hashable, Sendable {
  package var file: FileReference
  /// The format that it has to have; nil takes any.
  package var format: GWASFormat?
  /// Of its positions, `GRCh37` or `GRCh38`; nil where study.yaml does not say.
  package var build: String?

  package init(file: FileReference, format: GWASFormat? = nil, build: String? = nil) {
    self.file = file
    self.format = format
    self.build = build
  }
}

/// The PLINK 1 panel that study.yaml names.
package struct PanelReference: Hashable, Sendable {
  /// What its three files share, as study.yaml writes it.
  package var prefix: String
  /// Of its positions; nil where study.yaml does not say.
  package var build: String?

  package init(prefix: String, build: String? = nil) {
    self.prefix = prefix
    self.build = build
  }

  /// Its three files, as study.yaml would name them.
  package var files: [String] { ["bed", "bim", "fam"].map { "\(prefix).\($0)" } }
}

/// Where the effects on one side of a pair come from.
package enum VariantFile: Hashable, Sendable {
  /// A table of selected variants.
  case table(FileReference)
  case genomeWide(GenomeWideFile)

  package var file: FileReference {
    switch self {
    case .table(let file): file
    case .genomeWide(let genomeWide): genomeWide.file
    }
  }
}

/// The tables that one pair is computed from.
package enum PairFiles: Hashable, Sendable {
  /// The exposure's instruments and their look-up in the outcome; nil for the one that was not supplied.
  case tables(instruments: VariantFile?, lookup: VariantFile?)
  /// One table that holds both sides.
  case harmonised(FileReference)
  /// Another tool's result tables, which hold many pairs of one direction.
  case results(ResultFiles)
  /// Neither was supplied.
  case none
}

/// The result tables of one direction.
package struct ResultFiles: Hashable, Sendable {
  package var estimates: FileReference
  package var heterogeneity: FileReference?
  package var pleiotropy: FileReference?

  package init(
    estimates: FileReference,
    heterogeneity: FileReference? = nil,
    pleiotropy: FileReference? = nil
  ) {
    self.estimates = estimates
    self.heterogeneity = heterogeneity
    self.pleiotropy = pleiotropy
  }
}
