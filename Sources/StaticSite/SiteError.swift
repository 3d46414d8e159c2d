/// A site that cannot be written; the sentences are for the person who asked for it.
package struct SiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Each names the path it is about.
  package var problems: [String]

  package init(_ problems: [String]) { self.problems = problems }

  package init(_ problem: String) { problems = [problem] }

  package var description: String { problems.joined(separator: "\n") }
}
