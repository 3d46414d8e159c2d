import Charts
import Foundation
import Reporting
import Testing

/// A figure in a page takes its colours from the stylesheet, and the same figure by itself from `Ink`.
@Test(arguments: Ink.allCases)
func figuresHaveTheSameColoursInAPageAndAlone(ink: Ink) throws {
  let bytes = try #require(try TemplateLibrary.embedded().asset("site.css"))
  let parts = String(decoding: bytes, as: UTF8.self)
    .components(separatedBy: "@media screen and (prefers-color-scheme: dark)")
  try #require(parts.count == 2)
  #expect(parts[0].contains("\(ink.property): \(ink.light.lowercased());"))
  #expect(parts[1].contains("\(ink.property): \(ink.dark.lowercased());"))
}
