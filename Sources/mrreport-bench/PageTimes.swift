import ReleaseFormat
import Reporting

/// The times of a site's pages, taken as they leave the renderer: a page's time is that since the page before, so that
/// its Markdown, its figures and their tables are in it.
struct PageTimes {
  private(set) var site = Timing()
  private(set) var frontPage = Timing()
  private(set) var traitPages = Timing()

  /// Renders the site of a release once to warm up, and three times under the clock.
  init(of release: OpenRelease) throws {
    let site = StudySite([try ReportSource(release)], templates: try .embedded())
    try site.write { keep($0) }
    for _ in 0..<Timing.fewestRuns { try time(site) }
  }

  private mutating func time(_ site: StudySite) throws {
    let start = Moment()
    var last = start
    try site.write { file in
      guard file.path.hasSuffix(".html") else { return keep(file) }
      let now = Moment()
      let parts = file.path.split(separator: "/")
      if parts.contains("traits") {
        traitPages.append(now.since(last))
      } else if parts.count == 2, parts.last == "index.html" {
        frontPage.append(now.since(last))
      }
      last = now
    }
    self.site.append(Moment().since(start))
  }
}
