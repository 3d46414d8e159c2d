import ArgumentParser
import Attachments
import Foundation
import ReleaseFormat
import Reporting
import StaticSite
import StudyModel

struct AttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Make what a manuscript's supplement needs of a release.",
    discussion: """
      Writes report.html and report.pdf, supplementary-tables.xlsx (S1 to S8), figures at journals' widths, the methods \
      and the STROBE-MR checklist as Markdown and DOCX, and MANIFEST.tsv with the SHA-256 of each. PDF, DOCX and PNG \
      are made by other programs (Chromium or WeasyPrint, pandoc, rsvg-convert); what is not installed is said.

      Examples:
        mrreport attach --release release --output supplement
        mrreport attach --release release --output supplement --trait CRP --only report --only tables
      """
  )

  @OptionGroup var options: CommonOptions
  @Option(help: ArgumentHelp("The folder of a release.", valueName: "dir"))
  var release: String
  @OptionGroup var site: SiteOptions
  @Option(help: ArgumentHelp("Make this alone; may be given several times.", valueName: "kind"))
  var only: [AttachmentFiles.Kind] = []

  func run() throws {
    try site.check(releases: [release])
    let sources = try collectingProblems(of: [release]) { try ReportSource(ReleaseDirectory.open($0)) }
    try site.check(sources.map(\.design), names: [release])
    let traits = site.trait.compactMap(TraitID.init(rawValue:))
    let attachment = try StudyAttachment(
      sources[0],
      templates: try site.library(),
      traits: traits.isEmpty ? nil : traits
    )
    let files = AttachmentFiles(
      attachment,
      kinds: Set(only.isEmpty ? AttachmentFiles.Kind.allCases : only),
      searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "",
      notice: { Console.error("note: \($0)") }
    )
    var count = 0
    try SiteWriter().write(to: site.output) { sink in
      try files.write { try sink.add($0) }
      count = sink.count
    }
    options.say("\(site.output): wrote \(count) files; MANIFEST.tsv lists them")
  }
}

extension AttachmentFiles.Kind: ExpressibleByArgument {}
