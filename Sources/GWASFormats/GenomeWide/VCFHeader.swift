import StudyModel

/// What the header of a GWAS-VCF tells beside its columns.
struct VCFHeader {
  private(set) var genomeBuild: String?
  private(set) var cases: Int?
  private(set) var controls: Int?
  private(set) var isGWAS = false
  /// Of the line that names them.
  private(set) var columns: [String] = []

  /// Takes a line that begins with `#`; true where it is the last one of the header.
  mutating func take(_ text: String) -> Bool {
    guard text.hasPrefix("##") else {
      columns = text.dropFirst().split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return true
    }
    if text.hasPrefix("##FORMAT=<ID=ES,") { isGWAS = true }
    if text.hasPrefix("##contig="), genomeBuild == nil { genomeBuild = Self.build(ofContig: text) }
    if text.hasPrefix("##SAMPLE=") {
      cases = Self.number("TotalCases", in: text)
      controls = Self.number("TotalControls", in: text)
    }
    return false
  }

  /// The assembly by its name, or by the length of chromosome 1.
  private static func build(ofContig text: String) -> String? {
    if let name = value("assembly", in: text), let build = GenomeBuild.named(name) { return build }
    guard ["1", "chr1"].contains(value("ID", in: text)) else { return nil }
    switch value("length", in: text) {
    case "249250621": return "GRCh37"
    case "248956422": return "GRCh38"
    default: return nil
    }
  }

  private static func number(_ key: String, in text: String) -> Int? {
    value(key, in: text).flatMap(Int.init)
  }

  private static func value(_ key: String, in text: String) -> String? {
    let inner = text.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
    for part in inner.split(separator: ",") where part.hasPrefix("\(key)=") {
      return String(part.dropFirst(key.count + 1))
    }
    return nil
  }
}
