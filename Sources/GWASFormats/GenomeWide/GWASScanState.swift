import Foundation
import StudyModel

/// What has been made of a file so far.
struct GWASScanState {
  private let path: String
  private let displayName: String
  private let mapping: ColumnMapping
  private let query: GWASQuery
  private var scan: GWASScan?
  private var table: DelimitedRowParser?
  private var vcf: VCFRowParser?
  /// The row in hand: one for all lines, for it is too large to be handed on by value millions of times.
  private var row = RawRow()
  private var vcfHeader = VCFHeader()
  private var unusable = UnusableRowTally()
  private var plausibility = Plausibility()
  private var witnessNames = WantedVariants()

  init(path: String, displayName: String, mapping: ColumnMapping, query: GWASQuery) {
    self.path = path
    self.displayName = displayName
    self.mapping = mapping
    self.query = query
    for (index, name) in BuildWitnesses.names.enumerated() { witnessNames.add(name: name, variant: index) }
  }

  /// Whether the columns are known.
  var isHeaderRead: Bool { scan != nil }

  /// The rows of wanted variants so far.
  var found: [(variant: Int, row: VariantAssociation)] { scan?.found ?? [] }

  mutating func take(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws(InputError) {
    if table != nil {
      guard !line.isEmpty else { return }
      table?.read(line, into: &row)
      try takeRow(line, number)
    } else if let parser = vcf {
      try take(line, number, by: parser)
    } else {
      try takeHeader(line, number)
    }
  }

  private mutating func take(
    _ line: UnsafeBufferPointer<UInt8>,
    _ number: Int,
    by parser: VCFRowParser
  ) throws(InputError) {
    var parser = parser
    vcf = nil
    var failure: InputError?
    parser.forEachRow(line) { next in
      guard failure == nil else { return }
      row = next
      do throws(InputError) { try takeRow(line, number) } catch { failure = error }
    }
    vcf = parser
    if let failure { throw failure }
  }

  // MARK: The header

  private mutating func takeHeader(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws(InputError) {
    if number == 1, line.isEmpty {
      throw problem("the first line is empty where the header belongs", "begin the file with its header", 1)
    }
    if line.starts(with: "##".utf8) || number > 1 { return try takeVCFHeader(line, number) }
    let delimiter = Delimiter(header: line)
    guard let text = String(validating: line, as: UTF8.self), !line.contains(0) else {
      throw problem("the header is not text", "name a table of summary statistics, plain or compressed", 1)
    }
    var splitter = RecordSplitter(delimiter: delimiter)
    guard splitter.split(line) == .complete, splitter.fields.count > 1 else {
      throw problem(
        "the first line names one column, “\(TableHeader.shown(text))”",
        "save the table with tabs, commas or spaces between its columns",
        1
      )
    }
    let names = splitter.fields.map { String(decoding: splitter.text[$0], as: UTF8.self) }
    let header = TableHeader(names: names, delimiter: delimiter)
    var problems = ProblemList(file: displayName)
    for name in header.repeatedNames {
      problems.add(line: 1, "the header names the column “\(TableHeader.shown(name))” more than once")
    }
    let columns = GWASColumns(header: header, mapping: mapping, &problems)
    try problems.check()
    try checkFormat(columns.format)
    var facts = GWASFacts()
    if columns.format == .gwasSSF { facts = try SSFMetadata.facts(besides: path, displayName) }
    if facts.genomeBuild == nil, header.names.contains("hm_code"), columns.format == .gwasSSF {
      (facts.genomeBuild, facts.buildSource) = ("GRCh38", "the GWAS Catalog's harmonised format")
    }
    if facts.genomeBuild == nil, let build = columns.format.genomeBuild {
      (facts.genomeBuild, facts.buildSource) = (build, "the format \(columns.format.title)")
    }
    let offset = facts.isZeroBased ? 1 : 0
    table = DelimitedRowParser(header: header, columns: columns, positionOffset: offset)
    scan = GWASScan(columns: columns, facts: facts)
  }

  private mutating func takeVCFHeader(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws(InputError) {
    guard line.first == UInt8(ascii: "#"), let text = String(validating: line, as: UTF8.self) else {
      throw problem("the VCF has no line that names its columns", "copy or download it again", number)
    }
    guard vcfHeader.take(text) else { return }
    guard vcfHeader.isGWAS else {
      throw problem("the VCF holds no effects (no FORMAT field ES)", "give a GWAS-VCF", number)
    }
    guard vcfHeader.columns.count == 10 else {
      throw problem(
        "the VCF holds \(max(0, vcfHeader.columns.count - 9)) studies",
        "take one out, with 'bcftools view -s NAME'",
        number
      )
    }
    try checkFormat(.gwasVCF)
    var facts = GWASFacts()
    facts.genomeBuild = vcfHeader.genomeBuild
    if facts.genomeBuild != nil { facts.buildSource = "its header" }
    (facts.cases, facts.controls) = (vcfHeader.cases, vcfHeader.controls)
    vcf = VCFRowParser(columns: 10)
    scan = GWASScan(columns: .vcf, facts: facts)
  }

  private func checkFormat(_ format: GWASFormat) throws(InputError) {
    guard let wanted = query.format, wanted != format else { return }
    throw problem(
      "the file is of the format \(format.title), where study.yaml says \(wanted.title)",
      "name the file that was meant, or correct 'format'",
      1
    )
  }

  // MARK: The rows

  private mutating func takeRow(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) throws(InputError) {
    scan?.rowCount += 1
    if row.isOtherTest {
      scan?.otherTestRows += 1
      return
    }
    if scan?.facts.isPLogarithmic == true { row.readLogarithmicP() }
    row.check()
    if let fault = row.fault { return unusable.add(fault, line: number, line) }
    if number % Plausibility.stride == 0 || number < 100 { plausibility.take(row, line: number) }
    if let people = row.effect.sampleSize { widen(people) }
    let p = row.p
    let isCandidate = countSignificance(p ?? 0)
    let found = query.wanted.isEmpty ? [] : query.wanted.find(row)
    let isWitness = BuildWitnesses.mayStand(at: row.position) && !witnessNames.find(row).isEmpty
    guard isCandidate || !found.isEmpty || isWitness else { return }
    guard let association = row.association(line: number) else {
      if let fault = row.fault { unusable.add(fault, line: number, line) }
      return
    }
    if isWitness { scan?.witnesses.take(association.variant) }
    if isCandidate { try keep(association, number) }
    for variant in found { scan?.found.append((variant, association)) }
  }

  /// Counts the row among the significant ones; whether it is a candidate. A p that is missing or printed as 0 comes from
  /// the effect.
  private mutating func countSignificance(_ printed: Double) -> Bool {
    var p = printed
    if p == 0 {
      var whole = row.effect
      whole.pValue = row.printedP
      p = (try? whole.effect())?.effect.pValue?.value ?? 1
    }
    if p < 5e-6 {
      scan?.suggestive += 1
      if p < 5e-8 { scan?.genomeWideSignificant += 1 }
    }
    return query.pThreshold.map { p < $0 } ?? false
  }

  private mutating func keep(_ association: VariantAssociation, _ number: Int) throws(InputError) {
    scan?.candidates.append(association)
    guard let count = scan?.candidates.count, count > GWASQuery.mostCandidates else { return }
    throw problem(
      "more than \(GWASQuery.mostCandidates) rows have a p below \(query.pThreshold ?? 0)",
      "set a smaller p_threshold, or check that the column of p is the right one",
      number
    )
  }

  private mutating func widen(_ people: Double) {
    guard let range = scan?.sampleSizes else {
      scan?.sampleSizes = people...people
      return
    }
    if !range.contains(people) {
      scan?.sampleSizes = min(people, range.lowerBound)...max(people, range.upperBound)
    }
  }

  // MARK: The end

  func finish() throws(InputError) -> GWASScan {
    guard var scan else { throw problem("the file is empty", "give a table of summary statistics", nil) }
    guard scan.rowCount > 0 else { throw problem("the file has a header and no rows", "copy it again", nil) }
    let rows = scan.rowCount - scan.otherTestRows
    guard rows > 0 else {
      throw problem("no row is of the additive model", "test with it: the effect has to be one allele's", nil)
    }
    scan.unusableCount = unusable.count
    scan.unusable = unusable.list
    if Double(unusable.count) > query.unusableShare * Double(rows) {
      scan.problems += unusableProblems(rows)
    }
    // Columns that hold something else give faults of other kinds first.
    if scan.problems.isEmpty, let problem = plausibility.problem(displayName) {
      scan.problems.append(problem)
    }
    guard scan.problems.isEmpty || query.isInspection else { throw InputError(scan.problems) }
    return scan
  }

  private func unusableProblems(_ rows: Int) -> [InputProblem] {
    let percent = (100 * query.unusableShare).formatted(.number.locale(Locale(identifier: "en_GB")))
    let head = InputProblem(
      file: displayName,
      summary: "\(unusable.count) of \(rows) rows cannot be used, more than \(percent) %",
      remedy:
        "name other columns if these are not the ones that were meant, or correct the file"
    )
    return [head]
      + unusable.list.flatMap { reason in
        reason.examples.map {
          InputProblem(
            file: displayName,
            line: $0.line,
            summary: "\(reason.reason.words) (\(reason.count) rows): \($0.text)"
          )
        }
      }
  }

  private func problem(_ summary: String, _ remedy: String, _ line: Int?) -> InputError {
    InputError(InputProblem(file: displayName, line: line, summary: summary, remedy: remedy))
  }
}

extension GWASColumns {
  /// A GWAS-VCF's fields are where its format says.
  static let vcf = GWASColumns(
    format: .gwasVCF,
    names: [
      .variant: ["ID"], .chromosome: ["CHROM"], .position: ["POS"], .effectAllele: ["ALT"],
      .otherAllele: ["REF"],
      .beta: ["ES"], .standardError: ["SE"], .negativeLog10P: ["LP"], .effectAlleleFrequency: ["AF"],
      .sampleSize: ["SS"], .imputationQuality: ["SI"],
    ]
  )

  private init(format: GWASFormat, names: [ColumnRole: [String]]) {
    self.format = format
    self.names = names
    indices = [:]
    alleleColumns = nil
    testColumn = nil
  }
}

extension RawRow {
  /// Takes the p column for −log₁₀ p.
  fileprivate mutating func readLogarithmicP() {
    guard case .number(let value) = pNumber else { return }
    effect.negativeLog10P = value
    (pValue, pNumber) = (nil, .missing)
  }
}
