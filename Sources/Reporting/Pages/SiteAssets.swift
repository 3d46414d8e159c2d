import Charts
import StaticSite

/// The stylesheet and the script that every site of ours has.
struct SiteAssets {
  let templates: TemplateLibrary

  /// - Throws: where the templates lack one.
  func files() throws -> [SiteFile] {
    let style =
      try text(of: "site.css") + "\n/* The marks of the figures */\n\n" + ChartStyle.rules
      + "\n@media (forced-colors: active) {\n:root {\(ChartStyle.forcedProperties)}\n\(ChartStyle.forcedRule)}\n"
    let further = templates.assetNames.filter { !["site.css", "words.tsv"].contains($0) }
    return [SiteFile(path: "assets/site.css", text: style)]
      + further.compactMap { name in
        templates.asset(name).map { SiteFile(path: "assets/\(name)", bytes: $0) }
      }
  }

  private func text(of asset: String) throws -> String {
    guard let bytes = templates.asset(asset) else { throw ReportingError.missingAsset(asset) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
