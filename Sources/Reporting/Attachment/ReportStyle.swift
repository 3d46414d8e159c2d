import Charts
import Foundation
import ReleaseFormat

/// The style of the report in one file: that of the site, and what only paper and a single file need.
struct ReportStyle {
  let templates: TemplateLibrary

  /// - Parameters:
  ///   - title: at the head of every printed page.
  ///   - date: at its foot.
  func text(title: String, date: String) throws -> String {
    let parts = try ["assets/site.css", "attachment/report.css"].map { path in
      guard let bytes = templates.file(path) else { throw ReportingError.missingAsset(path) }
      return String(decoding: bytes, as: UTF8.self)
    }
    return parts[0] + "\n" + ChartStyle.rules
      + "\n@media (forced-colors: active) {\n:root {\(ChartStyle.forcedProperties)}\n\(ChartStyle.forcedRule)}\n"
      + parts[1]
      + "\n@page {\n@top-left { content: \(Self.quoted(title)); }\n@bottom-left { content: \(Self.quoted(date)); }\n}\n"
  }

  /// What a Content-Security-Policy allows the style by.
  static func hash(_ style: String) -> String {
    let hex = ContentDigest.sha256(Array(style.utf8))
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap { offset -> UInt8? in
      let start = hex.index(hex.startIndex, offsetBy: offset)
      return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16)
    }
    return "sha256-" + Data(bytes).base64EncodedString()
  }

  /// A string of CSS that cannot end the style element either.
  private static func quoted(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.value >= 0x20 && !"\\\"<>&".unicodeScalars.contains(scalar)
      return isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return "\"" + scalars.joined() + "\""
  }
}
