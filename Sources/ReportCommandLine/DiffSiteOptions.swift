import ArgumentParser
import Reporting
import StaticSite

/// Where the pages of a comparison go and what they link to.
struct DiffSiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the comparison’s pages: new, empty, or a site that mrreport wrote, which is replaced.",
      valueName: "dir"
    )
  )
  var site: String?
  @Option(
    help: ArgumentHelp(
      "The front page of the older release’s own report, as the pages are to link to it (older/index.html).",
      valueName: "href"
    )
  )
  var olderReport: String?
  @Option(
    help: ArgumentHelp(
      "The same of the newer release; traits then link to its pages.",
      valueName: "href"
    )
  )
  var newerReport: String?

  func validate() throws {
    if site?.isEmpty == true { throw ValidationError("--site is empty; name the folder of the pages.") }
    for (name, href) in [("--older-report", olderReport), ("--newer-report", newerReport)] {
      guard let href else { continue }
      if site == nil { throw ValidationError("\(name) is for the pages that --site writes.") }
      if !Self.isPage(href) {
        throw ValidationError(
          "\(name) is to be a page by its relative path or its https address, not \"\(href)\"."
        )
      }
    }
  }

  /// Neither a script nor a path that is another one on another machine.
  private static func isPage(_ href: String) -> Bool {
    let scheme = href.lowercased().prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return !href.isEmpty && !href.hasPrefix("/")
      && (!scheme.contains(":") || ["http:", "https:"].contains(scheme))
  }

  /// Throws what can be known to be wrong before anything is compared; `output` is the comparison’s own folder.
  func check(releases: [String], besides output: String?) throws {
    guard let site else { return }
    let place = OutputPlace(site)
    try place.checkApart(from: releases)
    try place.checkOutsideOfReleasesAndSites()
    if let output { try place.checkApart(from: output, called: "the folder of the comparison") }
    try SiteWriter().checkMayWrite(to: site)
  }

  func write(_ comparison: WrittenComparison, templates: TemplateLibrary, options: CommonOptions) throws {
    guard let site else { return }
    let pages = DiffSite(comparison, templates: templates, reports: (olderReport, newerReport))
    var links = LinkChecker()
    try SiteWriter().write(to: site) { sink in
      try pages.write { file in
        try sink.add(file)
        links.add(file)
      }
    }
    for broken in links.brokenLinks() where !isBeside(broken.link) { Console.error("warning: \(broken)") }
  }

  /// Whether a link leads to a report that another command writes.
  private func isBeside(_ link: String) -> Bool {
    [olderReport, newerReport].compactMap { $0 }.contains { report in
      let folder = report.lastIndex(of: "/").map { String(report[...$0]) } ?? ""
      return link == report || link.hasPrefix(folder + "traits/")
    }
  }
}
