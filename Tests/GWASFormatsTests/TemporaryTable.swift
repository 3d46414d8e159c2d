import Foundation
import GWASFormats
import StudyModel

/// A file in the system's temporary folder that goes when the last reference does.
final class TemporaryTable {
  let path: String

  init(_ bytes: [UInt8]) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(bytes).write(to: url)
    path = url.path
  }

  convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func associations(_ columns: [ColumnRole: String] = [:]) throws(InputError) -> AssociationTable {
    defer { withExtendedLifetime(self) {} }
    return try reader(columns).readAssociations()
  }

  func harmonised(_ columns: [ColumnRole: String] = [:]) throws(InputError) -> HarmonisedTable {
    defer { withExtendedLifetime(self) {} }
    return try reader(columns).readHarmonised()
  }

  /// What is wrong with the file as a table of associations; empty where nothing is.
  func problems(_ columns: [ColumnRole: String] = [:]) -> [InputProblem] {
    do throws(InputError) {
      _ = try associations(columns)
      return []
    } catch {
      return error.problems
    }
  }

  /// What is wrong with the file as a harmonised table.
  func harmonisedProblems(_ columns: [ColumnRole: String] = [:]) -> [InputProblem] {
    do throws(InputError) {
      _ = try harmonised(columns)
      return []
    } catch {
      return error.problems
    }
  }

  func estimates() throws(InputError) -> ResultTable<SuppliedEstimate> {
    defer { withExtendedLifetime(self) {} }
    return try reader([:]).readEstimates()
  }

  func heterogeneity() throws(InputError) -> ResultTable<SuppliedHeterogeneity> {
    defer { withExtendedLifetime(self) {} }
    return try reader([:]).readHeterogeneity()
  }

  func pleiotropy() throws(InputError) -> ResultTable<SuppliedPleiotropy> {
    defer { withExtendedLifetime(self) {} }
    return try reader([:]).readPleiotropy()
  }

  /// What is wrong with the file as a table of results.
  func resultProblems(_ kind: ResultTablesProblemsTests.Bad.Kind) -> [InputProblem] {
    do throws(InputError) {
      switch kind {
      case .estimates: _ = try estimates()
      case .heterogeneity: _ = try heterogeneity()
      case .pleiotropy: _ = try pleiotropy()
      }
      return []
    } catch {
      return error.problems
    }
  }

  private func reader(_ columns: [ColumnRole: String]) -> TableReader {
    TableReader(path: path, displayName: "data/t.tsv", columns: ColumnMapping(columns: columns))
  }
}
